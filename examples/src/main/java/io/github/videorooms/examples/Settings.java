package io.github.videorooms.examples;

import io.github.videorooms.CallAttempt;
import io.github.videorooms.CallListener;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;

/** The settings in the docs. */
final class Settings {
  private Settings() {}

  static SignalWireRestClient rotating(
      SignalWireRestClient.Builder builder, AtomicReference<String> current) {
    return builder.token(current::get).build();
  }

  /** The settings of one project, in a process that uses several, perhaps in one space. */
  static final class Account {
    final String project;
    final String token;
    final String space;

    Account(String project, String token, String space) {
      this.project = project;
      this.token = token;
      this.space = space;
    }
  }

  /** Returns a client for each project, by the project's id. */
  static Map<String, SignalWireRestClient> oneEach(List<Account> accounts, OkHttpClient shared) {
    Map<String, SignalWireRestClient> clients = new HashMap<>();
    for (Account account : accounts) {
      clients.put(
          account.project,
          SignalWireRestClient.builder()
              .project(account.project)
              .token(account.token)
              .space(account.space)
              .httpClient(shared)
              .build());
    }
    return clients;
  }

  static SignalWireRestClient limits(SignalWireRestClient.Builder builder) {
    return builder
        .callTimeout(Duration.ofSeconds(20))
        .attemptTimeout(Duration.ofSeconds(5))
        .maxRetries(3)
        .build();
  }

  static Room urgent(SignalWireRestClient client, String id) {
    return client
        .withOptions(o -> o.callTimeout(Duration.ofSeconds(2)).maxRetries(0))
        .video()
        .rooms()
        .get(id);
  }

  static SignalWireRestClient traced(SignalWireRestClient client, String traceparent) {
    return client.withOptions(o -> o.header("traceparent", traceparent));
  }

  static SignalWireRestClient measured(SignalWireRestClient.Builder builder, CallListener metrics) {
    return builder.listener(metrics).build();
  }

  static Room withRequestId(SignalWireRestClient client) {
    List<CallAttempt> attempts = new ArrayList<>();
    VideoRooms rooms = client.withOptions(o -> o.listener(attempts::add)).video().rooms();
    Room room = rooms.create(r -> r.name("standup"));
    CallAttempt last = attempts.get(attempts.size() - 1);
    System.out.println(room.getId() + " was created by request " + last.getRequestId());
    return room;
  }

  static CallListener printing() {
    return attempt -> System.out.println(attempt.getMethod() + " " + attempt);
  }

  static CompletableFuture<String> nameOf(SignalWireRestClient client, String id) {
    return client.video().rooms().getAsync(id).thenApply(Room::getName);
  }
}
