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
 * Fails each test during which a planted secret came out: of a {@code toString}, an exception with
 * its causes and suppressed ones, a serialised exception, a log record. JUnit finds it by itself.
 *
 * <p>It needs Byte Buddy's agent at the start of the JVM, and is off without it. The configuration
 * parameter {@code videorooms.secrets} names the class that knows the secrets: a {@code
 * Supplier<Map<String, String>>} from what a text is to the text.
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

  /** One for a run of tests; what comes out after the last of them fails the run. */
  private static final class Watch implements AutoCloseable {
    private final Map<String, String> secrets;

    private Watch(Map<String, String> secrets) {
      this.secrets = secrets;
    }

    static Watch start(ExtensionContext context) {
      if (!isAgentThere()) {
        return new Watch(Map.of());
      }
      Listening.BEGIN.run();
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
        return ((Supplier<Map<String, String>>)
                Class.forName(type).getDeclaredConstructor().newInstance())
            .get();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("videorooms.secrets names no class of secrets", e);
      }
    }

    /** Names what came out and where; the text itself is not repeated. */
    void check() {
      TreeSet<String> leaks = new TreeSet<>();
      for (Utterance utterance : Spoken.take()) {
        secrets.forEach(
            (name, secret) -> {
              if (utterance.contains(secret)) {
                leaks.add(name + " is in " + utterance.where());
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
  private enum Listening implements Runnable {
    BEGIN;

    Listening() {
      Ears.listenToCode(ByteBuddyAgent.getInstrumentation());
      Ears.listenToLogs();
    }

    @Override
    public void run() {}
  }
}
