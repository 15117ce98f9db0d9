package io.github.videorooms.examples;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.SignalWireRestTransportError;
import io.github.videorooms.testkit.FakeSpace;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Creates a room, streams it, lists both, updates the room without losing a field, and cleans up.
 *
 * <p>It runs on an embedded space unless {@code SIGNALWIRE_PROJECT_ID}, {@code
 * SIGNALWIRE_API_TOKEN} and {@code SIGNALWIRE_SPACE} are set, which select another one. It reports
 * what it cannot delete on standard error, also after Ctrl-C. It exits with 0, with 1 if a call
 * failed or standard output cannot be written, and with 2 if the settings are incomplete or
 * invalid.
 */
public final class Quickstart {
  private static final String PROJECT = "SIGNALWIRE_PROJECT_ID";
  private static final String TOKEN = "SIGNALWIRE_API_TOKEN";
  private static final String SPACE = "SIGNALWIRE_SPACE";
  private static final List<String> VARIABLES = List.of(PROJECT, TOKEN, SPACE);

  private final UnaryOperator<@Nullable String> environment;
  private final Supplier<FakeSpace> embedded;
  private final PrintStream out;
  private final Leftovers leftovers;

  Quickstart(
      UnaryOperator<@Nullable String> environment,
      Supplier<FakeSpace> embedded,
      PrintStream out,
      Leftovers leftovers) {
    this.environment = environment;
    this.embedded = embedded;
    this.out = out;
    this.leftovers = leftovers;
  }

  public static void main(String[] arguments) {
    Leftovers leftovers = new Leftovers(System.err);
    leftovers.cleanUpOnShutdown();
    int status = 1;
    try {
      status = new Quickstart(System::getenv, FakeSpace::start, System.out, leftovers).run();
      if (System.out.checkError()) {
        System.err.println("Standard output cannot be written.");
        status = 1;
      }
    } finally {
      leftovers.finish();
    }
    if (status != 0) {
      System.exit(status);
    }
  }

  int run() {
    List<String> missing =
        VARIABLES.stream().filter(name -> valueOf(name).isBlank()).collect(Collectors.toList());
    if (missing.size() == VARIABLES.size()) {
      return onEmbeddedSpace();
    }
    if (!missing.isEmpty()) {
      return unusable("not set: " + String.join(", ", missing));
    }
    return onOwnSpace();
  }

  private int onEmbeddedSpace() {
    try (FakeSpace space = embedded.get()) {
      out.println("Space: " + space.getUrl() + ", embedded in this program");
      out.println("       (set " + String.join(", ", VARIABLES) + " to use your own)");
      return tour(space.getClient());
    }
  }

  private int onOwnSpace() {
    try (SignalWireRestClient client =
        SignalWireRestClient.builder()
            .project(valueOf(PROJECT))
            .token(valueOf(TOKEN))
            .space(valueOf(SPACE))
            .build()) {
      // Not before, since a value that is rejected may contain a password.
      out.println("Space: " + valueOf(SPACE) + ", from " + SPACE);
      return tour(client);
    } catch (IllegalArgumentException e) {
      return unusable(String.valueOf(e.getMessage()));
    }
  }

  private int tour(SignalWireRestClient client) {
    out.println();
    try {
      new Tour(client.video(), out, leftovers).run();
      return 0;
    } catch (SignalWireRestError e) {
      out.println();
      if (Thread.currentThread().isInterrupted()) {
        out.println("Stopped before the end.");
      } else {
        out.println("Failed: " + e.getMessage());
        out.println(hint(e));
      }
      return 1;
    }
  }

  private int unusable(String problem) {
    out.println("Cannot start: " + problem);
    out.println("Set all of " + String.join(", ", VARIABLES) + ", or none for the embedded space.");
    return 2;
  }

  private static String hint(SignalWireRestError error) {
    if (error.isUnauthorized() || error.isForbidden()) {
      return "Check " + PROJECT + " and " + TOKEN + "; the token needs the scope Video.";
    }
    if (error instanceof SignalWireRestTransportError) {
      return "Check " + SPACE + " and the network: the space did not respond.";
    }
    return "The API rejected the call; the message above says why.";
  }

  private String valueOf(String variable) {
    String value = environment.apply(variable);
    return value == null ? "" : value;
  }
}
