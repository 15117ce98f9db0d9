package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A web application that has the client among its own jars uses all of it, and is undeployed. The
 * idle threads of OkHttp and Okio hold its class loader for about a minute.
 */
@Tag("soak")
class UndeployTest {
  private static final String ROOM =
      "{\"id\":\"a\",\"name\":\"standup\",\"links\":{},\"data\":[{\"id\":\"a\"}]}";
  private static final String OK =
      "HTTP/1.1 200 OK\r\nContent-Length: " + ROOM.length() + "\r\n\r\n" + ROOM;
  private static final String BUSY =
      "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";

  @Test
  void close_applicationUsedAllOfTheClient_isCollectedWithinTwoMinutes() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            (number, socket) -> ScriptedServer.send(socket, number % 2 == 1 ? BUSY : OK))) {
      ChildProcess program =
          ChildProcess.start(List.of(), Stream.empty(), Container.class, server.host());
      String output = program.output();
      System.out.print(output);

      assertThat(output)
          .matches("application was collected after \\d+ s, held by threads \\[(Ok\\w+(, )?)*]\\R");
      assertThat(server.requests()).hasSize(2 * Application.CALLS);
    }
  }

  /** Runs the application in a class loader of its own, on a thread that outlives it. */
  static final class Container {
    private Container() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
      ExecutorService threads = Executors.newSingleThreadExecutor();
      WeakReference<ClassLoader> application =
          threads.submit(() -> deployAndUndeploy(arguments[0])).get();
      long start = System.nanoTime();
      Set<String> holders = new TreeSet<>();
      while (application.get() != null && secondsSince(start) < 120) {
        holders.addAll(threadsOf(application.get()));
        Thread.sleep(1_000);
        System.gc();
      }
      System.out.printf(
          "application %s after %d s, held by threads %s%n",
          application.get() == null ? "was collected" : "is still there",
          secondsSince(start),
          holders);
      threads.shutdown();
    }

    private static WeakReference<ClassLoader> deployAndUndeploy(String host) throws Exception {
      Thread thread = Thread.currentThread();
      try (URLClassLoader application =
          new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
        thread.setContextClassLoader(application);
        Class<?> type = application.loadClass(Application.class.getName());
        ((Runnable) type.getConstructor(String.class).newInstance(host)).run();
        return new WeakReference<>(application);
      } finally {
        thread.setContextClassLoader(Container.class.getClassLoader());
      }
    }

    private static URL[] classPath() throws MalformedURLException {
      List<URL> entries = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        entries.add(Path.of(entry).toUri().toURL());
      }
      return entries.toArray(URL[]::new);
    }

    private static List<String> threadsOf(ClassLoader application) {
      return Thread.getAllStackTraces().keySet().stream()
          .filter(
              thread ->
                  thread.getContextClassLoader() == application
                      || thread.getClass().getClassLoader() == application)
          .map(thread -> thread.getName().replaceAll("\\W", ""))
          .toList();
    }

    private static long secondsSince(long start) {
      return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }
  }

  /** Makes calls of every kind, each of which succeeds at its second attempt. */
  public static final class Application implements Runnable {
    static final int CALLS = 6;

    private final String host;

    /** Called in another class loader. */
    public Application(String host) {
      this.host = host;
    }

    @Override
    public void run() {
      AtomicInteger attempts = new AtomicInteger();
      try (SignalWireRestClient client =
          SignalWireRestClient.builder()
              .project("p")
              .token("t")
              .space(host)
              .listener(attempt -> attempts.incrementAndGet())
              .build()) {
        VideoRooms rooms = client.video().rooms();
        rooms.get("a");
        rooms.create(room -> room.name("standup"));
        rooms.list().forEach(room -> {});
        client.withOptions(options -> options.header("X-Team", "a")).video().rooms().delete("a");
        rooms.getAsync("a").join();
        rooms.deleteAsync("a").join();
      }
      if (attempts.get() != 2 * CALLS) {
        throw new IllegalStateException(attempts + " attempts");
      }
    }
  }
}
