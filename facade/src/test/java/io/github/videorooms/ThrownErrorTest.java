package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
  void call_listenerThrowsAnError_endsAtOnceWithIt(Error error, int status, CallStyle style) {

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
  void call_interceptorThrowsAnError_endsAtOnceWithIt(Error error, int status, CallStyle style) {
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
  void call_executorOfCallbacksThrowsAnError_endsAtOnceWithIt(
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
