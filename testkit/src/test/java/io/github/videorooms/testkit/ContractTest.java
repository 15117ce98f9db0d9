package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.github.videorooms.model.CreateRoomRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Shows that the watch over the contract sees what it is there for. */
class ContractTest {
  @Test
  void exchange_asDocumented_passes() {
    run().haveExactly(1, event(test("valid"), finishedSuccessfully()));
  }

  @Test
  void request_violatesTheDocument_fails() {
    run()
        .haveExactly(
            1,
            event(
                test("invalidRequest"),
                finishedWithFailure(message(it -> it.contains("REQUEST")))));
  }

  @Test
  void response_violatesTheDocument_fails() {
    run()
        .haveExactly(
            1,
            event(
                test("invalidResponse"),
                finishedWithFailure(message(it -> it.contains("RESPONSE")))));
  }

  @Test
  void credentials_missing_fail() {
    run()
        .haveExactly(
            1,
            event(
                test("noCredentials"),
                finishedWithFailure(message(it -> it.contains("credentials")))));
  }

  @Test
  void mark_withoutViolation_fails() {
    run()
        .haveExactly(
            1,
            event(test("needlessMark"), finishedWithFailure(message(it -> it.contains("marked")))));
  }

  @Test
  void mark_ofTheOtherSide_fails() {
    run()
        .haveExactly(
            1,
            event(test("wrongSide"), finishedWithFailure(message(it -> it.contains("RESPONSE")))));
  }

  @Test
  void spaces_ofAllTests_areChecked() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      List<String> starts =
          files
              .filter(file -> file.toString().endsWith("Test.java"))
              .filter(file -> !file.endsWith("ContractTest.java"))
              .flatMap(ContractTest::lines)
              .filter(line -> line.contains("FakeSpace.start()") || line.contains(").start()"))
              .toList();

      assertThat(starts).isEmpty();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ListAssert<Event> run() {
    Events events =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
            .selectors(selectClass(Samples.class))
            .execute()
            .testEvents();
    return events.assertThatEvents();
  }

  @ExtendWith(FakeSpaceExtension.class)
  static class Samples {
    @Test
    void valid(FakeSpace space) {
      space.getClient().video().rooms().create(CreateRoomRequest.builder().name("a").build());
    }

    @Test
    void invalidRequest(FakeSpace space) {
      Raw.to(space).post("/rooms", "{}");
    }

    @Test
    void invalidResponse(FakeSpace space) {
      space.failNext(Failure.status(200).body("{\"name\":\"a\"}"));
      Raw.to(space).get("/rooms/a");
    }

    @Test
    void noCredentials(FakeSpace space) {
      Raw.to(space).authorization("").get("/rooms");
    }

    @Test
    @OffContract
    void needlessMark(FakeSpace space) {
      Raw.to(space).get("/rooms");
    }

    @Test
    @OffContract
    void wrongSide(FakeSpace space) {
      space.failNext(Failure.status(200).body("{\"name\":\"a\"}"));
      Raw.to(space).get("/rooms/a");
    }
  }
}
