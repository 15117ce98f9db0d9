package io.github.videorooms.examples;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.testkit.FakeSpace;
import java.time.Clock;
import java.util.function.Consumer;

/** A space for a demonstration, a load test, or a test framework other than JUnit 5. */
final class EmbeddedSpace {
  private EmbeddedSpace() {}

  static void demonstrate(Consumer<SignalWireRestClient> program) {
    try (FakeSpace space = FakeSpace.start()) {
      space.addRoom(CreateRoomRequest.builder().name("standup").build());
      program.accept(space.getClient());
    }
  }

  static FakeSpace withSettingsOfItsOwn(Clock clock) {
    return FakeSpace.builder().project("demo").token("PT-demo").clock(clock).streamLimit(1).start();
  }
}
