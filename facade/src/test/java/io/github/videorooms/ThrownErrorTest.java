package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.videorooms.model.CreateRoomRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller's own code throws below a call ends the call: an {@code Error} as well. */
class ThrownErrorTest {
  static Stream<Arguments> errors() {
    return Stream.of(
            new AssertionError("mine"),
            new NoSuchMethodError("mine"),
            new StackOverflowError("mine"))
        .flatMap(
            error ->
                Stream.of(200, 404, 503)
                    .flatMap(
                        status ->
                            Stream.of(CallStyle.values())
                                .map(style -> Arguments.of(error, status, style))));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void call_listenerThrowsAnError_failsAtOnceWithIt(Error error, int status, CallStyle style) {

    assertThat(
            outcome(
                status,
                style,
                builder ->
                    builder.listener(
                        attempt -> {
                          throw error;
                        })))
        .isSameAs(error);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void call_interceptorThrowsAnError_failsAtOnceWithIt(Error error, int status, CallStyle style) {
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  chain.proceed(chain.request()).close();
                  throw error;
                })
            .build();

    assertThat(outcome(status, style, builder -> builder.httpClient(own))).isSameAs(error);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void call_bodyThrowsAnErrorWhileItIsRead_failsAtOnceWithIt(
      Error error, int status, CallStyle style) {
    Source broken =
        new ForwardingSource(new Buffer()) {
          @Override
          public long read(Buffer sink, long count) {
            throw error;
          }
        };
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain
                        .proceed(chain.request())
                        .newBuilder()
                        .body(ResponseBody.create(Okio.buffer(broken), null, -1))
                        .build())
            .build();

    assertThat(outcome(status, style, builder -> builder.httpClient(own))).isSameAs(error);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void call_callbackExecutorThrowsAnError_failsAtOnceWithIt(
      Error error, int status, CallStyle style) {

    Throwable outcome =
        outcome(
            status,
            style,
            builder ->
                builder.callbackExecutor(
                    task -> {
                      throw error;
                    }));

    if (style == CallStyle.ASYNC) {
      assertThat(outcome).isSameAs(error);
    } else {
      assertThat(outcome).isNotSameAs(error);
    }
  }

  /** Kotlin declares no checked exceptions, and libraries of Java have ways not to. */
  static Stream<Arguments> exceptions() {
    return Stream.of(new IOException("mine"), new ExecutionException("mine", null))
        .flatMap(e -> Stream.of(CallStyle.values()).map(style -> Arguments.of(e, style)));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void create_listenerThrowsACheckedException_returnsTheRoom(Exception thrown, CallStyle style) {
    AtomicInteger attempts = new AtomicInteger();
    try (ScriptedServer server = responding(200);
        SignalWireRestClient client =
            server
                .client()
                .listener(
                    attempt -> {
                      attempts.incrementAndGet();
                      throw Undeclared.undeclared(thrown);
                    })
                .build()) {
      VideoRooms rooms = client.video().rooms();
      CreateRoomRequest request = CreateRoomRequest.builder().name("standup").build();

      assertThat(style.call(() -> rooms.create(request), () -> rooms.createAsync(request)))
          .isNotNull();
      assertThat(attempts).hasValue(1);
    }
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void get_interceptorThrowsACheckedException_isATransportErrorWithIt(
      Exception thrown, CallStyle style) {
    Interceptor failing =
        chain -> {
          chain.proceed(chain.request()).close();
          throw Undeclared.undeclared(thrown);
        };
    OkHttpClient application = new OkHttpClient.Builder().addInterceptor(failing).build();
    OkHttpClient network = new OkHttpClient.Builder().addNetworkInterceptor(failing).build();

    for (OkHttpClient own : List.of(application, network)) {
      assertThat(outcome(200, style, builder -> builder.httpClient(own).maxRetries(0)))
          .isInstanceOf(SignalWireRestTransportError.class)
          .hasMessageContaining("mine")
          .hasRootCause(thrown);
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void get_interceptorThrowsAnInterruptedException_preservesTheInterruptAndIsNotRetried() {
    AtomicInteger requests = new AtomicInteger();
    Interceptor interrupted =
        chain -> {
          requests.incrementAndGet();
          throw Undeclared.undeclared(new InterruptedException());
        };
    OkHttpClient application = new OkHttpClient.Builder().addInterceptor(interrupted).build();
    OkHttpClient network = new OkHttpClient.Builder().addNetworkInterceptor(interrupted).build();

    for (OkHttpClient own : List.of(application, network)) {
      assertThat(outcome(200, CallStyle.SYNC, builder -> builder.httpClient(own)))
          .isInstanceOf(SignalWireRestTransportError.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(requests).hasValue(2);
  }

  /** Its status is not that of this call's response, which may have created the room. */
  @ParameterizedTest
  @EnumSource
  void create_interceptorThrowsTheErrorOfAnotherCall_isNotRetried(CallStyle style) {
    AtomicInteger requests = new AtomicInteger();
    SignalWireRestError other = (SignalWireRestError) outcome(429, CallStyle.SYNC, b -> b);
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  requests.incrementAndGet();
                  chain.proceed(chain.request()).close();
                  throw other;
                })
            .build();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
    try (ScriptedServer server = responding(200);
        SignalWireRestClient client = server.client().httpClient(own).build()) {
      VideoRooms rooms = client.video().rooms();
      CreateRoomRequest request = CreateRoomRequest.builder().name("standup").build();

      assertThatExceptionOfType(SignalWireRestTransportError.class)
          .isThrownBy(
              () -> style.call(() -> rooms.create(request), () -> rooms.createAsync(request)));
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(requests).hasValue(1);
  }

  private static ScriptedServer responding(int status) {
    String room = Examples.of("Room").toString();
    return ScriptedServer.responding(
        "HTTP/1.1 "
            + status
            + " Status\r\nContent-Type: application/json\r\nContent-Length: "
            + room.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + room);
  }

  /** What a call fails with, or null. */
  private static Throwable outcome(
      int status, CallStyle style, UnaryOperator<SignalWireRestClient.Builder> setting) {
    try (ScriptedServer server = responding(status);
        SignalWireRestClient client = setting.apply(server.client().maxRetries(1)).build()) {
      if (style == CallStyle.SYNC) {
        return catchThrowable(() -> client.video().rooms().get("r"));
      }
      CompletableFuture<?> future = client.video().rooms().getAsync("r");
      Throwable failure = catchThrowable(() -> future.get(20, TimeUnit.SECONDS));
      return failure instanceof ExecutionException ? failure.getCause() : failure;
    }
  }
}
