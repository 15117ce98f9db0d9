package io.github.videorooms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A web application that is undeployed takes its class loader with it. */
class ThreadsTest {
  private static final JavaClasses FACADE =
      new ClassFileImporter()
          .importUrl(
              SignalWireRestClient.class.getProtectionDomain().getCodeSource().getLocation());

  /**
   * They run on a thread of the JDK's that never ends and keeps the class loader it was made in.
   */
  @Test
  void facade_delays_doNotUseCompletableFuture() {
    for (String method : new String[] {"completeOnTimeout", "orTimeout", "delayedExecutor"}) {
      noClasses()
          .should()
          .callMethodWhere(
              com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                  com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(method)))
          .check(FACADE);
    }
  }

  @Test
  void close_afterCalls_leavesNoThreadWithTheClassLoaderOfTheApplication() throws Exception {
    ClassLoader application = new URLClassLoader(new URL[0], getClass().getClassLoader());
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try (ScriptedServer server =
                      ScriptedServer.responding("HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n");
                  SignalWireRestClient client =
                      server.client().maxRetries(1).callTimeout(Duration.ofMinutes(5)).build()) {
                VideoRooms rooms = client.video().rooms();
                assertThat(catchThrowable(() -> rooms.get("a"))).isNotNull();
                failure.complete(catchThrowable(() -> rooms.getAsync("a").join()));
              }
            });
    caller.setContextClassLoader(application);
    caller.start();
    assertThat(failure.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(SignalWireRestError.class);
    caller.join();

    assertThat(threadsOf(application))
        .allSatisfy(thread -> assertThat(thread.getName()).startsWith("Ok"));
  }

  /** The threads serve callers other than the one whose call has started them. */
  @Test
  void getAsync_threadOfTheClient_hasTheCallersClassLoaderButNotItsThreadLocals() throws Exception {
    InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
    user.set("alice");
    CompletableFuture<String> seen = new CompletableFuture<>();
    CallListener listener =
        attempt -> seen.complete(user.get() + " " + Thread.currentThread().getContextClassLoader());
    try (ScriptedServer server =
            ScriptedServer.responding("HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client = server.client().listener(listener).build()) {
      assertThat(client.video().rooms().getAsync("a"))
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableOfType(ExecutionException.class);

      assertThat(seen.get(10, TimeUnit.SECONDS))
          .isEqualTo("null " + Thread.currentThread().getContextClassLoader());
    } finally {
      user.remove();
    }
  }

  /** The pool ends its threads when the client is closed, but not within the same instant. */
  private static Stream<Thread> threadsOf(ClassLoader application) throws InterruptedException {
    for (int left = 100; left > 0; left--) {
      if (running(application).allMatch(thread -> thread.getName().startsWith("Ok"))) {
        break;
      }
      Thread.sleep(20);
    }
    return running(application);
  }

  private static Stream<Thread> running(ClassLoader application) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> application.equals(thread.getContextClassLoader()))
        .filter(thread -> !thread.getName().startsWith("scripted-server"));
  }
}
