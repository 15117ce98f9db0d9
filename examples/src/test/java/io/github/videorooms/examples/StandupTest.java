package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Room;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class StandupTest {
  @Test
  void open_emptySpace_createsTheRoom(FakeSpace space) {
    Room room = Standup.open(space.getClient().video().rooms());

    assertThat(space.getRooms()).containsExactly(room);
  }

  @Test
  void open_again_isRejectedBecauseTheNameIsTaken(FakeSpace space) {
    VideoRooms rooms = space.getClient().video().rooms();
    Standup.open(rooms);

    SignalWireRestError error =
        catchThrowableOfType(SignalWireRestError.class, () -> Standup.open(rooms));

    assertThat(error.getStatusCode()).isEqualTo(422);
    assertThat(error.hasCode("not_unique_within_project")).isTrue();
  }
}
