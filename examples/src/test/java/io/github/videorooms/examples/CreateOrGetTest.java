package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class CreateOrGetTest {
  @Test
  void createOrGet_nameIsTaken_returnsTheRoomOfThatName(FakeSpace space) {
    Room room = space.addRoom(CreateRoomRequest.builder().name("standup").build());

    assertThat(FirstProgram.createOrGet(space.getClient().video().rooms(), "standup"))
        .isEqualTo(room);
  }

  @Test
  void createOrGet_serverFails_throws(FakeSpace space) {
    space.failNext(Failure.status(500));

    assertThatThrownBy(() -> FirstProgram.createOrGet(space.getClient().video().rooms(), "standup"))
        .isInstanceOf(SignalWireRestError.class);
  }
}
