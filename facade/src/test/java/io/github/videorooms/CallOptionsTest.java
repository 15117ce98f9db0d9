package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videorooms.api.RoomsApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallOptionsTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @RegisterExtension private final Wire wire = new Wire();

  @ParameterizedTest
  @EnumSource
  void withOptions_headers_areSentOnlyByTheDerivedClient(CallStyle style) {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    SignalWireRestClient client = wire.client();
    SignalWireRestClient derived =
        client
            .withOptions(o -> o.header("X-Trace", "a").header("User-Agent", "mine"))
            .withOptions(o -> o.header("x-trace", "b"));

    style.call(() -> derived.video().rooms().get(ID), () -> derived.video().rooms().getAsync(ID));
    client.video().rooms().get(ID);

    assertThat(wire.requests().get(0).header("X-Trace").values()).containsExactly("b");
    assertThat(wire.requests().get(0).getHeader("User-Agent")).isEqualTo("mine");
    assertThat(wire.requests().get(1).containsHeader("X-Trace")).isFalse();
  }

  @Test
  void withOptions_rawRetrofit_appliesThemToo() throws Exception {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));

    wire.client()
        .withOptions(o -> o.header("X-Trace", "a"))
        .api(RoomsApi.class)
        .getRoom(ID, Map.of())
        .execute();

    assertThat(wire.request().getHeader("X-Trace")).isEqualTo("a");
  }

  @ParameterizedTest
  @EnumSource
  void withOptions_attemptTimeout_appliesToTheDerivedClient(CallStyle style) {
    try (ScriptedServer server = new ScriptedServer((number, socket) -> {});
        SignalWireRestClient client = server.client().build()) {
      VideoRooms rooms =
          client.withOptions(o -> o.attemptTimeout(Duration.ofMillis(200))).video().rooms();

      SignalWireRestError error =
          catchThrowableOfType(
              SignalWireRestError.class,
              () -> style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID)));

      assertThat(error.isTimeout()).isTrue();
    }
  }

  @Test
  void withOptions_maxRetries_appliesToTheDerivedClient() {
    try (ScriptedServer server =
            ScriptedServer.responding("HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client = server.client().timer(new FakeTimer(), () -> 0.5).build()) {
      VideoRooms rooms = client.withOptions(o -> o.maxRetries(4)).video().rooms();

      assertThatThrownBy(() -> rooms.get(ID)).isInstanceOf(SignalWireRestError.class);
      assertThat(server.requests()).hasSize(5);
    }
  }

  @Test
  void withOptions_thousandClients_shareOneConnectionAndAddNoThreads() {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    OkHttpClient own = new OkHttpClient();
    SignalWireRestClient client = wire.client(wire.builder().httpClient(own));
    client.video().rooms().get(ID);
    int threads = Thread.activeCount();

    for (int call = 0; call < 1_000; call++) {
      client.withOptions(o -> o.callTimeout(Duration.ofSeconds(5)));
    }
    client.withOptions(o -> o.maxRetries(1)).video().rooms().get(ID);

    assertThat(own.connectionPool().connectionCount()).isEqualTo(1);
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 1);
  }

  @Test
  void close_derivedClient_closesNothing() {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    SignalWireRestClient client = wire.client();
    SignalWireRestClient derived = client.withOptions(o -> {});

    derived.close();

    assertThatCode(() -> derived.video().rooms().get(ID)).doesNotThrowAnyException();
    client.close();
    assertThatThrownBy(() -> derived.video().rooms().get(ID))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void withOptions_optionsChangedAfterwards_haveNoEffect() {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    List<CallOptions> kept = new ArrayList<>();
    SignalWireRestClient derived = wire.client().withOptions(kept::add);

    kept.get(0).header("X-Late", "a");
    derived.video().rooms().get(ID);

    assertThat(wire.request().containsHeader("X-Late")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "host",
        "CONTENT-LENGTH",
        "accept-encoding",
        "Connection",
        "Content-Type",
        "Expect",
        "TE",
        "Transfer-Encoding",
        "Upgrade",
        "",
        "a b",
        "a:b",
        "a\r\nb",
        "ü"
      })
  void header_nameThatCannotBeSet_isRejected(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CallOptions().header(name, "value"))
        .withMessageNotContaining("value\"")
        .satisfies(error -> assertThat(error.getMessage()).doesNotContainPattern("\\p{Cntrl}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret\r\nX: y", "secret\u0000", "secret ü"})
  void header_valueThatCannotBeSent_isRejectedWithoutShowingIt(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CallOptions().header("X-Key", value))
        .withMessageContaining("X-Key")
        .withMessageNotContaining("secret");
    assertThat(new CallOptions().header("X-Key", "secret").toString())
        .contains("X-Key")
        .doesNotContain("secret");
  }

  @Test
  void options_atTheBounds_areAccepted() {
    CallOptions options =
        new CallOptions()
            .maxRetries(10)
            .callTimeout(Duration.ofMillis(Integer.MAX_VALUE))
            .attemptTimeout(Duration.ofMillis(1))
            .maxResponseBytes(1L << 30)
            .maxErrorBytes(1);

    assertThat(options)
        .hasToString(
            "CallOptions{callTimeout=PT596H31M23.647S, attemptTimeout=PT0.001S, maxRetries=10,"
                + " maxResponseBytes=1073741824, maxErrorBytes=1, headers=[]}");
    assertThat(options.maxRetries(0).toString()).contains("maxRetries=0");
  }

  @Test
  void options_outOfRange_areRejected() {
    CallOptions options = new CallOptions();

    assertThatIllegalArgumentException().isThrownBy(() -> options.maxRetries(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> options.maxRetries(11));
    assertThatIllegalArgumentException().isThrownBy(() -> options.callTimeout(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.attemptTimeout(Duration.ofDays(25)));
    assertThatThrownBy(() -> options.callTimeout(null)).hasMessage("timeout");
    assertThatThrownBy(() -> options.header(null, "")).hasMessage("name");
    assertThatThrownBy(() -> options.header("a", null)).hasMessage("value");
    assertThatThrownBy(() -> wire.client().withOptions(null)).hasMessage("change");
  }

  @ParameterizedTest
  @EnumSource
  void maxResponseBytes_ofASuccess_limitsWhatIsRead(CallStyle style) {
    String room = Examples.room(ID, "standup").toString();
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    SignalWireRestClient client = wire.client();
    VideoRooms enough = client.withOptions(o -> o.maxResponseBytes(room.length())).video().rooms();
    VideoRooms tooFew =
        client.withOptions(o -> o.maxResponseBytes(room.length() - 1)).video().rooms();

    assertThat(style.call(() -> enough.get(ID), () -> enough.getAsync(ID)).getId()).isEqualTo(ID);
    assertThatThrownBy(() -> style.call(() -> tooFew.get(ID), () -> tooFew.getAsync(ID)))
        .isInstanceOf(SignalWireRestDecodingError.class)
        .hasMessageContaining("larger than " + (room.length() - 1) + " bytes");
  }

  @Test
  void maxErrorBytes_ofABuilder_truncatesTheBodyOfAnError() {
    try (ScriptedServer server =
            ScriptedServer.responding("HTTP/1.1 404 X\r\nContent-Length: 9\r\n\r\nnot found");
        SignalWireRestClient client = server.client().options(o -> o.maxErrorBytes(3)).build()) {
      SignalWireRestError error =
          catchThrowableOfType(SignalWireRestError.class, () -> client.video().rooms().get(ID));

      assertThat(error.getBody()).isEqualTo("not");
      assertThat(error.isNotFound()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, (1L << 30) + 1, Long.MAX_VALUE})
  void bytes_outOfRange_areRejected(long bytes) {
    SignalWireRestClient client = wire.client();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.withOptions(o -> o.maxResponseBytes(bytes)))
        .withMessageContaining("from 1 to 1073741824");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.withOptions(o -> o.maxErrorBytes(bytes)))
        .withMessageContaining("from 1 to 1073741824");
  }

  @ParameterizedTest
  @EnumSource
  void listener_retriedCall_seesEveryAttempt(CallStyle style) {
    String room = Examples.room(ID, "standup").toString();
    List<CallAttempt> attempts = Collections.synchronizedList(new ArrayList<>());
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) ->
                    ScriptedServer.send(
                        socket,
                        number == 1
                            ? "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n"
                            : "HTTP/1.1 200 OK\r\nx-request-id: req-9\r\nContent-Length: "
                                + room.length()
                                + "\r\n\r\n"
                                + room));
        SignalWireRestClient client =
            server
                .client()
                .maxRetries(1)
                .timer(new FakeTimer(), () -> 0.5)
                .listener(attempts::add)
                .build()) {
      VideoRooms rooms = client.video().rooms();
      style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID));
    }

    assertThat(attempts).extracting(CallAttempt::getNumber).containsExactly(1, 2);
    assertThat(attempts).extracting(CallAttempt::getStatusCode).containsExactly(500, 200);
    assertThat(attempts).extracting(CallAttempt::isSuccessful).containsExactly(false, true);
    CallAttempt last = attempts.get(1);
    assertThat(last.getOperationId()).isEqualTo("get_room");
    assertThat(last.getMethod()).isEqualTo("GET");
    assertThat(last.getPathTemplate()).isEqualTo("/api/video/rooms/{id}");
    assertThat(last.getRequestId()).isEqualTo("req-9");
    assertThat(last.getHeaders()).containsKey("X-Request-Id");
    assertThat(last.getDuration()).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(last)
        .hasToString("GET /api/video/rooms/{id}: attempt 2, status 200, 0 ms, request id req-9");
  }

  @ParameterizedTest
  @EnumSource
  void listener_realClock_receivesTheDurationOfTheAttempt(CallStyle style) {
    List<CallAttempt> attempts = Collections.synchronizedList(new ArrayList<>());
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    VideoRooms rooms = wire.client(wire.builder().listener(attempts::add)).video().rooms();

    style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID));

    assertThat(attempts)
        .singleElement()
        .extracting(CallAttempt::getDuration, InstanceOfAssertFactories.DURATION)
        .isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void listener_ofOneCall_isCalledAfterTheClientsAndOnlyForThatCall(CallStyle style) {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    List<String> called = Collections.synchronizedList(new ArrayList<>());
    SignalWireRestClient client =
        wire.client(wire.builder().listener(attempt -> called.add("client")));
    VideoRooms one =
        client.withOptions(o -> o.listener(attempt -> called.add("call"))).video().rooms();

    style.call(() -> one.get(ID), () -> one.getAsync(ID));
    assertThat(called).containsExactly("client", "call");

    client.video().rooms().get(ID);
    assertThat(called).containsExactly("client", "call", "client");
  }

  /** The outcome is complete when the call returns, or its future completes. */
  @ParameterizedTest
  @EnumSource
  void listener_ofOneCall_isCalledBeforeTheResult(CallStyle style) {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    AtomicReference<CallAttempt> last = new AtomicReference<>();
    VideoRooms rooms = wire.client().withOptions(o -> o.listener(last::set)).video().rooms();

    Object status =
        style.call(
            () -> {
              rooms.get(ID);
              return last.get().getStatusCode();
            },
            () -> rooms.getAsync(ID).thenApply(room -> last.get().getStatusCode()));

    assertThat(status).isEqualTo(200);
  }

  @Test
  void listener_throws_doesNotPreventTheNextFromBeingCalled() {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    List<CallAttempt> attempts = new ArrayList<>();
    wire.client(
            wire.builder()
                .listener(
                    attempt -> {
                      throw new IllegalStateException("broken listener");
                    })
                .listener(attempts::add))
        .video()
        .rooms()
        .get(ID);

    assertThat(attempts).hasSize(1);
  }

  @Test
  void listener_throws_doesNotAffectTheCall() {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    SignalWireRestClient client =
        wire.client(
            wire.builder()
                .listener(
                    attempt -> {
                      throw new IllegalStateException("broken listener");
                    }));

    assertThat(client.video().rooms().get(ID).getName()).isEqualTo("standup");
  }
}
