package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

@Isolated("the sample classes below collect their spaces in static fields")
class FakeSpaceExtensionTest {
  private static final CreateRoomRequest STANDUP =
      CreateRoomRequest.builder().name("standup").build();

  @Test
  void perTest_parallelTests_eachHaveTheirOwnSpace() {
    PerTest.SPACES.clear();

    EngineExecutionResults results = run(PerTest.class);

    results.testEvents().assertStatistics(events -> events.succeeded(20).failed(0));
    assertThat(Set.copyOf(PerTest.SPACES)).hasSize(20).allMatch(FakeSpaceExtensionTest::isClosed);
  }

  @Test
  void perTest_settings_applyToEachSpace() {
    run(Configured.class).testEvents().assertStatistics(events -> events.succeeded(1));
  }

  @Test
  void perTest_beforeAll_failsWithTheAdviceToShare() {
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
  void perTest_getSpace_failsWithTheAdviceToTakeAParameter() {
    assertThatIllegalStateException()
        .isThrownBy(() -> FakeSpaceExtension.perTest().getSpace())
        .withMessageContaining("take it as a parameter");
  }

  @Test
  void perClass_nestedClasses_shareOneSpace() {
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
  void perClass_fieldOfABaseClass_hasASpaceForEachClass() {
    PerClassBase.SPACES.clear();

    run(PerClassOne.class, PerClassTwo.class)
        .testEvents()
        .assertStatistics(events -> events.succeeded(4).failed(0));

    assertThat(Set.copyOf(PerClassBase.SPACES))
        .hasSize(2)
        .allMatch(FakeSpaceExtensionTest::isClosed);
  }

  @Test
  void perClass_classesInParallel_failWithTheAdviceToTakeAParameter() throws Exception {
    PerClassBase.MEETING.reset();

    run(PerClassMeetingOne.class, PerClassMeetingTwo.class)
        .testEvents()
        .assertStatistics(events -> events.succeeded(2).failed(0));
  }

  @Test
  void perRun_objectCachedAcrossClasses_findsTheSpace() {
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
  void perRun_launcherThatReturns_letsTheProcessEnd() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ReturningLauncher.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void perTest_unusedFailure_failsTheTest() {
    run(Failures.class)
        .testEvents()
        .assertStatistics(events -> events.succeeded(3).failed(4))
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("dropped"),
                finishedWithFailure(
                    message(text -> text.contains("[Failure{status 500, on any request}]")))))
        .haveExactly(
            1,
            event(
                test("unused"),
                finishedWithFailure(
                    message(text -> text.contains("[Failure{status 500, on create_room}]")))))
        .haveExactly(
            1,
            event(
                test("skippedOnly"),
                finishedWithFailure(
                    message(
                        text -> text.contains("[Failure{status 500, on any request, skip 2}]")))))
        .haveExactly(
            1, event(test("failsItself"), finishedWithFailure(message("what the test says"))));
  }

  @ParameterizedTest
  @ValueSource(classes = {ClassFailures.class, RunFailures.class, NestedFailures.class})
  void shared_unusedFailure_failsItsTestAndAffectsNoOther(Class<?> tests) {
    EngineExecutionResults results = runInOrder(tests);

    results
        .testEvents()
        .assertStatistics(events -> events.succeeded(4).failed(2).aborted(1))
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("b_unused"),
                finishedWithFailure(message(text -> text.contains("[Failure{status 503, on ")))))
        .haveExactly(
            1, event(test("c_failsItself"), finishedWithFailure(message("what the test says"))));
    results.containerEvents().assertStatistics(events -> events.failed(0));
  }

  @ParameterizedTest
  @ValueSource(classes = {ResetOwnSpace.class, ResetClassSpace.class, ResetRunSpace.class})
  void reset_afterEachTest_leavesTheCheckThatFailuresWereMet(Class<?> tests) {
    EngineExecutionResults results = runInOrder(tests);

    results
        .testEvents()
        .assertStatistics(events -> events.succeeded(4).failed(1))
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("b_unused"),
                finishedWithFailure(message(text -> text.contains("[Failure{status 503, on ")))));
    results.containerEvents().assertStatistics(events -> events.failed(0));
  }

  /** JUnit then registers the extension for the nested class a second time. */
  @Test
  void perRun_nestedClassOfTheSameBase_failsForAnUnusedFailure() {
    runInOrder(NestedInItsBase.class)
        .testEvents()
        .assertStatistics(events -> events.succeeded(1).failed(2));
    SameBase.SPACE.getSpace().close();
  }

  @Test
  void perClass_failureQueuedBeforeAll_isUsedByTheFirstTest() {
    runInOrder(FailureBeforeAll.class)
        .testEvents()
        .assertStatistics(events -> events.succeeded(2).failed(0));
  }

  @Test
  void perClass_failureQueuedAfterAll_failsTheClass() {
    run(FailureAfterAll.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(1, event(finishedWithFailure(message(text -> text.contains("status 503")))));
  }

  @Test
  void perRun_failureQueuedAfterAll_failsItsClassAndAffectsNoOther() {
    assertOnlyTheFirstClassFails(runInOrder(RunFirst.class, RunSecond.class), "RunFirst");
    RunBase.SPACE.getSpace().close();
  }

  @Test
  void perClass_failureQueuedAfterAllOfANestedClass_failsItAndAffectsNoOther() {
    assertOnlyTheFirstClassFails(runInOrder(NestedAfterAll.class), "NestedFirst");
  }

  private static void assertOnlyTheFirstClassFails(EngineExecutionResults results, String first) {
    results.testEvents().assertStatistics(events -> events.succeeded(2).failed(0));
    results
        .containerEvents()
        .assertStatistics(events -> events.failed(1))
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                container(first),
                finishedWithFailure(message(text -> text.contains("[Failure{status 503, on ")))));
  }

  @Test
  void perRun_endingClass_keepsTheFailuresOfAStartingOne() {
    ParallelClasses.MEETING.reset();

    EngineExecutionResults results = run(EndsFirst.class, BeginsMeanwhile.class);

    results.testEvents().assertStatistics(events -> events.succeeded(2).failed(0));
    results.containerEvents().assertStatistics(events -> events.failed(0));
    ParallelClasses.SPACE.getSpace().close();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        InstancePerRun.class,
        InstancePerClass.class,
        InheritedPerRun.class,
        PrivatePerClass.class,
        OuterPerRun.class,
        OneInstancePerRun.class
      })
  void shared_instanceField_isRejectedWithTheFix(Class<?> tests) {
    EngineExecutionResults results = runInOrder(tests);

    results.testEvents().assertStatistics(events -> events.succeeded(0));
    assertThat(results.allEvents().failed().stream())
        .hasSize(1)
        .allSatisfy(
            failed ->
                assertThat(
                        failed
                            .getRequiredPayload(TestExecutionResult.class)
                            .getThrowable()
                            .orElseThrow())
                    .isInstanceOf(ExtensionConfigurationException.class)
                    .hasMessageStartingWith("make the field space of io.github.videorooms.")
                    .hasMessageContaining(" static: ")
                    .hasMessageContaining(
                        tests.getSimpleName().endsWith("PerRun") ? "perRun()" : "perClass()"));
  }

  @Test
  void perClass_instanceFieldOfOneInstance_isTheSpaceOfTheClass() {
    OneInstancePerClass.SPACES.clear();

    run(OneInstancePerClass.class)
        .testEvents()
        .assertStatistics(events -> events.succeeded(3).failed(0));

    assertThat(Set.copyOf(OneInstancePerClass.SPACES))
        .hasSize(1)
        .allMatch(FakeSpaceExtensionTest::isClosed);
  }

  @Test
  void perClass_testsInParallel_doNotUseEachOthersFailures() {
    ParallelFailures.MEETING.reset();

    run(ParallelFailures.class)
        .testEvents()
        .assertStatistics(events -> events.succeeded(2).failed(0));
  }

  private static EngineExecutionResults run(Class<?>... tests) {
    return execute(
        Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
        tests);
  }

  private static EngineExecutionResults runInOrder(Class<?>... tests) {
    return execute(
        Map.of(
            "junit.jupiter.execution.parallel.enabled",
            "false",
            "junit.jupiter.testmethod.order.default",
            MethodOrderer.MethodName.class.getName()),
        tests);
  }

  private static EngineExecutionResults execute(
      Map<String, String> configuration, Class<?>... tests) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
        .configurationParameters(configuration)
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
    void skippedOnly(FakeSpace space) {
      space.failNext(Failure.status(500).skip(2));
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

  /** Run in the order of their names; each of them would meet what the one before it left. */
  abstract static class SharedFailures {
    @Test
    void a_aborted(FakeSpace space) {
      space.failNext(Failure.status(503));
      Assumptions.abort();
    }

    @Test
    void b_unused(FakeSpace space) {
      listRooms(space);
      space.failNext(Failure.status(503));
    }

    @Test
    void c_failsItself(FakeSpace space) {
      listRooms(space);
      space.failNext(Failure.status(503));
      throw new AssertionError("what the test says");
    }

    @Test
    void d_partlyUsed(FakeSpace space) {
      listRooms(space);
      space.failNext(Failure.status(503).times(2));
      assertThatThrownBy(() -> listRooms(space)).isNotNull();
    }

    @Test
    void e_optional(FakeSpace space) {
      listRooms(space);
      space.failNext(Failure.status(503).optional());
    }

    @Test
    void f_none() {}

    @Test
    void g_last(FakeSpace space) {
      listRooms(space);
    }

    static void listRooms(FakeSpace space) {
      space.getClient().withOptions(o -> o.maxRetries(0)).video().rooms().list().firstPage();
    }
  }

  static class ClassFailures extends SharedFailures {
    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perClass();
  }

  static class RunFailures extends SharedFailures {
    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perRun();

    @AfterAll
    static void close() {
      SPACE.getSpace().close();
    }
  }

  static class NestedFailures {
    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perClass();

    @Nested
    class Inner extends SharedFailures {}
  }

  abstract static class SameBase {
    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perRun();
  }

  static class NestedInItsBase extends SameBase {
    @Nested
    class Inner extends SameBase {
      @Test
      void a_unused() {
        SPACE.getSpace().failNext(Failure.status(503));
      }

      @Test
      void b_none() {}

      @Test
      void c_unused() {
        SPACE.getSpace().failNext(Failure.status(503));
      }
    }
  }

  /** Like a launcher that does not call {@code System.exit} after the tests. */
  static final class ReturningLauncher {
    public static void main(String[] arguments) {
      FakeSpace space = FakeSpaceExtension.perRun().getSpace();
      space.failNext(Failure.status(500).after(Duration.ofMillis(1)));
      space.getClient().video().rooms().list().firstPage();
    }
  }

  /** Tests that reset their space, as those that share one may. */
  abstract static class Reset {
    @Test
    void a_met(FakeSpace space) {
      space.failNext(Failure.status(503));
      assertThatThrownBy(() -> SharedFailures.listRooms(space)).isNotNull();
    }

    @Test
    void b_unused(FakeSpace space) {
      space.failNext(Failure.status(503));
    }

    @Test
    void c_none(FakeSpace space) {
      SharedFailures.listRooms(space);
    }

    @Test
    void d_optional(FakeSpace space) {
      space.failNext(Failure.status(503).optional());
    }

    @Test
    void e_metInPart(FakeSpace space) {
      space.failNext(Failure.status(503).times(2));
      assertThatThrownBy(() -> SharedFailures.listRooms(space)).isNotNull();
    }

    @AfterEach
    void reset(FakeSpace space) {
      space.reset();
      assertThat(space.getPendingFailures()).isEmpty();
    }
  }

  @ExtendWith(FakeSpaceExtension.class)
  static class ResetOwnSpace extends Reset {}

  static class ResetClassSpace extends Reset {
    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perClass();
  }

  static class ResetRunSpace extends Reset {
    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perRun();

    @AfterAll
    static void close() {
      SPACE.getSpace().close();
    }
  }

  static class FailureBeforeAll {
    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perClass();

    @BeforeAll
    static void queue(FakeSpace space) {
      space.failNext(Failure.status(503));
    }

    @Test
    void a_usesIt(FakeSpace space) {
      assertThatThrownBy(() -> SharedFailures.listRooms(space)).isNotNull();
    }

    @Test
    void b_doesNot(FakeSpace space) {
      SharedFailures.listRooms(space);
    }
  }

  static class FailureAfterAll {
    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perClass();

    @Test
    void test() {}

    @AfterAll
    static void queue(FakeSpace space) {
      space.failNext(Failure.status(503));
    }
  }

  abstract static class RunBase {
    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perRun();
  }

  static class RunFirst extends RunBase {
    @Test
    void test() {}

    @AfterAll
    static void queue(FakeSpace space) {
      space.failNext(Failure.status(503));
    }
  }

  static class RunSecond extends RunBase {
    @Test
    void test(FakeSpace space) {
      SharedFailures.listRooms(space);
    }
  }

  @TestClassOrder(ClassOrderer.ClassName.class)
  static class NestedAfterAll {
    @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perClass();

    @Nested
    class NestedFirst {
      @Test
      void test() {}

      @AfterAll
      static void queue(FakeSpace space) {
        space.failNext(Failure.status(503));
      }
    }

    @Nested
    class NestedSecond {
      @Test
      void test(FakeSpace space) {
        SharedFailures.listRooms(space);
      }
    }
  }

  /** One class ends while the other has a failure queued that its test has yet to meet. */
  abstract static class ParallelClasses {
    static final CyclicBarrier MEETING = new CyclicBarrier(2);
    static final CountDownLatch FIRST_ENDED = new CountDownLatch(1);

    /** Registered first, and so called last. */
    @Order(1)
    @RegisterExtension
    static final AfterAllCallback END =
        context -> {
          if (context.getRequiredTestClass() == EndsFirst.class) {
            FIRST_ENDED.countDown();
          }
        };

    @Order(2)
    @RegisterExtension
    static final FakeSpaceExtension SPACE = FakeSpaceExtension.perRun();
  }

  static class EndsFirst extends ParallelClasses {
    @Test
    void test() {}

    @AfterAll
    static void waitForTheOther() throws Exception {
      MEETING.await(1, TimeUnit.MINUTES);
      MEETING.await(1, TimeUnit.MINUTES);
    }
  }

  static class BeginsMeanwhile extends ParallelClasses {
    @BeforeAll
    static void queue(FakeSpace space) throws Exception {
      MEETING.await(1, TimeUnit.MINUTES);
      space.failNext(Failure.status(503));
      MEETING.await(1, TimeUnit.MINUTES);
      assertThat(FIRST_ENDED.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void test(FakeSpace space) {
      assertThatThrownBy(() -> SharedFailures.listRooms(space)).isNotNull();
    }
  }

  static class InstancePerRun {
    @RegisterExtension final FakeSpaceExtension space = FakeSpaceExtension.perRun();

    @Test
    void test() {}
  }

  static class InheritedPerRun extends InstancePerRun {}

  static class OuterPerRun {
    @RegisterExtension final FakeSpaceExtension space = FakeSpaceExtension.perRun();

    @Nested
    class Inner {
      @Test
      void test() {}
    }
  }

  static class InstancePerClass {
    @RegisterExtension final FakeSpaceExtension space = FakeSpaceExtension.perClass();

    @Test
    void test() {}
  }

  static class PrivatePerClass {
    @RegisterExtension private final FakeSpaceExtension space = FakeSpaceExtension.perClass();

    @Test
    void test(FakeSpace ignored) {}
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstancePerRun {
    @RegisterExtension final FakeSpaceExtension space = FakeSpaceExtension.perRun();

    @Test
    void test() {}
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstancePerClass {
    static final Queue<FakeSpace> SPACES = new ConcurrentLinkedQueue<>();

    @RegisterExtension final FakeSpaceExtension extension = FakeSpaceExtension.perClass();

    @BeforeAll
    void seed(FakeSpace space) {
      space.addRoom(STANDUP);
    }

    @RepeatedTest(2)
    void test(FakeSpace space) {
      SPACES.add(space);
      assertThat(extension.getSpace().getRooms()).hasSize(1);
    }

    @Nested
    class Inner {
      @Test
      void test(FakeSpace space) {
        SPACES.add(space);
      }
    }
  }

  /** One test ends while the other has a failure queued that it has yet to meet. */
  static class ParallelFailures {
    static final CyclicBarrier MEETING = new CyclicBarrier(2);

    private static final CountDownLatch FIRST_ENDED = new CountDownLatch(1);

    /** Registered first, and so called last. */
    @Order(1)
    @RegisterExtension
    static final AfterEachCallback END =
        context -> {
          if (context.getRequiredTestMethod().getName().equals("endsFirst")) {
            FIRST_ENDED.countDown();
          }
        };

    @Order(2)
    @RegisterExtension
    static final FakeSpaceExtension SPACE = FakeSpaceExtension.perClass();

    @Test
    void endsFirst() throws Exception {
      MEETING.await(1, TimeUnit.MINUTES);
      MEETING.await(1, TimeUnit.MINUTES);
    }

    @Test
    void meetsItsFailure(FakeSpace space) throws Exception {
      MEETING.await(1, TimeUnit.MINUTES);
      space.failNext(Failure.status(503));
      MEETING.await(1, TimeUnit.MINUTES);
      assertThat(FIRST_ENDED.await(1, TimeUnit.MINUTES)).isTrue();
      assertThatThrownBy(() -> SharedFailures.listRooms(space)).isNotNull();
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
