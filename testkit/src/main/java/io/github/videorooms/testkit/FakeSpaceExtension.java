package io.github.videorooms.testkit;

import static org.junit.platform.commons.support.HierarchyTraversalMode.TOP_DOWN;

import io.github.videorooms.SignalWireRestClient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestInstances;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Supplies JUnit tests with a {@link FakeSpace} and a {@link SignalWireRestClient} of it, as
 * parameters.
 *
 * <p>Each test has its own space, so tests can run in parallel; it is started at its first use,
 * which takes milliseconds, and closed after the test.
 *
 * <pre>{@code
 * @ExtendWith(FakeSpaceExtension.class)
 * class StandupTest {
 *   @Test
 *   void opensARoom(FakeSpace space, SignalWireRestClient client) { … }
 * }
 * }</pre>
 *
 * <p>Tests that share a space see what earlier tests left there. To share one, register an
 * extension in a static field: {@link #perClass()} for a space that the tests of one class share
 * and that is closed after them, or {@link #perRun()} for one that lasts as long as the process.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeSpaceExtension SPACE = FakeSpaceExtension.perClass();
 *
 * @BeforeAll
 * static void seed() {
 *   SPACE.getSpace().addRoom(standup);
 * }
 * }</pre>
 *
 * <p>Objects that outlive a class, such as application contexts cached by Spring, need {@link
 * #perRun()}: otherwise they would connect to a closed port.
 *
 * <p>A test fails if it leaves a {@link Failure} that no request used, unless that is {@linkplain
 * Failure#optional optional} or the test fails anyway; likewise a class whose {@code @AfterAll}
 * leaves one. Leftover failures do not affect the next test. If tests share a space and run in
 * parallel, it is unknown which test a failure belongs to: the last of the overlapping tests fails,
 * so give tests that queue failures their own space.
 */
public final class FakeSpaceExtension
    implements ParameterResolver,
        BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback {
  private enum Scope {
    TEST,
    CLASS,
    RUN
  }

  private static final String STARTED_TEST = "started test";
  private static final String STARTED_CLASS = "started class";

  private final Supplier<FakeSpace> starter;
  private final Scope scope;

  /** The spaces of the running classes, or the space of the run once it was requested. */
  private final Set<FakeSpace> spaces = new LinkedHashSet<>();

  /** The tests that share the space of the run. */
  private final SharingTests ofRun = new SharingTests();

  /** Creates an extension that starts a space for each test. */
  public FakeSpaceExtension() {
    this(FakeSpace.builder(), Scope.TEST);
  }

  private FakeSpaceExtension(FakeSpace.Builder settings, Scope scope) {
    Objects.requireNonNull(settings, "settings");
    this.starter = scope == Scope.RUN ? settings::startForTheProcess : settings::start;
    this.scope = scope;
  }

  /**
   * Creates an extension that starts a space for each test, to be registered with
   * {@code @RegisterExtension}.
   *
   * @return a new extension
   */
  public static FakeSpaceExtension perTest() {
    return new FakeSpaceExtension();
  }

  /**
   * Creates an extension that starts a space with these settings for each test, to be registered
   * with {@code @RegisterExtension}.
   *
   * @param settings the settings of each space
   * @return a new extension
   */
  public static FakeSpaceExtension perTest(FakeSpace.Builder settings) {
    return new FakeSpaceExtension(settings, Scope.TEST);
  }

  /**
   * Creates an extension with one space for all tests of a class and of the classes nested in it,
   * to be registered in a static field; in an instance field, it fails the test, since each test
   * has its own instance. The space is started before the class and closed after it. If the field
   * is in a base class, each subclass has its own space.
   *
   * @return a new extension
   */
  public static FakeSpaceExtension perClass() {
    return perClass(FakeSpace.builder());
  }

  /**
   * Creates an extension like {@link #perClass()}, with these settings.
   *
   * @param settings of the space
   * @return a new extension
   */
  public static FakeSpaceExtension perClass(FakeSpace.Builder settings) {
    return new FakeSpaceExtension(settings, Scope.CLASS);
  }

  /**
   * Creates an extension with one space for all classes that use it, to be registered in a static
   * field, usually of a base class; in an instance field, it fails the test. The space is started
   * when it is first requested and lasts as long as the process, so that objects that are cached
   * across classes, such as a Spring context, can use it; it does not keep the process alive.
   * Classes that run in parallel share it: give rooms names that no other test uses.
   *
   * @return a new extension
   */
  public static FakeSpaceExtension perRun() {
    return perRun(FakeSpace.builder());
  }

  /**
   * Creates an extension like {@link #perRun()}, with these settings.
   *
   * @param settings of the space
   * @return a new extension
   */
  public static FakeSpaceExtension perRun(FakeSpace.Builder settings) {
    return new FakeSpaceExtension(settings, Scope.RUN);
  }

  /**
   * Returns the space that tests share.
   *
   * @return the space of the run, or of the class whose tests are running
   * @throws IllegalStateException if each test has its own space, or if no class with this
   *     extension is running, or if several run in parallel: in that case, take the space as a
   *     parameter
   */
  public synchronized FakeSpace getSpace() {
    if (scope == Scope.RUN && spaces.isEmpty()) {
      spaces.add(starter.get());
    }
    if (spaces.size() != 1) {
      throw new IllegalStateException(noSpace());
    }
    return spaces.iterator().next();
  }

  private String noSpace() {
    if (scope == Scope.TEST) {
      return "each test has its own space: take it as a parameter, or use perClass() or perRun()";
    }
    return spaces.isEmpty()
        ? "no class with this extension is running: register it in a static field, and call this"
            + " while tests run, or use perRun()"
        : "several classes run in parallel, each with its own space: take it as a parameter, or use"
            + " perRun()";
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (scope == Scope.RUN) {
      requireStaticField(context);
    }
    if (scope == Scope.CLASS && store(context).get(FakeSpace.class) == null) {
      FakeSpace space = starter.get();
      store(context).put(FakeSpace.class, space);
      store(context).put(SharingTests.class, new SharingTests());
      synchronized (this) {
        spaces.add(space);
      }
    }
    SharingTests tests = sharingTests(context);
    if (tests != null) {
      tests.classStarted(context.getUniqueId());
      store(context).put(STARTED_CLASS, tests);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    SharingTests tests = store(context).remove(STARTED_CLASS, SharingTests.class);
    try {
      if (tests != null) {
        tests.classFinished(context.getUniqueId(), hasFailed(context), startedSpace(context));
      }
    } finally {
      close(context);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    SharingTests tests = sharingTests(context);
    if (scope == Scope.RUN || (scope == Scope.CLASS && tests == null)) {
      requireStaticField(context);
    }
    // A class and a class nested in it may both inherit the field, and so call this twice.
    if (tests != null && store(context).get(STARTED_TEST) == null) {
      tests.started();
      store(context).put(STARTED_TEST, tests);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (scope == Scope.TEST) {
      close(context);
      return;
    }
    SharingTests tests = store(context).remove(STARTED_TEST, SharingTests.class);
    if (tests != null) {
      tests.finished(hasFailed(context), startedSpace(context));
    }
  }

  /**
   * Rejects an extension that tests should share, but that each test creates for itself.
   *
   * @throws ExtensionConfigurationException if it is in an instance field
   */
  private void requireStaticField(ExtensionContext context) {
    List<Object> instances =
        context.getTestInstances().map(TestInstances::getAllInstances).orElse(List.of());
    for (Object instance : instances) {
      for (Field field :
          ReflectionSupport.findFields(
              instance.getClass(), field -> holdsThis(field, instance), TOP_DOWN)) {
        throw new ExtensionConfigurationException(
            "make the field "
                + field.getName()
                + " of "
                + field.getDeclaringClass().getName()
                + " static: otherwise each instance has its own space, although "
                + (scope == Scope.RUN ? "perRun()" : "perClass()")
                + " is for a space that tests share");
      }
    }
  }

  private boolean holdsThis(Field field, Object instance) {
    return !Modifier.isStatic(field.getModifiers())
        && AnnotationSupport.isAnnotated(field, RegisterExtension.class)
        && ReflectionSupport.tryToReadFieldValue(field, instance)
            .toOptional()
            .filter(value -> value == this)
            .isPresent();
  }

  private static boolean hasFailed(ExtensionContext context) {
    return context.getExecutionException().isPresent();
  }

  /** Closes the space that was started for just this test or class, if there is one. */
  private void close(ExtensionContext context) {
    FakeSpace own = store(context).remove(FakeSpace.class, FakeSpace.class);
    if (own != null) {
      synchronized (this) {
        spaces.remove(own);
      }
      try (own) {
        requireNone(own.takeUnusedFailures(), hasFailed(context));
      }
    }
  }

  /**
   * Requires that no failure is unused, unless a test has failed already: its error is more
   * informative than this one.
   *
   * @throws AssertionError if there is one
   */
  static void requireNone(List<Failure> unused, boolean hasFailed) {
    if (!unused.isEmpty() && !hasFailed) {
      throw new AssertionError(
          "no request used these failures queued with failNext(…): "
              + unused
              + "; if that is intended, make the failure optional()");
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == FakeSpace.class || type == SignalWireRestClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    FakeSpace space = spaceFor(context);
    return parameter.getParameter().getType() == FakeSpace.class ? space : space.getClient();
  }

  private FakeSpace spaceFor(ExtensionContext context) {
    if (scope == Scope.RUN) {
      return getSpace();
    }
    if (scope == Scope.CLASS) {
      FakeSpace ofClass = store(context).get(FakeSpace.class, FakeSpace.class);
      return ofClass == null ? getSpace() : ofClass;
    }
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "each test has its own space, so a constructor or @BeforeAll cannot have one: "
              + "use FakeSpaceExtension.perClass() or perRun()");
    }
    return store(context)
        .getOrComputeIfAbsent(FakeSpace.class, key -> starter.get(), FakeSpace.class);
  }

  /** Returns the tests that share a space with a test, or null if it has its own. */
  private @Nullable SharingTests sharingTests(ExtensionContext context) {
    return scope == Scope.RUN ? ofRun : store(context).get(SharingTests.class, SharingTests.class);
  }

  /** Returns the space that tests share, or null if it has not been requested. */
  private synchronized @Nullable FakeSpace startedSpace(ExtensionContext context) {
    return scope == Scope.RUN
        ? spaces.stream().findFirst().orElse(null)
        : store(context).get(FakeSpace.class, FakeSpace.class);
  }

  private Store store(ExtensionContext context) {
    return context.getStore(Namespace.create(FakeSpaceExtension.class, this));
  }
}
