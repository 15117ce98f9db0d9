package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videorooms.model.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An error says that nothing has taken effect only if that is so whatever the caller's application
 * interceptors and event listeners do.
 */
class InterceptorsThatSendTest {
  private static final String CREATED = response("201 Created", Examples.of("Room").toString());

  /** Sends the request again after an exception or an error, as interceptors that retry do. */
  private static final Interceptor RETRYING =
      chain -> {
        try {
          Response response = chain.proceed(chain.request());
          if (response.isSuccessful()) {
            return response;
          }
          response.close();
        } catch (IOException e) {
          // Once more.
        }
        return chain.proceed(chain.request());
      };

  /** Sends another request before, as interceptors do that fetch an ETag or a token. */
  private static final Interceptor READING =
      chain -> {
        chain.proceed(chain.request().newBuilder().get().build()).close();
        return chain.proceed(chain.request());
      };

  static Stream<Arguments> rejections() {
    return Stream.of(
            response("401 X", ""),
            response("422 X", ""),
            response("429 X\r\nRetry-After: 0", ""),
            response("503 X\r\nRetry-After: 0", ""))
        .flatMap(
            rejection ->
                Stream.of(CallStyle.values()).map(style -> Arguments.of(rejection, style)));
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void create_brokenOffThenRejected_mayHaveTakenEffectAndIsNotRetried(
      String rejection, CallStyle style) {
    ScriptedServer.Script script =
        (number, socket) -> {
          if (number == 1) {
            ScriptedServer.reset(socket);
          } else {
            ScriptedServer.send(socket, number == 2 ? rejection : CREATED);
          }
        };
    AtomicInteger tokens = new AtomicInteger();
    try (ScriptedServer server = new ScriptedServer(script);
        SignalWireRestClient client =
            server
                .client()
                .token(() -> "token-" + tokens.incrementAndGet())
                .maxRetries(2)
                .http(http -> http.addInterceptor(RETRYING))
                .build()) {
      SignalWireRestError error = errorOf(() -> create(client, style));

      assertThat(error.mayHaveTakenEffect()).isTrue();
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void create_anotherRequestFirst_doesNotCount(String rejection, CallStyle style) {
    ScriptedServer.Script script =
        (number, socket) -> ScriptedServer.send(socket, number == 2 ? rejection : CREATED);
    try (ScriptedServer server = new ScriptedServer(script);
        SignalWireRestClient client =
            server.client().http(http -> http.addInterceptor(READING)).build()) {
      SignalWireRestError error = errorOf(() -> create(client, style));

      assertThat(error.mayHaveTakenEffect()).isFalse();
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void delete_anotherRequestFirst_isNotGoneBefore(CallStyle style) {
    ScriptedServer.Script script =
        (number, socket) ->
            ScriptedServer.send(socket, number == 1 ? CREATED : response("404 X", ""));
    try (ScriptedServer server = new ScriptedServer(script);
        SignalWireRestClient client =
            server.client().http(http -> http.addInterceptor(READING)).build()) {
      VideoRooms rooms = client.video().rooms();
      SignalWireRestError error =
          errorOf(() -> style.run(() -> rooms.delete("a"), () -> rooms.deleteAsync("a")));

      assertThat(error.getStatusCode()).isEqualTo(404);
    }
  }

  /** A status, its Retry-After, and how often the request is sent. */
  static Stream<Arguments> rejectionsWithoutBody() {
    return Stream.of(CallStyle.values())
        .flatMap(
            style ->
                Stream.of(
                    Arguments.of(style, 422, 0, 1),
                    Arguments.of(style, 401, 0, 1),
                    Arguments.of(style, 429, 60, 1),
                    Arguments.of(style, 429, 0, 2),
                    Arguments.of(style, 503, 60, 1),
                    Arguments.of(style, 503, 0, 2)));
  }

  @ParameterizedTest
  @MethodSource("rejectionsWithoutBody")
  void create_interceptorThrowsAtARejection_isRetriedByTheStatus(
      CallStyle style, int status, int retryAfter, int requests) {
    Interceptor strict =
        chain -> {
          Response response = chain.proceed(chain.request());
          response.close();
          throw new IOException("status " + response.code());
        };
    try (ScriptedServer server =
            ScriptedServer.responding(response(status + " X\r\nRetry-After: " + retryAfter, ""));
        SignalWireRestClient client =
            server.client().maxRetries(1).http(http -> http.addInterceptor(strict)).build()) {
      SignalWireRestError error = errorOf(() -> create(client, style));

      assertThat(error.mayHaveTakenEffect()).isFalse();
      assertThat(server.requests()).hasSize(requests);
    }
  }

  @ParameterizedTest
  @MethodSource("rejectionsWithoutBody")
  void create_bodyOfARejectionDoesNotArrive_isRetriedByTheStatus(
      CallStyle style, int status, int retryAfter, int requests) {
    String head = "HTTP/1.1 %d X\r\nRetry-After: %d\r\nContent-Length: 9\r\n\r\n";
    try (ScriptedServer server =
            ScriptedServer.responding(String.format(head, status, retryAfter));
        SignalWireRestClient client =
            server.client().maxRetries(1).attemptTimeout(Duration.ofMillis(300)).build()) {
      SignalWireRestError error = errorOf(() -> create(client, style));

      assertThat(error.mayHaveTakenEffect()).isFalse();
      assertThat(server.requests()).hasSize(requests);
    }
  }

  @ParameterizedTest
  @EnumSource
  void create_rejectedTwice_isRetried(CallStyle style) {
    ScriptedServer.Script script =
        (number, socket) ->
            ScriptedServer.send(
                socket, number < 3 ? response("429 X\r\nRetry-After: 0", "") : CREATED);
    try (ScriptedServer server = new ScriptedServer(script);
        SignalWireRestClient client =
            server.client().maxRetries(1).http(http -> http.addInterceptor(RETRYING)).build()) {
      assertThat(create(client, style)).isNotNull();
      assertThat(server.requests()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void create_interceptorGivesUpWhileConnecting_sendsNothingLater(CallStyle style)
      throws Exception {
    CountDownLatch connecting = new CountDownLatch(1);
    CountDownLatch givenUp = new CountDownLatch(1);
    CompletableFuture<Throwable> late = new CompletableFuture<>();
    Interceptor impatient =
        chain -> {
          CompletableFuture.runAsync(
                  () -> proceed(chain), task -> new Thread(task, "impatient").start())
              .whenComplete((nothing, error) -> late.complete(error));
          await(connecting);
          throw new IOException("gave up");
        };
    EventListener slow =
        new EventListener() {
          @Override
          public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
            connecting.countDown();
            await(givenUp);
          }
        };
    try (ScriptedServer server = ScriptedServer.responding(CREATED);
        SignalWireRestClient client =
            server
                .client()
                .http(http -> http.addInterceptor(impatient).eventListener(slow))
                .build()) {
      SignalWireRestError error = errorOf(() -> create(client, style));
      givenUp.countDown();

      assertThat(late.get(10, TimeUnit.SECONDS)).isNotNull();
      assertThat(error).hasRootCauseMessage("gave up");
      assertThat(error.mayHaveTakenEffect()).isFalse();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void createAsync_eventListenerThrowsOnceTheCallIsQueued_isNotSentLater() throws Exception {
    CountDownLatch failed = new CountDownLatch(1);
    AtomicInteger queued = new AtomicInteger();
    AtomicInteger reported = new AtomicInteger();
    EventListener throwing =
        new EventListener() {
          @Override
          public void dispatcherQueueStart(Call call, Dispatcher dispatcher) {
            if (queued.incrementAndGet() == 1) {
              throw new IllegalStateException("a listener");
            }
          }
        };
    Dispatcher oneSlot = new Dispatcher();
    oneSlot.setMaxRequests(1);
    OkHttpClient http =
        new OkHttpClient.Builder().dispatcher(oneSlot).eventListener(throwing).build();
    ScriptedServer.Script script =
        (number, socket) -> {
          failed.await();
          ScriptedServer.send(socket, CREATED);
        };
    try (ScriptedServer server = new ScriptedServer(script);
        SignalWireRestClient client =
            server
                .client()
                .httpClient(http)
                .listener(attempt -> reported.incrementAndGet())
                .build()) {
      VideoRooms rooms = client.video().rooms();
      CompletableFuture<Room> first = rooms.createAsync(room -> room.name("first"));
      SignalWireRestError error =
          errorOf(
              () -> CallStyle.ASYNC.call(() -> null, () -> rooms.createAsync(r -> r.name("b"))));
      CompletableFuture<Room> third = rooms.createAsync(room -> room.name("third"));
      failed.countDown();

      first.get(10, TimeUnit.SECONDS);
      third.get(10, TimeUnit.SECONDS); // After the second, whose turn came before.
      assertThat(error).hasRootCauseMessage("a listener");
      assertThat(error.mayHaveTakenEffect()).isFalse();
      assertThat(server.requests()).hasSize(2);
      assertThat(reported).hasValue(3);
    } finally {
      oneSlot.executorService().shutdown();
    }
  }

  private static Room create(SignalWireRestClient client, CallStyle style) {
    VideoRooms rooms = client.video().rooms();
    return style.call(
        () -> rooms.create(room -> room.name("standup")),
        () -> rooms.createAsync(room -> room.name("standup")));
  }

  private static SignalWireRestError errorOf(Runnable call) {
    return catchThrowableOfType(SignalWireRestError.class, call::run);
  }

  private static void proceed(Interceptor.Chain chain) {
    try {
      chain.proceed(chain.request()).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String response(String status, String body) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }
}
