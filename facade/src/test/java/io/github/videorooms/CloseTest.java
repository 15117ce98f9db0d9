package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videorooms.api.RoomsApi;
import io.github.videorooms.model.Room;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Response;

/** Whatever a call is doing, it ends when its client is closed. */
@Timeout(20)
class CloseTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{";

  /** Retrofit makes it, so that only OkHttp knows of it. */
  @Test
  void close_callOfARetrofitInterface_endsIt() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (ScriptedServer server = silent(arrived, over)) {
      SignalWireRestClient client = server.client().build();
      CompletableFuture<Response<Room>> call =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return client.api(RoomsApi.class).getRoom("r", Map.of()).execute();
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              });
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

      client.close();

      assertThat(call)
          .failsWithin(10, TimeUnit.SECONDS)
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(IOException.class);
      over.countDown();
    }
  }

  @Test
  void get_closedWhileReadingTheBody_endsAtOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(socket, HEAD);
                  begun.countDown();
                  while (true) {
                    ScriptedServer.send(socket, " ");
                    Thread.sleep(20);
                  }
                });
        SignalWireRestClient client = server.client().build()) {
      CompletableFuture<SignalWireRestError> error =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowableOfType(
                      SignalWireRestError.class, () -> client.video().rooms().get(ID)));
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      Thread.sleep(100);

      client.close();

      assertThat(error.get(2, TimeUnit.SECONDS)).isInstanceOf(SignalWireRestTransportError.class);
    }
  }

  @Test
  void getAsync_closedWhileQueued_endsAtOnce() throws Exception {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(1);
    OkHttpClient shared = new OkHttpClient.Builder().dispatcher(dispatcher).build();
    CountDownLatch arrived = new CountDownLatch(1);
    try (ScriptedServer server = new ScriptedServer((number, socket) -> arrived.countDown());
        SignalWireRestClient other = server.client().httpClient(shared).build();
        SignalWireRestClient client = server.client().httpClient(shared).build()) {
      CompletableFuture<?> running = other.video().rooms().getAsync(ID);
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<?> queued = client.video().rooms().getAsync(ID);

      client.close();

      assertThatThrownBy(() -> queued.get(2, TimeUnit.SECONDS))
          .cause()
          .isInstanceOfSatisfying(
              SignalWireRestTransportError.class,
              error -> assertThat(error.mayHaveTakenEffect()).isFalse());
      assertThat(running).isNotDone();
    }
  }

  @Test
  void createAsync_closedAfterARejection_saysThatNothingHasTakenEffect() throws Exception {
    CountDownLatch rejected = new CountDownLatch(1);
    try (ScriptedServer server =
            ScriptedServer.responding(
                "HTTP/1.1 429 X\r\nRetry-After: 10\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client =
            server.client().maxRetries(1).listener(attempt -> rejected.countDown()).build()) {
      CompletableFuture<?> waiting = client.video().rooms().createAsync(room -> room.name("a"));
      assertThat(rejected.await(10, TimeUnit.SECONDS)).isTrue();

      client.close();

      assertThatThrownBy(() -> waiting.get(2, TimeUnit.SECONDS))
          .cause()
          .isInstanceOfSatisfying(
              SignalWireRestError.class, error -> assertThat(error.mayHaveTakenEffect()).isFalse());
    }
  }

  @Test
  void getAsync_closedWhileTheCallersCodeBlocks_endsAtOnce() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    Semaphore closed = new Semaphore(0);
    try (ScriptedServer server = ScriptedServer.responding("HTTP/1.1 200 OK\r\n\r\n");
        SignalWireRestClient client =
            server
                .client()
                .http(
                    http ->
                        http.addInterceptor(
                            chain -> {
                              blocked.countDown();
                              closed.acquireUninterruptibly();
                              return chain.proceed(chain.request());
                            }))
                .build()) {
      CompletableFuture<?> call = client.video().rooms().getAsync(ID);
      assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();

      client.close();

      assertThatThrownBy(() -> call.get(2, TimeUnit.SECONDS))
          .hasCauseInstanceOf(SignalWireRestTransportError.class);
      assertThat(server.requests()).isEmpty();
    } finally {
      closed.release();
    }
  }

  /** Whether the client is closed or their deadline passes. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void getAsync_stagesOfAllOthersBlock_stillEnds(boolean isClosed) throws Exception {
    int count = 200;
    Semaphore over = new Semaphore(0);
    CountDownLatch blocked = new CountDownLatch(1);
    try (ScriptedServer server = silent(blocked, new CountDownLatch(1));
        SignalWireRestClient client =
            server.client().callTimeout(Duration.ofSeconds(isClosed ? 15 : 1)).build()) {
      List<CompletableFuture<?>> calls = new ArrayList<>();
      List<CompletableFuture<?>> stages = new ArrayList<>();
      for (int call = 0; call < count; call++) {
        CompletableFuture<?> future = client.video().rooms().getAsync(ID);
        calls.add(future);
        stages.add(future.whenComplete((room, error) -> over.acquireUninterruptibly()));
      }

      if (isClosed) {
        client.close();
      }

      assertThat(CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)))
          .failsWithin(10, TimeUnit.SECONDS)
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(SignalWireRestTransportError.class);
      assertThat(stages).noneMatch(CompletableFuture::isDone);
    } finally {
      over.release(count);
    }
  }

  static Stream<Runnable> listeners() {
    return Stream.of(
        () -> {
          throw new IllegalStateException("mine");
        },
        () -> {
          throw new NoSuchMethodError("an agent's");
        },
        () -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(15)));
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void close_eventListenerThrowsOrBlocks_endsAllCalls(Runnable listener) throws Exception {
    OkHttpClient own = new OkHttpClient.Builder().eventListener(whenCanceled(listener)).build();
    CountDownLatch arrived = new CountDownLatch(6);
    CountDownLatch over = new CountDownLatch(1);
    // The common pool may have one thread, for all calls.
    ExecutorService callers = Executors.newCachedThreadPool();
    try (ScriptedServer server = silent(arrived, over)) {
      SignalWireRestClient client = server.client().httpClient(own).build();
      List<CompletableFuture<?>> calls = new ArrayList<>();
      for (int call = 0; call < 3; call++) {
        calls.add(client.video().rooms().getAsync(ID));
        calls.add(CompletableFuture.runAsync(() -> client.video().rooms().get(ID), callers));
      }
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

      client.close();

      assertThat(calls)
          .allSatisfy(
              call ->
                  assertThat(call)
                      .failsWithin(10, TimeUnit.SECONDS)
                      .withThrowableOfType(ExecutionException.class)
                      .withCauseInstanceOf(SignalWireRestTransportError.class));
      over.countDown();
      callers.shutdown();
    }
  }

  /** The thread that watches all calls is not the one that the listener blocks. */
  @ParameterizedTest
  @EnumSource
  void get_eventListenerBlocksInAnotherCall_endsAtTheDeadline(CallStyle style) throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    EventListener blocking =
        whenCanceled(
            () -> {
              blocked.countDown();
              LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(15));
            });
    try (ScriptedServer server = silent(arrived, over);
        SignalWireRestClient client =
            server
                .client()
                .http(http -> http.eventListener(blocking))
                .callTimeout(Duration.ofSeconds(3))
                .build()) {
      VideoRooms rooms = client.video().rooms();
      CompletableFuture<?> other = rooms.getAsync("other");
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
      other.cancel(true);
      assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();

      assertThatThrownBy(() -> style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID)))
          .isInstanceOfSatisfying(
              SignalWireRestTransportError.class, error -> assertThat(error.isTimeout()).isTrue());
      over.countDown();
    }
  }

  private static EventListener whenCanceled(Runnable action) {
    return new EventListener() {
      @Override
      public void canceled(Call call) {
        action.run();
      }
    };
  }

  static Stream<Throwable> orRunHere_executorThrows_runsTheTaskOnce() {
    return Stream.of(
        new RejectedExecutionException(),
        new IllegalStateException(),
        new OutOfMemoryError("unable to create native thread"));
  }

  @ParameterizedTest
  @MethodSource
  void orRunHere_executorThrows_runsTheTaskOnce(Throwable thrown) {
    List<Thread> runs = new ArrayList<>();

    Transport.orRunHere(
            task -> {
              throw CloseTest.<RuntimeException>sneaky(thrown);
            })
        .execute(() -> runs.add(Thread.currentThread()));

    assertThat(runs).containsExactly(Thread.currentThread());
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** Whoever cancels a call may say that nothing was sent, and so nothing is sent from then on. */
  @ParameterizedTest
  @EnumSource
  void get_cancelledAfterConnecting_isNotSent(CallStyle style) {
    EventListener cancelling =
        new EventListener() {
          @Override
          public void connectionAcquired(Call call, Connection connection) {
            call.cancel();
          }
        };
    try (ScriptedServer server = ScriptedServer.responding("HTTP/1.1 200 OK\r\n\r\n");
        SignalWireRestClient client =
            server.client().http(http -> http.eventListener(cancelling)).build()) {
      VideoRooms rooms = client.video().rooms();

      assertThatThrownBy(() -> style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID)))
          .isInstanceOfSatisfying(
              SignalWireRestTransportError.class,
              error -> assertThat(error.mayHaveTakenEffect()).isFalse());
      assertThat(server.requests()).isEmpty();
    }
  }

  private static ScriptedServer silent(CountDownLatch arrived, CountDownLatch over)
      throws IOException {
    return new ScriptedServer(
        (number, socket) -> {
          arrived.countDown();
          over.await();
        });
  }
}
