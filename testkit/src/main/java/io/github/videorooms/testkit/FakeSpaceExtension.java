package io.github.videorooms.testkit;

import io.github.videorooms.SignalWireRestClient;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit tests a {@link FakeSpace}, and the {@link SignalWireRestClient} of it, as parameters.
 *
 * <p>Each test has a space of its own, so that tests can run in parallel; it is started when first
 * asked for, which takes milliseconds, and closed after the test.
 *
 * <pre>{@code
 * @ExtendWith(FakeSpaceExtension.class)
 * class StandupTest {
 *   @Test
 *   void opensARoom(FakeSpace space, SignalWireRestClient client) { … }
 * }
 * }</pre>
 *
 * <p>Where the tests of a class shall use one space, register one that is {@link #shared}:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeSpaceExtension SPACE = FakeSpaceExtension.shared();
 *
 * @BeforeAll
 * static void seed() {
 *   SPACE.space().addRoom(standup);
 * }
 * }</pre>
 */
public final class FakeSpaceExtension
    implements ParameterResolver, BeforeAllCallback, AfterAllCallback, AfterEachCallback {
  private final Supplier<FakeSpace> starter;
  private final boolean shared;
  private int classesUnderWay;
  private @Nullable FakeSpace sharedSpace;

  /** Makes an extension that starts a space for each test. */
  public FakeSpaceExtension() {
    this(FakeSpace.builder(), false);
  }

  private FakeSpaceExtension(FakeSpace.Builder settings, boolean shared) {
    this.starter = Objects.requireNonNull(settings, "settings")::start;
    this.shared = shared;
  }

  /**
   * Makes an extension that starts a space with these settings for each test, to be registered with
   * {@code @RegisterExtension}.
   *
   * @param settings of each space
   * @return a new extension
   */
  public static FakeSpaceExtension perTest(FakeSpace.Builder settings) {
    return new FakeSpaceExtension(settings, false);
  }

  /**
   * Makes an extension with one space for all tests of a class, to be registered in a static field.
   * What a test leaves in the space, the next one finds.
   *
   * @return a new extension
   */
  public static FakeSpaceExtension shared() {
    return shared(FakeSpace.builder());
  }

  /**
   * Does what {@link #shared()} does, with these settings.
   *
   * @param settings of the space
   * @return a new extension
   */
  public static FakeSpaceExtension shared(FakeSpace.Builder settings) {
    return new FakeSpaceExtension(settings, true);
  }

  /**
   * Returns the shared space.
   *
   * @return the space that all tests of the class have
   * @throws IllegalStateException if there is none: each test has its own, as a parameter, or no
   *     test is running
   */
  public synchronized FakeSpace space() {
    if (sharedSpace == null) {
      throw new IllegalStateException(
          shared
              ? "no shared space: register the extension in a static field, and ask while tests run"
              : "each test has its own space: take it as a parameter, or use shared()");
    }
    return sharedSpace;
  }

  @Override
  public synchronized void beforeAll(ExtensionContext context) {
    if (shared && classesUnderWay++ == 0) {
      sharedSpace = starter.get();
    }
  }

  @Override
  public synchronized void afterAll(ExtensionContext context) {
    if (shared && --classesUnderWay == 0) {
      try (FakeSpace ending = space()) {
        sharedSpace = null;
        requireFailuresUsed(ending, context);
      }
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    FakeSpace own = store(context).remove(FakeSpace.class, FakeSpace.class);
    if (own != null) {
      try (own) {
        requireFailuresUsed(own, context);
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == FakeSpace.class || type == SignalWireRestClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    FakeSpace space = shared ? space() : ownSpace(context);
    return parameter.getParameter().getType() == FakeSpace.class ? space : space.client();
  }

  /** A test that has failed already says more than this could. */
  private static void requireFailuresUsed(FakeSpace space, ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      space.requireFailuresUsed();
    }
  }

  private FakeSpace ownSpace(ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "each test has its own space, so that a constructor or @BeforeAll can have none: "
              + "use FakeSpaceExtension.shared()");
    }
    return store(context)
        .getOrComputeIfAbsent(FakeSpace.class, key -> starter.get(), FakeSpace.class);
  }

  private Store store(ExtensionContext context) {
    return context.getStore(Namespace.create(FakeSpaceExtension.class, this));
  }
}
