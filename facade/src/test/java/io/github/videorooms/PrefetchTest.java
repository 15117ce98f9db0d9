package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.videorooms.model.Room;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrefetchTest {
  private static final String ERROR = "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n";

  /** The ways to read a list. */
  enum Iteration {
    ITERATOR {
      @Override
      void read(Paged<Room> list, Consumer<Room> action) {
        for (Room room : list) {
          action.accept(room);
        }
      }
    },
    STREAM {
      @Override
      void read(Paged<Room> list, Consumer<Room> action) {
        list.stream().forEach(action);
      }
    },
    PAGES {
      @Override
      void read(Paged<Room> list, Consumer<Room> action) {
        list.byPage().forEach(page -> page.getItems().forEach(action));
      }
    },
    ASYNCHRONOUS {
      @Override
      void read(Paged<Room> list, Consumer<Room> action) {
        try {
          list.forEachAsync(action).orTimeout(20, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
          throw Undeclared.undeclared(e.getCause());
        }
      }
    };

    abstract void read(Paged<Room> list, Consumer<Room> action);
  }

  @ParameterizedTest
  @EnumSource
  void withPrefetch_fourPagesOneOfThemEmpty_returnsAllInOrder(Iteration iteration) {
    List<String> names = new ArrayList<>();
    try (ScriptedServer server =
            ForEachAsyncTest.pages(page(1, "a", "b"), page(2), page(3, "c"), page(0, "d", "e"));
        SignalWireRestClient client = server.client().build()) {
      iteration.read(rooms(client), room -> names.add(room.getName()));

      assertThat(names).containsExactly("a", "b", "c", "d", "e");
      assertThat(server.requests()).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void withPrefetch_itemIsConsumed_requestsTheNextPageAndNoOther(Iteration iteration) {
    List<Integer> requests = new ArrayList<>();
    try (ScriptedServer server =
            ForEachAsyncTest.pages(page(1, "a", "b"), page(2, "c", "d"), page(0, "e"));
        SignalWireRestClient client = server.client().build()) {
      AtomicInteger items = new AtomicInteger();
      iteration.read(
          rooms(client),
          room -> {
            int expected = Math.min(items.getAndIncrement() / 2 + 2, 3);
            awaitRequests(server, expected);
            requests.add(server.requests().size());
          });
    }

    assertThat(requests).containsExactly(2, 2, 3, 3, 3);
  }

  @ParameterizedTest
  @EnumSource
  void withPrefetch_pageFails_deliversTheItemsBeforeItFirst(Iteration iteration) {
    List<String> names = new ArrayList<>();
    try (ScriptedServer server = ForEachAsyncTest.pages(page(1, "a", "b"), ERROR);
        SignalWireRestClient client = server.client().maxRetries(0).build()) {
      Throwable failure =
          catchThrowable(
              () ->
                  iteration.read(
                      rooms(client),
                      room -> {
                        awaitRequests(server, 2);
                        names.add(room.getName());
                      }));

      assertThat(failure).isExactlyInstanceOf(SignalWireRestError.class);
      assertThat(((SignalWireRestError) failure).getCursor()).isEqualTo("page_token=PA1");
      assertThat(server.requests()).hasSize(2);
    }
    assertThat(names).containsExactly("a", "b");
  }

  @ParameterizedTest
  @EnumSource
  void withPrefetch_linkToAnotherPath_deliversTheItemsBeforeItFirst(Iteration iteration) {
    List<String> names = new ArrayList<>();
    String page = "{\"links\":{\"next\":\"/elsewhere?a=b\"},\"data\":[{\"name\":\"a\"}]}";
    try (ScriptedServer server = ScriptedServer.responding(ForEachAsyncTest.response(page));
        SignalWireRestClient client = server.client().build()) {
      assertThatThrownBy(() -> iteration.read(rooms(client), room -> names.add(room.getName())))
          .isInstanceOf(SignalWireRestDecodingError.class)
          .hasMessageContaining("leads to another path");
      assertThat(server.requests()).hasSize(1);
    }
    assertThat(names).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource
  void withPrefetch_actionThrows_failsWithThatException(Iteration iteration) {
    IllegalStateException thrown = new IllegalStateException("mine");
    try (ScriptedServer server = ForEachAsyncTest.pages(page(1, "a", "b"), page(0, "c"));
        SignalWireRestClient client = server.client().build()) {
      assertThatThrownBy(
              () ->
                  iteration.read(
                      rooms(client),
                      room -> {
                        throw thrown;
                      }))
          .isSameAs(thrown);
    }
  }

  @ParameterizedTest
  @EnumSource
  void withPrefetch_listenerThrowsAnError_failsWithThatError(Iteration iteration) {
    AssertionError thrown = new AssertionError("mine");
    AtomicInteger attempts = new AtomicInteger();
    CallListener listener =
        attempt -> {
          if (attempts.incrementAndGet() == 2) {
            throw thrown;
          }
        };
    try (ScriptedServer server = ForEachAsyncTest.pages(page(1, "a"), page(0, "b"));
        SignalWireRestClient client = server.client().listener(listener).build()) {
      assertThatThrownBy(() -> iteration.read(rooms(client), room -> {})).isSameAs(thrown);
    }
  }

  @ParameterizedTest
  @EnumSource
  void withPrefetch_clientIsClosed_failsInsteadOfWaiting(Iteration iteration) {
    CountDownLatch ended = new CountDownLatch(1);
    try (ScriptedServer server = firstPageAndThen(socket -> ForEachAsyncTest.await(ended));
        SignalWireRestClient client = server.client().build()) {
      assertThatThrownBy(
              () ->
                  iteration.read(
                      rooms(client),
                      room -> {
                        awaitRequests(server, 2);
                        client.close();
                      }))
          .isInstanceOf(SignalWireRestTransportError.class);
    } finally {
      ended.countDown();
    }
  }

  @Test
  void withPrefetch_interruptedDuringTheRequest_endsPromptlyAndCancelsIt() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (ScriptedServer server =
            firstPageAndThen(
                socket -> {
                  if (socket.getInputStream().read() == -1) {
                    gone.countDown();
                  }
                });
        SignalWireRestClient client = server.client().build()) {
      Iterator<Page<Room>> pages = rooms(client).byPage().iterator();
      pages.next();
      awaitRequests(server, 2);
      Thread.currentThread().interrupt();

      assertThatThrownBy(pages::next)
          .isInstanceOf(SignalWireRestTransportError.class)
          .hasMessageContaining("interrupted");

      assertThat(Thread.interrupted()).isTrue();
      assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(server.requests()).hasSize(2);
    }
  }

  /** On the executor's thread, as a program of one thread would. */
  @Test
  void withPrefetch_readOnTheOnlyThreadOfTheCallbackExecutor_isNotADeadlock() throws Exception {
    ExecutorService own = Executors.newSingleThreadExecutor();
    try (ScriptedServer server = ForEachAsyncTest.pages(page(1, "a"), page(2, "b"), page(0, "c"));
        SignalWireRestClient client =
            server.client().callbackExecutor(own).callTimeout(Duration.ofSeconds(5)).build()) {
      assertThat(own.submit(() -> rooms(client).stream().count()).get(20, TimeUnit.SECONDS))
          .isEqualTo(3);
    } finally {
      own.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ASYNCHRONOUS")
  void withPrefetch_clientIsClosedBeforeTheItems_deliversThemFirst(Iteration iteration) {
    AtomicReference<SignalWireRestClient> client = new AtomicReference<>();
    List<String> names = new ArrayList<>();
    CallListener closing = attempt -> client.get().close();
    try (ScriptedServer server = ForEachAsyncTest.pages(page(1, "a", "b"), page(0, "c"))) {
      client.set(server.client().listener(closing).build());

      assertThatThrownBy(
              () -> iteration.read(rooms(client.get()), room -> names.add(room.getName())))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the client is closed");
      assertThat(server.requests()).hasSize(1);
    }
    assertThat(names).containsExactly("a", "b");
  }

  @ParameterizedTest
  @EnumSource
  void withPrefetch_pageBeforeTheLast_isReleased(Iteration iteration) {
    List<WeakReference<Room>> rooms = new ArrayList<>();
    try (ScriptedServer server =
            ForEachAsyncTest.pages(page(1, "a"), page(2, "b"), page(3, "c"), page(0, "d"));
        SignalWireRestClient client = server.client().build()) {
      iteration.read(
          rooms(client),
          room -> {
            rooms.add(new WeakReference<>(room));
            ReleaseTest.assertReleased(rooms.subList(0, Math.max(0, rooms.size() - 2)));
          });
    }
    assertThat(rooms).hasSize(4);
  }

  @Test
  void next_afterAPageFailed_requestsItAgain() {
    AtomicInteger requests = new AtomicInteger();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  String[] responses = {page(1, "a"), ERROR, page(2, "b"), page(0, "c")};
                  ScriptedServer.send(socket, responses[requests.getAndIncrement()]);
                });
        SignalWireRestClient client = server.client().maxRetries(0).build()) {
      Iterator<Page<Room>> pages = rooms(client).byPage().iterator();
      pages.next();
      assertThatThrownBy(pages::next).isExactlyInstanceOf(SignalWireRestError.class);

      assertThat(pages.next().getItems()).extracting(Room::getName).containsExactly("b");
      assertThat(pages.next().getItems()).extracting(Room::getName).containsExactly("c");
      assertThat(pages.hasNext()).isFalse();
    }
  }

  @Test
  void withPrefetch_parametersAndCursors_preserveIt() {
    try (ScriptedServer server = ForEachAsyncTest.pages(page(1, "a"), page(2, "b"), page(0, "c"));
        SignalWireRestClient client = server.client().build()) {
      Paged<Room> list = rooms(client).withParameter("page_size", "1");
      for (Paged<Room> each : List.of(list, list.fromCursor("page_token=PA1"))) {
        int before = server.requests().size();
        each.byPage().iterator().next();
        awaitRequests(server, before + 2);
      }
    }
  }

  private interface Reply {
    void respond(Socket socket) throws IOException;
  }

  private static ScriptedServer firstPageAndThen(Reply reply) {
    return new ScriptedServer(
        (number, socket) -> {
          if (number == 1) {
            ScriptedServer.send(socket, page(1, "a"));
          } else {
            reply.respond(socket);
          }
        });
  }

  private static Paged<Room> rooms(SignalWireRestClient client) {
    return client.video().rooms().list().withPrefetch();
  }

  private static String page(int next, String... names) {
    return ForEachAsyncTest.page(next, names);
  }

  private static void awaitRequests(ScriptedServer server, int count) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (server.requests().size() < count) {
      assertThat(System.nanoTime()).as("requests: " + server.requests()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
