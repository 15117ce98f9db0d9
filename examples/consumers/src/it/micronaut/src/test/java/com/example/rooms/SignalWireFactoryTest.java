package com.example.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class SignalWireFactoryTest {
  @Test
  void signalWire_ofAContext_isOneClientThatTheContextCloses(FakeSpace space) {
    Room room = space.addRoom(CreateRoomRequest.builder().name("standup").build());
    SignalWireRestClient client;
    try (ApplicationContext context = context(space)) {
      client = context.getBean(SignalWireRestClient.class);

      assertThat(context.getBean(SignalWireRestClient.class)).isSameAs(client);
      assertThat(client.video().rooms().getByName("standup")).isEqualTo(room);
    }

    VideoRooms rooms = client.video().rooms();
    assertThatIllegalStateException()
        .isThrownBy(() -> rooms.getByName("standup"))
        .withMessage("the client is closed");
  }

  @Test
  void projectId_inTheEnvironment_isAPropertyToo() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThat(context.getRequiredProperty("signalwire.project.id", String.class))
          .isEqualTo("of-the-environment");
    }
  }

  private static ApplicationContext context(FakeSpace space) {
    return ApplicationContext.run(
        Map.of(
            "signalwire.project.id", space.getProject(),
            "signalwire.api.token", space.getToken(),
            "signalwire.space", space.getHost()));
  }
}
