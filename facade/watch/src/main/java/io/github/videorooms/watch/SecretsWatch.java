package io.github.videorooms.watch;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails each test during which a planted secret appears in a {@code toString}, an exception with
 * its causes and suppressed ones, a serialised exception, or a log record. JUnit discovers it.
 *
 * <p>It needs Byte Buddy's agent at the start of the JVM, and is off without it. The configuration
 * parameter {@code videorooms.secrets} names a {@code Supplier<Map<String, String>>} of the secrets
 * by their descriptions.
 */
public final class SecretsWatch implements BeforeAllCallback, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(SecretsWatch.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    watch(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    watch(context).check();
  }

  private static Watch watch(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Watch.class, key -> Watch.start(context), Watch.class);
  }

  /** One for each test run; a leak after the last test fails the run. */
  private static final class Watch implements AutoCloseable {
    private final Map<String, String> secrets;

    private Watch(Map<String, String> secrets) {
      this.secrets = secrets;
    }

    static Watch start(ExtensionContext context) {
      if (!isAgentThere()) {
        return new Watch(Map.of());
      }
      Observation.BEGIN.run();
      return new Watch(
          context
              .getConfigurationParameter("videorooms.secrets")
              .map(Watch::secretsOf)
              .orElseThrow(() -> new IllegalStateException("set videorooms.secrets")));
    }

    private static boolean isAgentThere() {
      try {
        ByteBuddyAgent.getInstrumentation();
        return true;
      } catch (IllegalStateException e) {
        return false;
      }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> secretsOf(String type) {
      try {
        return (Map<String, String>)
            Class.forName(type)
                .asSubclass(Supplier.class)
                .getDeclaredConstructor()
                .newInstance()
                .get();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "videorooms.secrets does not name a supplier of secrets", e);
      }
    }

    /** Names what leaked and where, without the text itself. */
    void check() {
      TreeSet<String> leaks = new TreeSet<>();
      for (ObservedText text : ObservedTexts.take()) {
        secrets.forEach(
            (name, secret) -> {
              if (text.contains(secret)) {
                leaks.add(name + " is in " + text.where());
              }
            });
      }
      if (!leaks.isEmpty()) {
        throw new AssertionError(String.join("\n", leaks));
      }
    }

    @Override
    public void close() {
      check();
    }
  }

  /** Begins once, however many runs of tests there are in this JVM. */
  private enum Observation implements Runnable {
    BEGIN;

    Observation() {
      LeakInstrumentation.observeCode(ByteBuddyAgent.getInstrumentation());
      LeakInstrumentation.observeLogs();
    }

    @Override
    public void run() {}
  }
}
