package com.example.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.testkit.FakeSpace;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeSpaceResource.class)
class SignalWireProducerTest {
  @Inject SignalWireRestClient client;
  FakeSpace space;

  @Test
  void signalWire_injected_makesCalls() {
    Room room = space.addRoom(CreateRoomRequest.builder().name("standup").build());

    assertThat(client.video().rooms().getByName("standup")).isEqualTo(room);
  }

  @Test
  void signalWire_destroyedByTheContainer_isClosed() {
    InstanceHandle<SignalWireRestClient> bean =
        Arc.container().instance(SignalWireRestClient.class);
    assertThat(bean.get()).isSameAs(client);

    bean.destroy();

    assertThatIllegalStateException()
        .isThrownBy(() -> client.video().rooms().list().firstPage())
        .withMessage("the client is closed");
  }

  @Test
  void projectId_inTheEnvironment_isAPropertyToo() {
    assertThat(ConfigProvider.getConfig().getConfigSources())
        .extracting(source -> source.getValue("signalwire.project.id"))
        .contains(space.getProject(), "of-the-environment");
  }
}
