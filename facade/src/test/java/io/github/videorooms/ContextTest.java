package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.model.Room;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a thread carries, such as a logging context or a trace, in a call that is retried once. */
class ContextTest {
  private static final ThreadLocal<String> CONTEXT = new ThreadLocal<>();
  private static final String ROOM = Examples.of("Room").toString();

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final ScriptedServer server =
      new ScriptedServer(
          (number, socket) ->
              ScriptedServer.send(
                  socket,
                  number == 1
                      ? "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n"
                      : "HTTP/1.1 200 OK\r\nContent-Length: " + ROOM.length() + "\r\n\r\n" + ROOM));

  @BeforeEach
  void setContext() {
    CONTEXT.set("mine");
  }

  @AfterEach
  void close() {
    CONTEXT.remove();
    server.close();
    pool.shutdownNow();
  }

  @Test
  void get_synchronous_runsEntirelyInTheCallersContext() {
    try (SignalWireRestClient client = client().build()) {
      client.video().rooms().get("r");
    }

    assertThat(asked).containsExactly("mine", "mine");
    assertThat(heard).containsExactly("mine", "mine");
  }

  @Test
  void getAsync_noPropagation_runsWithoutTheContext() throws Exception {
    try (SignalWireRestClient client = client().build()) {
      assertThat(contextOfStage(client.video().rooms().getAsync("r"))).isEqualTo("none");
    }

    assertThat(asked).containsExactly("none", "none");
    assertThat(heard).containsExactly("none", "none");
  }

  /** The calling thread starts the first attempt; a thread of the client's starts the second. */
  @Test
  void getAsync_dispatcherCapturesTheContextOnSubmit_losesItInTheRetry() throws Exception {
    ExecutorService capturing = new Capturing();
    OkHttpClient own = new OkHttpClient.Builder().dispatcher(new Dispatcher(capturing)).build();
    try (SignalWireRestClient client = client().httpClient(own).build()) {
      contextOfStage(client.video().rooms().getAsync("r"));
    } finally {
      capturing.shutdownNow();
    }

    assertThat(asked).containsExactly("mine", "none");
    assertThat(heard).containsExactly("mine", "none");
  }

  /** It is the thread which received the response that passes the task on. */
  @Test
  void getAsync_callbackExecutorCapturesTheContextOnSubmit_hasNothingToCapture() throws Exception {
    Executor capturing = task -> in(current(), pool).execute(task);
    try (SignalWireRestClient client = client().callbackExecutor(capturing).build()) {
      assertThat(contextOfStage(client.video().rooms().getAsync("r"))).isEqualTo("none");
    }
  }

  @Test
  void getAsync_contextCapturedForTheCall_reachesListenerAndStages() throws Exception {
    List<String> attempts = Collections.synchronizedList(new ArrayList<>());
    String captured = current();
    try (SignalWireRestClient client = client().build()) {
      String stage =
          client
              .withOptions(o -> o.listener(attempt -> attempts.add(captured)))
              .video()
              .rooms()
              .getAsync("r")
              .thenApplyAsync(room -> current(), in(captured, pool))
              .get(20, TimeUnit.SECONDS);

      assertThat(stage).isEqualTo("mine");
    }
    assertThat(attempts).containsExactly("mine", "mine");
  }

  private SignalWireRestClient.Builder client() {
    return SignalWireRestClient.builder()
        .project(Wire.PROJECT)
        .token(
            () -> {
              asked.add(current());
              return Wire.TOKEN;
            })
        .space(server.host())
        .listener(attempt -> heard.add(current()));
  }

  /** Returns the context in which the future completes. */
  private static String contextOfStage(CompletableFuture<Room> call) throws Exception {
    return call.thenApply(room -> current()).get(20, TimeUnit.SECONDS);
  }

  private static String current() {
    String context = CONTEXT.get();
    return context == null ? "none" : context;
  }

  private static Executor in(String context, Executor threads) {
    return task ->
        threads.execute(
            () -> {
              CONTEXT.set(context);
              try {
                task.run();
              } finally {
                CONTEXT.remove();
              }
            });
  }

  /** Runs each task in the context of the thread that starts it. */
  private static final class Capturing extends ThreadPoolExecutor {
    Capturing() {
      super(2, 2, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
    }

    @Override
    public void execute(Runnable task) {
      in(current(), super::execute).execute(task);
    }
  }
}
