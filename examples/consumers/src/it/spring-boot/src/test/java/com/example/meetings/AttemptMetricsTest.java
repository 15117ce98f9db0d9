package com.example.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class AttemptMetricsTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void onAttempt_callsOfSeveralRooms_areTimedByOperationAndStatus(FakeSpace space) {
    try (SignalWireRestClient client = client(space)) {
      for (String name : new String[] {"standup", "daily"}) {
        Room room = space.addRoom(CreateRoomRequest.builder().name(name).build());
        client.video().rooms().get(room.getId());
      }
    }

    assertThat(meters.get("signalwire.attempts").timers()).hasSize(1);
    assertThat(timed("get_room", "200", "success")).isEqualTo(2);
    assertThat(meters.find("signalwire.retries").counter()).isNull();
  }

  @Test
  void onAttempt_retries_areCounted(FakeSpace space) {
    space.failNext(Failure.status(503));
    space.failNext(Failure.connectionReset());
    try (SignalWireRestClient client = client(space)) {
      client.video().rooms().list().firstPage();
    }

    assertThat(timed("list_rooms", "503", "error")).isEqualTo(1);
    assertThat(timed("list_rooms", "0", "error")).isEqualTo(1);
    assertThat(timed("list_rooms", "200", "success")).isEqualTo(1);
    assertThat(meters.get("signalwire.retries").tag("operation", "list_rooms").counter().count())
        .isEqualTo(2);
  }

  private SignalWireRestClient client(FakeSpace space) {
    return space.clientBuilder().listener(new AttemptMetrics(meters)).build();
  }

  private long timed(String operation, String status, String outcome) {
    return meters
        .get("signalwire.attempts")
        .tags("operation", operation, "status", status, "outcome", outcome)
        .timer()
        .count();
  }
}
