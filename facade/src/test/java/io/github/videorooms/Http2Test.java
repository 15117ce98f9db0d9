package io.github.videorooms;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videorooms.Http2Fault.Outcome;
import io.github.videorooms.ScriptedHttp2Server.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A caller's own HTTP client that speaks HTTP/2; the client's own speaks HTTP/1.1. */
@Timeout(30)
class Http2Test {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String ROOM = "{\"id\":\"a\",\"name\":\"standup\"}";

  private enum Operation {
    GET,
    POST,
    DELETE;

    void call(SignalWireRestClient client, CallStyle style) {
      VideoRooms rooms = client.video().rooms();
      switch (this) {
        case GET -> style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID));
        case POST ->
            style.call(
                () -> rooms.create(room -> room.name("standup")),
                () -> rooms.createAsync(room -> room.name("standup")));
        default -> style.run(() -> rooms.delete(ID), () -> rooms.deleteAsync(ID));
      }
    }

    /** Nobody reads the body of the response to a DELETE. */
    boolean succeedsAfter(Outcome outcome) {
      return outcome == Outcome.RESULT || (outcome == Outcome.CUT_OFF && this == DELETE);
    }

    boolean isRetriedAfter(Outcome outcome) {
      return outcome == Outcome.NOT_PROCESSED || (!succeedsAfter(outcome) && this != POST);
    }
  }

  private static Stream<Arguments> endingFaults() {
    return Http2Fault.ending().flatMap(Http2Test::withEachCall);
  }

  private static Stream<Http2Fault> endlessFaults() {
    return Http2Fault.ENDLESS.stream();
  }

  private static Stream<Arguments> withEachCall(Http2Fault fault) {
    return Stream.of(Operation.values())
        .flatMap(
            operation ->
                Stream.of(CallStyle.values())
                    .map(style -> Arguments.of(fault, operation, style, fault.outcome())));
  }

  @ParameterizedTest(name = "the server {0}; {1} {2}: {3}")
  @MethodSource("endingFaults")
  void call_faultThatEndsTheExchange_isRetriedOnlyIfThatIsSafe(
      Http2Fault fault, Operation operation, CallStyle style, Outcome outcome) {
    try (ScriptedHttp2Server server = new ScriptedHttp2Server(fault.script());
        SignalWireRestClient client = client(server.host()).maxRetries(1).build()) {
      assertOutcome(client, operation, style, outcome);

      assertThat(server.requests()).isEqualTo(operation.isRetriedAfter(outcome) ? 2 : 1);
    }
  }

  /** Each call waits for its deadline, so they wait side by side. */
  @ParameterizedTest(name = "the server {0}")
  @MethodSource("endlessFaults")
  void call_faultThatNeverEnds_endsAtTheDeadline(Http2Fault fault) {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<CompletableFuture<Void>> calls = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (CallStyle style : CallStyle.values()) {
        calls.add(runAsync(() -> assertEndsAtTheDeadline(fault, operation, style), threads));
      }
    }
    threads.shutdown();

    assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(20, TimeUnit.SECONDS));
  }

  private static void assertEndsAtTheDeadline(
      Http2Fault fault, Operation operation, CallStyle style) {
    try (ScriptedHttp2Server server = new ScriptedHttp2Server(fault.script());
        SignalWireRestClient client =
            client(server.host()).callTimeout(Duration.ofMillis(700)).maxRetries(1).build()) {
      assertOutcome(client, operation, style, fault.outcome());

      assertThat(server.requests()).as("%s %s", operation, style).isEqualTo(1);
    }
  }

  private static void assertOutcome(
      SignalWireRestClient client, Operation operation, CallStyle style, Outcome outcome) {
    SignalWireRestError error =
        catchThrowableOfType(SignalWireRestError.class, () -> operation.call(client, style));

    if (operation.succeedsAfter(outcome)) {
      assertThat(error).isNull();
    } else {
      assertThat(error).isInstanceOf(SignalWireRestTransportError.class);
      assertThat(((SignalWireRestTransportError) error).mayHaveTakenEffect())
          .isEqualTo(outcome != Outcome.NOT_PROCESSED);
    }
  }

  private static SignalWireRestClient.Builder client(String host) {
    return SignalWireRestClient.builder()
        .project(Wire.PROJECT)
        .token(Wire.TOKEN)
        .space(host)
        .httpClient(http2().build());
  }

  private static OkHttpClient.Builder http2() {
    return new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
  }

  @ParameterizedTest
  @EnumSource
  void create_windowIsNeverOpened_endsAtTheDeadline(CallStyle style) {
    try (ScriptedHttp2Server server = new ScriptedHttp2Server(exchange -> {}, 0);
        SignalWireRestClient client =
            client(server.host()).callTimeout(Duration.ofMillis(400)).build()) {
      assertOutcome(client, Operation.POST, style, Outcome.UNKNOWN);

      assertThat(server.requests()).isEqualTo(1);
    }
  }

  /** An interceptor that logs bodies reads the response, in which the refusal then arrives. */
  @ParameterizedTest
  @EnumSource
  void create_refusedWithinAResponseThatAnInterceptorReads_isSentOnce(CallStyle style) {
    OkHttpClient logging =
        http2()
            .addNetworkInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  response.peekBody(1_000);
                  return response;
                })
            .build();
    try (ScriptedHttp2Server server =
            new ScriptedHttp2Server(
                exchange -> {
                  exchange.beginResponse(ROOM);
                  exchange.reset(Reason.REFUSED_STREAM);
                });
        SignalWireRestClient client = client(server.host()).httpClient(logging).build()) {
      assertOutcome(client, Operation.POST, style, Outcome.CUT_OFF);

      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void create_refusedAfterAnInterceptorHasSentItBefore_mayHaveTakenEffect(CallStyle style) {
    OkHttpClient retrying =
        http2()
            .addInterceptor(
                chain -> {
                  try {
                    return chain.proceed(chain.request());
                  } catch (IOException e) {
                    return chain.proceed(chain.request());
                  }
                })
            .build();
    try (ScriptedHttp2Server server =
            new ScriptedHttp2Server(
                exchange ->
                    exchange.reset(
                        exchange.stream == 3 ? Reason.INTERNAL_ERROR : Reason.REFUSED_STREAM));
        SignalWireRestClient client = client(server.host()).httpClient(retrying).build()) {
      assertOutcome(client, Operation.POST, style, Outcome.UNKNOWN);

      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void create_connectionEndedWhileIdle_isSentOnceOnAnotherConnection(CallStyle style)
      throws Exception {
    try (ScriptedHttp2Server server =
            new ScriptedHttp2Server(
                exchange -> {
                  exchange.respond(ROOM);
                  exchange.goAway(exchange.stream);
                });
        SignalWireRestClient client = client(server.host()).maxRetries(0).build()) {
      for (int call = 0; call < 2; call++) {
        assertOutcome(client, Operation.POST, style, Outcome.RESULT);
        Thread.sleep(50);
      }

      assertThat(server.requests()).isEqualTo(2);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** After OkHttp has chosen it, and before it begins a stream. */
  @ParameterizedTest
  @EnumSource
  void create_connectionEndedBeforeTheStream_isSentOnceOnAnotherConnection(CallStyle style)
      throws Exception {
    AtomicReference<ScriptedHttp2Server.Exchange> first = new AtomicReference<>();
    AtomicInteger attempts = new AtomicInteger();
    Interceptor late =
        chain -> {
          if (attempts.incrementAndGet() == 2) {
            first.get().goAway(first.get().stream);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200)); // OkHttp reads it meanwhile.
          }
          return chain.proceed(chain.request());
        };
    try (ScriptedHttp2Server server =
            new ScriptedHttp2Server(
                exchange -> {
                  first.compareAndSet(null, exchange);
                  exchange.respond(ROOM);
                });
        SignalWireRestClient client =
            client(server.host()).httpClient(http2().addNetworkInterceptor(late).build()).build()) {
      for (int call = 0; call < 2; call++) {
        assertOutcome(client, Operation.POST, style, Outcome.RESULT);
      }

      assertThat(attempts).hasValue(3);
      assertThat(server.requests()).isEqualTo(2);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** There may be something to read at any time, and it is OkHttp's to read. */
  @ParameterizedTest
  @EnumSource
  void create_connectionIdle_isReused(CallStyle style) throws Exception {
    try (ScriptedHttp2Server server = new ScriptedHttp2Server(exchange -> exchange.respond(ROOM));
        SignalWireRestClient client = client(server.host()).maxRetries(0).build()) {
      for (int call = 0; call < 2; call++) {
        assertOutcome(client, Operation.POST, style, Outcome.RESULT);
        Thread.sleep(50);
      }

      assertThat(server.requests()).isEqualTo(2);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** Without pings, OkHttp would use the connection for all calls, as there is no read timeout. */
  @ParameterizedTest
  @EnumSource
  void get_connectionIsDeadAndPinged_isRetriedOnAnotherConnection(CallStyle style) {
    AtomicInteger number = new AtomicInteger();
    try (ScriptedHttp2Server server =
            new ScriptedHttp2Server(
                exchange -> {
                  if (number.incrementAndGet() == 2) {
                    exchange.respond(ROOM);
                  }
                });
        SignalWireRestClient client =
            client(server.host())
                .httpClient(http2().pingInterval(Duration.ofMillis(100)).build())
                .maxRetries(1)
                .build()) {
      assertOutcome(client, Operation.GET, style, Outcome.RESULT);

      assertThat(server.requests()).isEqualTo(2);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** The client pings by itself if the caller's HTTP client does not. */
  @Test
  @Tag("waiting")
  void get_connectionIsDead_isRetriedOnAnotherConnection() {
    AtomicInteger number = new AtomicInteger();
    try (ScriptedHttp2Server server =
            new ScriptedHttp2Server(
                exchange -> {
                  if (number.incrementAndGet() != 2) {
                    exchange.respond(ROOM);
                  }
                });
        SignalWireRestClient client = client(server.host()).maxRetries(1).build()) {
      client.video().rooms().get(ID);

      assertOutcome(client, Operation.GET, CallStyle.SYNC, Outcome.RESULT);

      assertThat(server.requests()).isEqualTo(3);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  @Tag("thorough")
  @Tag("waiting")
  void get_endlessFaults_fitInASmallHeap() throws Exception {
    List<ScriptedHttp2Server> servers =
        Stream.concat(Http2Fault.ending(), Http2Fault.ENDLESS.stream())
            .filter(fault -> fault.what().contains("endless"))
            .map(fault -> new ScriptedHttp2Server(fault.script()))
            .toList();
    try {
      ChildProcess program =
          ChildProcess.start(
              List.of("-Xmx64m"),
              Stream.empty(),
              Application.class,
              servers.stream().map(ScriptedHttp2Server::host).toArray(String[]::new));

      assertThat(program.output().lines())
          .hasSameSizeAs(servers)
          .allMatch(line -> line.startsWith("GET /api/video/rooms"));
    } finally {
      servers.forEach(ScriptedHttp2Server::close);
    }
  }

  /** Makes a call of each server, and prints what it ends in. */
  static final class Application {
    private Application() {}

    public static void main(String[] hosts) {
      for (String host : hosts) {
        try (SignalWireRestClient client =
            client(host).callTimeout(Duration.ofSeconds(1)).maxRetries(0).build()) {
          client.video().rooms().get(ID);
        } catch (SignalWireRestError e) {
          System.out.println(e.getMessage());
        }
      }
    }
  }
}
