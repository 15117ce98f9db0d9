package com.example.standup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class StandupTest {
  private static final CreateRoomRequest STANDUP =
      CreateRoomRequest.builder().name("standup").build();

  @Test
  void create_standup_isInTheSpace(FakeSpace space, SignalWireRestClient client) {
    Room room = client.video().rooms().create(STANDUP);

    assertEquals(List.of(room), space.getRooms());
  }

  @Test
  void create_serverFails_isReportedAndNotRetried(FakeSpace space, SignalWireRestClient client) {
    space.failNext(Failure.status(500));

    SignalWireRestError error =
        assertThrows(SignalWireRestError.class, () -> client.video().rooms().create(STANDUP));

    assertEquals(500, error.getStatusCode());
    assertEquals(1, space.getRequests().size());
  }
}
