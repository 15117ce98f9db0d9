package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import java.util.Arrays;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

@Isolated("the sample classes below collect their spaces in static fields")
class FakeSpaceExtensionTest {
  private static final CreateRoomRequest STANDUP =
      CreateRoomRequest.builder().name("standup").build();

  @Test
  void perTest_parallelTests_haveEachTheirOwnSpace() {
    PerTest.SPACES.clear();

    EngineExecutionResults results = run(PerTest.class);

    results.testEvents().assertStatistics(events -> events.succeeded(20).failed(0));
    assertThat(Set.copyOf(PerTest.SPACES)).hasSize(20).allMatch(FakeSpaceExtensionTest::isClosed);
  }

  @Test
  void perTest_settings_areEachSpaces() {
    run(Configured.class).testEvents().assertStatistics(events -> events.succeeded(1));
  }

  @Test
  void perTest_beforeAll_isToldToShare() {
    run(BeforeAllWithoutShared.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(text -> text.contains("use FakeSpaceExtension.perClass()")))));
  }

  @Test
  void perTest_space_isToldToTakeAParameter() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new FakeSpaceExtension().getSpace())
        .withMessageContaining("take it as a parameter");
  }

  @Test
  void perClass_nestedClassesToo_haveOneSpace() {
    Shared.SPACES.clear();

    EngineExecutionResults results = run(Shared.class);

    results.testEvents().assertStatistics(events -> events.succeeded(4).failed(0));
    assertThat(Shared.SPACES.stream().collect(Collectors.toSet()))
        .hasSize(1)
        .allMatch(FakeSpaceExtensionTest::isClosed);
    assertThatIllegalStateException()
        .isThrownBy(Shared.SPACE::getSpace)
        .withMessageContaining("static field");
  }

  @Test
  void perClass_fieldOfABaseClass_isASpaceForEachClass() {
    PerClassBase.SPACES.clear();

    run(PerClassOne.class, PerClassTwo.class)
        .testEvents()
        .assertStatistics(events -> events.succeeded(4).failed(0));

    assertThat(Set.copyOf(PerClassBase.SPACES))
        .hasSize(2)
        .allMatch(FakeSpaceExtensionTest::isClosed);
  }

  @Test
  void perClass_classesInParallel_areToldToTakeAParameter() throws Exception {
    PerClassBase.MEETING.reset();

    run(PerClassMeetingOne.class, PerClassMeetingTwo.class)
        .testEvents()
        .assertStatistics(events -> events.succeeded(2).failed(0));
  }

  @Test
  void perRun_whatIsCachedForLongerThanAClass_findsTheSpace() {
    Cached.client = null;

    for (int execution = 0; execution < 2; execution++) {
      run(CachedOne.class, CachedTwo.class)
          .testEvents()
          .assertStatistics(events -> events.succeeded(2).failed(0));
    }

    assertThat(Cached.SPACE.getSpace().getRooms()).hasSize(4);
    assertThat(isClosed(Cached.SPACE.getSpace())).isFalse();
    Cached.SPACE.getSpace().close();
  }

  @Test
  void perTest_failureThatNoRequestMet_failsTheTest() {
    run(Failures.class)
        .testEvents()
        .assertStatistics(events -> events.succeeded(4).failed(2))
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("unused"),
                finishedWithFailure(
                    message(text -> text.contains("[Failure{status 500, on create_room}]")))))
        .haveExactly(
            1, event(test("failsItself"), finishedWithFailure(message("what the test says"))));
  }

  @Test
  void perClass_failureThatNoRequestMet_failsTheClass() {
    run(SharedFailures.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(1, event(finishedWithFailure(message(text -> text.contains("status 503")))));
  }

  private static EngineExecutionResults run(Class<?>... tests) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
        .selectors(
            Arrays.stream(tests)
                .map(DiscoverySelectors::selectClass)
                .toArray(DiscoverySelector[]::new))
        .execute();
  }

  private static boolean isClosed(FakeSpace space) {
    return !space.wireMock().isRunning();
  }

  @ExtendWith(FakeSpaceExtension.class)
  static class PerTest {
    static final Queue<FakeSpace> SPACES = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void seed(FakeSpace space) {
      space.addRoom(STANDUP);
    }

    @RepeatedTest(20)
    void test(FakeSpace space, SignalWireRestClient client) {
      SPACES.add(space);
      assertThat(client).isSameAs(space.getClient());
      assertThat(client.video().rooms().list())
          .extracting(Room::getName)
          .containsExactly("standup");
    }

    @AfterEach
    void check(FakeSpace space) {
      assertThat(space.getRequests()).hasSize(1);
    }
  }

  @ExtendWith(FakeSpaceExtension.class)
  static class Failures {
    @Test
    void unused(FakeSpace space) {
      space.failNext(Failure.status(500).onOperation("create_room"));
      space.getClient().video().rooms().list().firstPage();
    }

    @Test
    void failsItself(FakeSpace space) {
      space.failNext(Failure.status(500));
      throw new AssertionError("what the test says");
    }

    @Test
    void used(FakeSpace space) {
      space.failNext(Failure.status(500));
      space.getClient().video().rooms().list().firstPage();
    }

    @Test
    void usedInPart(FakeSpace space) {
      space.failNext(Failure.status(500).times(1000));
      assertThatThrownBy(() -> space.getClient().video().rooms().create(STANDUP)).isNotNull();
    }

    @Test
    void dropped(FakeSpace space) {
      space.failNext(Failure.status(500));
      space.reset();
    }

    @Test
    void optional(FakeSpace space) {
      space.failNext(Failure.status(500).optional().times(2));
    }
  }

  abstract static class PerClassBase {
    static final Queue<FakeSpace> SPACES = new ConcurrentLinkedQueue<>();
    static final CyclicBarrier MEETING = new CyclicBarrier(2);

    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perClass();
  }

  abstract static class PerClassTests extends PerClassBase {
    @BeforeAll
    static void seed(FakeSpace space) {
      space.addRoom(STANDUP);
    }

    @RepeatedTest(2)
    void test(FakeSpace space, SignalWireRestClient client) {
      SPACES.add(space);
      assertThat(client.video().rooms().list())
          .containsExactlyElementsOf(space.getRooms())
          .hasSize(1);
    }
  }

  static class PerClassOne extends PerClassTests {}

  static class PerClassTwo extends PerClassTests {}

  abstract static class PerClassMeeting extends PerClassBase {
    @Test
    void test(FakeSpace space) throws Exception {
      MEETING.await(1, TimeUnit.MINUTES);
      assertThatIllegalStateException()
          .isThrownBy(SPACE::getSpace)
          .withMessageContaining("take it as a parameter");
      MEETING.await(1, TimeUnit.MINUTES);
    }
  }

  static class PerClassMeetingOne extends PerClassMeeting {}

  static class PerClassMeetingTwo extends PerClassMeeting {}

  /** Like an application context that is cached: made by the first class, used by all others. */
  abstract static class Cached {
    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perRun();

    static SignalWireRestClient client;

    @BeforeAll
    static void cache() {
      synchronized (Cached.class) {
        client = client == null ? SPACE.getSpace().getClient() : client;
      }
    }

    @Test
    void test(FakeSpace space) {
      Room room = client.video().rooms().create(c -> c.name("room-" + UUID.randomUUID()));
      assertThat(space.getRooms()).contains(room);
    }
  }

  static class CachedOne extends Cached {}

  static class CachedTwo extends Cached {}

  static class SharedFailures {
    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perClass();

    @Test
    void unused(FakeSpace space) {
      space.failNext(Failure.status(503));
    }
  }

  static class Configured {
    @RegisterExtension
    final FakeSpaceExtension extension =
        FakeSpaceExtension.perTest(FakeSpace.builder().project("mine"));

    @Test
    void test(FakeSpace space) {
      assertThat(space.getProject()).isEqualTo("mine");
      assertThat(space.getClient().video().rooms().list()).isEmpty();
    }
  }

  @ExtendWith(FakeSpaceExtension.class)
  static class BeforeAllWithoutShared {
    @BeforeAll
    static void seed(FakeSpace space) {
      space.addRoom(STANDUP);
    }

    @Test
    void test() {}
  }

  static class Shared {
    static final Queue<FakeSpace> SPACES = new ConcurrentLinkedQueue<>();

    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perClass();

    @BeforeAll
    static void seed(FakeSpace space) {
      SPACES.add(space);
      SPACE.getSpace().addRoom(STANDUP);
    }

    @RepeatedTest(2)
    void test(FakeSpace space) {
      SPACES.add(space);
      assertThat(SPACE.getSpace().getRooms()).hasSize(1);
    }

    @Nested
    class Inner {
      @RepeatedTest(2)
      void test(SignalWireRestClient client) {
        SPACES.add(SPACE.getSpace());
        assertThat(client).isSameAs(SPACE.getSpace().getClient());
      }
    }
  }
}
