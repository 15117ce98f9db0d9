package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.CallAttempt;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class SettingsTest {
  /** In a space of its own, since each request to the shared one has to be signed rightly. */
  @Test
  void rotating_tokenIsReplaced_usesTheNewOne() {
    AtomicReference<String> current = new AtomicReference<>("PT-before");
    try (FakeSpace space = FakeSpace.builder().project("p").token("PT-after").start();
        SignalWireRestClient client = Settings.rotating(space.clientBuilder(), current)) {
      Room room = room(space);
      assertThatThrownBy(() -> client.video().rooms().get(room.getId()))
          .isInstanceOfSatisfying(
              SignalWireRestError.class, error -> assertThat(error.isUnauthorized()).isTrue());

      current.set("PT-after");

      assertThat(client.video().rooms().get(room.getId())).isEqualTo(room);
    }
  }

  @Test
  void oneEach_twoSpaces_areSeparate(FakeSpace space) {
    try (FakeSpace other = FakeSpace.builder().project("other").token("PT-other").start()) {
      Map<String, SignalWireRestClient> clients =
          Settings.oneEach(
              List.of(
                  new Settings.Account(space.getProject(), space.getToken(), space.getHost()),
                  new Settings.Account("other", "PT-other", other.getHost())),
              new OkHttpClient());

      clients.get("other").video().rooms().create(r -> r.name("standup"));

      assertThat(other.getRooms()).hasSize(1);
      assertThat(clients.get(space.getProject()).video().rooms().list()).isEmpty();
    }
  }

  /** The space knows one of them only, so that it can tell their requests apart. */
  @Test
  void oneEach_twoProjectsOfOneSpace_haveEachTheirOwnClient() {
    try (FakeSpace space = FakeSpace.builder().project("sales").token("PT-sales").start()) {
      Map<String, SignalWireRestClient> clients =
          Settings.oneEach(
              List.of(
                  new Settings.Account("sales", "PT-sales", space.getHost()),
                  new Settings.Account("support", "PT-support", space.getHost())),
              new OkHttpClient());

      assertThat(clients.get("sales").video().rooms().list()).isEmpty();
      assertThatThrownBy(() -> clients.get("support").video().rooms().list().firstPage())
          .isInstanceOfSatisfying(
              SignalWireRestError.class, error -> assertThat(error.isUnauthorized()).isTrue());
    }
  }

  @Test
  void limits_threeFaults_areRetriedSuccessfully(FakeSpace space) {
    Room room = room(space);
    space.failNext(Failure.status(500).times(3));

    try (SignalWireRestClient client = Settings.limits(space.clientBuilder())) {
      assertThat(Settings.nameOf(client, room.getId()).join()).isEqualTo("standup");
    }
    assertThat(space.getRequests()).hasSize(4);
  }

  @Test
  void urgent_fault_failsAtOnce(FakeSpace space) {
    space.failNext(Failure.status(500));

    assertThatThrownBy(() -> Settings.urgent(space.getClient(), room(space).getId()))
        .isInstanceOf(SignalWireRestError.class);
    assertThat(space.getRequests()).hasSize(1);
  }

  @Test
  void traced_call_sendsTheHeader(FakeSpace space) {
    Settings.traced(space.getClient(), "00-1-2-01").video().rooms().get(room(space).getId());

    assertThat(space.getRequests().get(0).getHeader("traceparent")).isEqualTo("00-1-2-01");
  }

  @Test
  void measured_call_isReported(FakeSpace space) {
    List<CallAttempt> seen = new ArrayList<>();
    try (SignalWireRestClient client =
        Settings.measured(
            space.clientBuilder(),
            attempt -> {
              seen.add(attempt);
              Settings.printing().onAttempt(attempt);
            })) {
      client.video().rooms().get(room(space).getId());
    }

    assertThat(seen).extracting(CallAttempt::getOperationId).containsExactly("get_room");
  }

  @Test
  void withRequestId_create_returnsTheRoom(FakeSpace space) {
    assertThat(space.getRooms()).isEmpty();
    assertThat(Settings.withRequestId(space.getClient())).isEqualTo(space.getRooms().get(0));
  }

  private static Room room(FakeSpace space) {
    return space.addRoom(CreateRoomRequest.builder().name("standup").build());
  }
}
