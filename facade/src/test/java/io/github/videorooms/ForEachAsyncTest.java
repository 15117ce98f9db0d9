package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.videorooms.model.Room;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.EventListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForEachAsyncTest {
  private static final String ERROR = "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n";

  @Test
  void forEachAsync_threePagesOneOfThemEmpty_visitsAllInOrder() throws Exception {
    List<String> names = new ArrayList<>();
    try (ScriptedServer server = pages(page(1, "a", "b"), page(2), page(0, "c"));
        SignalWireRestClient client = server.client().build()) {
      Void nothing = result(rooms(client).forEachAsync(room -> names.add(room.getName())));

      assertThat(nothing).isNull();
      assertThat(names).containsExactly("a", "b", "c");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void forEachAsync_nextPage_isRequestedAfterAllItemsWereConsumed() throws Exception {
    List<Integer> requests = new ArrayList<>();
    try (ScriptedServer server = pages(page(1, "a", "b"), page(2, "c", "d"), page(0, "e"));
        SignalWireRestClient client = server.client().build()) {
      result(rooms(client).forEachAsync(room -> requests.add(server.requests().size())));
    }

    assertThat(requests).containsExactly(1, 1, 2, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void forEachAsync_callbackExecutorThrowsAnError_failsWithIt(boolean prefetches) {
    AtomicInteger tasks = new AtomicInteger();
    Executor exhausted =
        task -> {
          if (tasks.incrementAndGet() == 3) {
            throw new OutOfMemoryError("mine");
          }
          task.run();
        };
    try (ScriptedServer server = pages(page(1, "a"), page(2, "b"), page(3, "c"), page(0, "d"));
        SignalWireRestClient client = server.client().callbackExecutor(exhausted).build()) {
      Paged<Room> rooms = rooms(client);

      assertThat((prefetches ? rooms.withPrefetch() : rooms).forEachAsync(room -> pause()))
          .failsWithin(10, TimeUnit.SECONDS)
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(OutOfMemoryError.class);
    }
  }

  /** So that the next page is there before this one was consumed. */
  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("mine"), new AssertionError("mine"), new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void forEachAsync_actionThrows_failsWithThatException(Throwable thrown) {
    List<String> names = new ArrayList<>();
    Consumer<Room> failing =
        room -> {
          names.add(room.getName());
          if (names.size() == 2) {
            throw Undeclared.undeclared(thrown);
          }
        };
    try (ScriptedServer server = pages(page(1, "a", "b", "c"), page(0, "d"));
        SignalWireRestClient client = server.client().build()) {
      assertThat(failure(rooms(client).forEachAsync(failing))).isSameAs(thrown);
      assertThat(server.requests()).hasSize(1);
    }
    assertThat(names).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void forEachAsync_pageFails_reportsWhereToContinue(int failing) throws Exception {
    List<String> names = new ArrayList<>();
    String[] pages = {page(1, "a", "b"), page(2, "c"), page(0, "d")};
    String[] broken = pages.clone();
    broken[failing - 1] = ERROR;
    SignalWireRestError error;
    try (ScriptedServer server = pages(broken);
        SignalWireRestClient client = server.client().build()) {
      Throwable failure = failure(rooms(client).forEachAsync(room -> names.add(room.getName())));
      assertThat(failure).isExactlyInstanceOf(SignalWireRestError.class);
      error = (SignalWireRestError) failure;
    }
    assertThat(error.getCursor()).isEqualTo(failing == 1 ? null : "page_token=PA" + (failing - 1));

    try (ScriptedServer server = pages(pages);
        SignalWireRestClient client = server.client().build()) {
      Paged<Room> rest = failing == 1 ? rooms(client) : rooms(client).fromCursor(error.getCursor());
      result(rest.forEachAsync(room -> names.add(room.getName())));
    }
    assertThat(names).containsExactly("a", "b", "c", "d");
  }

  @Test
  void forEachAsync_linkToAnotherPath_failsAfterTheItemsOfThePage() {
    List<String> names = new ArrayList<>();
    try (ScriptedServer server =
            ScriptedServer.responding(
                response(
                    "{\"links\":{\"next\":\"/elsewhere?a=b\"},\"data\":[" + room("a") + "]}"));
        SignalWireRestClient client = server.client().build()) {
      assertThat(failure(rooms(client).forEachAsync(room -> names.add(room.getName()))))
          .isInstanceOf(SignalWireRestDecodingError.class)
          .hasMessageContaining("leads to another path");
    }
    assertThat(names).containsExactly("a");
  }

  @Test
  void forEachAsync_cancelledWhileAPageIsRequested_cancelsTheRequest() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    List<String> names = new ArrayList<>();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  if (number == 1) {
                    ScriptedServer.send(socket, page(1, "a"));
                    return;
                  }
                  arrived.countDown();
                  if (socket.getInputStream().read() == -1) {
                    gone.countDown();
                  }
                });
        SignalWireRestClient client = server.client().build()) {
      CompletableFuture<Void> walk = rooms(client).forEachAsync(room -> names.add(room.getName()));
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

      walk.cancel(true);

      assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(walk).isCancelled();
    }
    assertThat(names).containsExactly("a");
  }

  @Test
  void forEachAsync_cancelledAtTheLastItemOfAPage_requestsNoOtherPage() throws Exception {
    AtomicReference<CompletableFuture<Void>> walk = new AtomicReference<>();
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch consumed = new CountDownLatch(1);
    // Called by whoever starts a call, before it starts.
    EventListener.Factory counting =
        call -> {
          calls.incrementAndGet();
          return EventListener.NONE;
        };
    try (ScriptedServer server = pages(page(1, "a"), page(0, "b"));
        SignalWireRestClient client =
            server
                .client()
                .http(http -> http.eventListenerFactory(counting))
                .callbackExecutor(
                    task -> {
                      task.run();
                      consumed.countDown();
                    })
                .build()) {
      walk.set(
          rooms(client)
              .forEachAsync(
                  room -> {
                    await(started);
                    walk.get().cancel(true);
                  }));
      started.countDown();

      assertThat(consumed.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(walk.get()).isCancelled();
    assertThat(calls).hasValue(1);
  }

  static Stream<Consumer<CompletableFuture<Void>>> waysToEnd() {
    return Stream.of(
        walk -> walk.cancel(true),
        walk -> walk.complete(null),
        walk -> walk.completeExceptionally(new IllegalStateException("shutting down")));
  }

  @ParameterizedTest
  @MethodSource("waysToEnd")
  void forEachAsync_endedBetweenItems_stopsBeforeTheNext(Consumer<CompletableFuture<Void>> end)
      throws Exception {
    AtomicReference<CompletableFuture<Void>> walk = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    List<String> names = new ArrayList<>();
    try (ScriptedServer server = pages(page(1, "a", "b", "c"), page(0, "d"));
        SignalWireRestClient client = server.client().build()) {
      CompletableFuture<Void> stopped = new CompletableFuture<>();
      walk.set(
          rooms(client)
              .forEachAsync(
                  room -> {
                    names.add(room.getName());
                    await(started);
                    if (names.size() == 2) {
                      end.accept(walk.get());
                    }
                    if (names.size() > 2) {
                      stopped.complete(null);
                    }
                  }));
      started.countDown();

      assertThat(catchThrowable(() -> stopped.get(200, TimeUnit.MILLISECONDS)))
          .isInstanceOf(TimeoutException.class);
      assertThat(walk.get()).isDone();
      assertThat(server.requests()).hasSize(1);
    }
    assertThat(names).containsExactly("a", "b");
  }

  @Test
  void forEachAsync_clientIsClosed_failsAtOnceOrBeforeTheNextPage() {
    try (ScriptedServer server = pages(page(1, "a"), page(0, "b"))) {
      SignalWireRestClient client = server.client().build();

      assertThat(failure(rooms(client).forEachAsync(room -> client.close())))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the client is closed");
      assertThatIllegalStateException()
          .isThrownBy(() -> rooms(client).forEachAsync(room -> {}))
          .withMessage("the client is closed");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void forEachAsync_null_isRejectedByName() {
    try (SignalWireRestClient client =
        SignalWireRestClient.builder().project("p").token("t").space("acme").build()) {
      assertThatNullPointerException()
          .isThrownBy(() -> rooms(client).forEachAsync(null))
          .withMessage("action");
    }
  }

  /** What the action writes is neither volatile nor locked. */
  @Test
  void forEachAsync_executorWithManyThreads_handlesOneItemAtATime() throws Exception {
    ExecutorService own = Executors.newFixedThreadPool(8, task -> new Thread(task, "own"));
    Tally tally = new Tally();
    String[] pages =
        IntStream.range(0, 50)
            .mapToObj(number -> page(number == 49 ? 0 : number + 1, "a", "b", "c"))
            .toArray(String[]::new);
    try (ScriptedServer server = pages(pages);
        SignalWireRestClient client = server.client().callbackExecutor(own).build()) {
      result(rooms(client).forEachAsync(tally));
    } finally {
      own.shutdownNow();
    }

    assertThat(tally.items).isEqualTo(150);
    assertThat(tally.overlaps).isZero();
    assertThat(tally.threads).containsOnly("own");
  }

  private static final class Tally implements Consumer<Room> {
    int items;
    int overlaps;
    boolean busy;
    final List<String> threads = new ArrayList<>();

    @Override
    public void accept(Room room) {
      overlaps += busy ? 1 : 0;
      busy = true;
      LockSupport.parkNanos(1); // long enough for another thread to come in between
      items++;
      threads.add(Thread.currentThread().getName());
      busy = false;
    }
  }

  /** The response is there before the stage that consumes it could be attached. */
  @Test
  void forEachAsync_immediateResponse_neverRunsOnTheCallingThread() throws Exception {
    List<Thread> threads = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try (SignalWireRestClient client = EndlessList.client(3, pool).build()) {
      for (int walk = 0; walk < 200; walk++) {
        result(rooms(client).forEachAsync(room -> threads.add(Thread.currentThread())));
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(threads).hasSize(600).doesNotContain(Thread.currentThread());
  }

  /** Neither the stack nor the heap grows, even if each response is there before its request. */
  @Tag("thorough")
  @Tag("waiting")
  @ParameterizedTest
  @ValueSource(strings = {"direct", "pool"})
  void forEachAsync_hundredThousandPages_needsOnlyASmallStackAndHeap(String threads)
      throws Exception {
    ChildProcess program =
        ChildProcess.start(
            List.of("-Xmx32m"), Stream.empty(), EndlessList.Application.class, threads, "100000");

    assertThat(program.output().strip()).isEqualTo("100000");
    assertThat(program.status()).isZero();
  }

  private static Paged<Room> rooms(SignalWireRestClient client) {
    return client.video().rooms().list();
  }

  private static Void result(CompletableFuture<Void> walk) throws Exception {
    return walk.get(20, TimeUnit.SECONDS);
  }

  private static Throwable failure(CompletableFuture<Void> walk) {
    Throwable thrown = catchThrowable(() -> walk.get(20, TimeUnit.SECONDS));
    assertThat(thrown).isInstanceOf(ExecutionException.class);
    return thrown.getCause();
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Responds with the page that a request asks for by its token. */
  static ScriptedServer pages(String... pages) {
    AtomicReference<ScriptedServer> server = new AtomicReference<>();
    server.set(
        new ScriptedServer(
            (number, socket) -> {
              String token = server.get().requests().get(number - 1).split(" ", 3)[1];
              int page =
                  token.contains("PA") ? Integer.parseInt(token.replaceFirst(".*PA", "")) : 0;
              ScriptedServer.send(socket, pages[page]);
            }));
    return server.get();
  }

  /**
   * Makes a page.
   *
   * @param next the number of the next one, or 0
   */
  static String page(int next, String... names) {
    String links = next == 0 ? "{}" : "{\"next\":\"?page_token=PA" + next + "\"}";
    String data = Arrays.stream(names).map(name -> room(name)).collect(Collectors.joining(","));
    return response("{\"links\":" + links + ",\"data\":[" + data + "]}");
  }

  private static String room(String name) {
    return "{\"id\":\"x\",\"name\":\"" + name + "\"}";
  }

  static String response(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }
}
