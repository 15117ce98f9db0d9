package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.api.RoomsApi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Headers;

class SignalWireRestClientTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @RegisterExtension private final Wire wire = new Wire();

  @Test
  void build_everythingInTheEnvironment_isRead() {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    Map<String, String> environment =
        Map.of(
            "SIGNALWIRE_PROJECT_ID",
            Wire.PROJECT,
            "SIGNALWIRE_API_TOKEN",
            Wire.TOKEN + "\n",
            "SIGNALWIRE_SPACE",
            wire.host());

    wire.client(builder(environment)).video().rooms().get(ID);

    assertThat(wire.requests()).hasSize(1);
  }

  @Test
  void build_explicitAndEnvironment_eachExplicitValueTakesPrecedence() {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    Map<String, String> environment =
        Map.of(
            "SIGNALWIRE_PROJECT_ID", "other",
            "SIGNALWIRE_API_TOKEN", Wire.TOKEN,
            "SIGNALWIRE_SPACE", "other.example.com");

    wire.client(builder(environment).project(Wire.PROJECT).space(wire.host()))
        .video()
        .rooms()
        .get(ID);

    assertThat(wire.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "SIGNALWIRE_PROJECT_ID, project",
    "SIGNALWIRE_API_TOKEN, token",
    "SIGNALWIRE_SPACE, space",
  })
  void build_valueMissing_namesItAndItsVariable(String variable, String name) {
    for (String blank : new String[] {null, "", " "}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new SignalWireRestClient.Builder(
                          asked ->
                              asked.equals(variable)
                                  ? blank
                                  : asked.startsWith("SIGNALWIRE_") ? "x" : null)
                      .fromEnv()
                      .build())
          .withMessageContaining("no " + name + ": call " + name + "(...), or set " + variable);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SIGNALWIRE_PROJECT_ID, project",
    "SIGNALWIRE_API_TOKEN, token",
    "SIGNALWIRE_SPACE, space",
  })
  void build_withoutFromEnv_readsNothingAndNamesBothWays(String variable, String name) {
    UnaryOperator<String> environment =
        asked -> {
          throw new AssertionError(asked + " was read");
        };
    SignalWireRestClient.Builder builder = new SignalWireRestClient.Builder(environment);
    if (!name.equals("project")) {
      builder.project("p");
    }
    if (!name.equals("token")) {
      builder.token("t");
    }
    if (!name.equals("space")) {
      builder.space("acme");
    }

    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage("no " + name + ": call " + name + "(...), or fromEnv() and set " + variable);
  }

  @Test
  void build_otherVariableSet_saysThatItIsNotRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> builder(Map.of("SIGNALWIRE_SPACE_URL", "acme")).project("p").token("t").build())
        .withMessageEndingWith("(SIGNALWIRE_SPACE_URL is set, but is not read)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "\ufeff",
        "a\nb",
        "a b",
        "a\u0000b",
        "a\u00a0b",
        "a\u200bb",
        "a\u2028b"
      })
  void build_invalidCredential_isRejectedWithoutShowingIt(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wire.builder().token(value).build())
        .withMessageMatching("token (is blank|contains a control character or a space)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wire.builder().project(value).build())
        .withMessageMatching("project (is blank|contains a control character or a space)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'PT1234'",
        "\"PT1234\"",
        "`PT1234`",
        "${SIGNALWIRE_API_TOKEN}",
        "$(cat token)",
        "$SIGNALWIRE_API_TOKEN",
        "{{ token }}",
        "<token>",
        "%SIGNALWIRE_API_TOKEN%",
        "@token@",
        "$token",
        "\u201cPT1234\u201d",
        "\u2018PT1234\u2019",
        "\u00abPT1234\u00bb"
      })
  void build_placeholderCredential_isRejectedWithoutShowingIt(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wire.builder().token(value.replace(" ", "")).build())
        .withMessageStartingWith("token ")
        .withMessageMatching(".*(quotation marks|placeholder).*")
        .withMessageNotContaining("PT1234")
        .withMessageNotContaining("SIGNALWIRE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s\n", " %s", "\t%s \r\n", "\ufeff%s", "\u00a0%s\u2003", "\u200b%s"})
  void build_credentialWithSurroundingWhitespace_isTrimmed(String form) {
    wire.anyCredentials();
    wire.respond(get(urlPathEqualTo("/api/video/rooms/r")), 200, Examples.of("Room"));
    try (SignalWireRestClient client =
        wire.builder().project(String.format(form, "p")).token(String.format(form, "t")).build()) {
      client.video().rooms().get("r");
    }

    assertThat(wire.requests().get(0).getHeader("Authorization"))
        .isEqualTo(Credentials.basic("p", "t"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SPACE_URL",
        "SPACE_NAME",
        "SIGNALWIRE_HOST",
        "SIGNALWIRE_HOST_NAME",
        "SIGNALWIRE_API_HOSTNAME",
        "SIGNALWIRE_REST_BASE_URL"
      })
  void build_variableOfAnotherClient_isReportedAsNotRead(String variable) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder(Map.of(variable, "acme")).project("p").token("t").build())
        .withMessageContaining(variable + " is set, but is not read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", ":b", "a:"})
  void build_projectWithColon_isRejected(String project) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wire.builder().project(project).build())
        .withMessageContaining("colon");
  }

  @Test
  void builder_nullOrUnusableSetting_namesIt() {
    SignalWireRestClient.Builder builder = SignalWireRestClient.builder();

    assertThatThrownBy(() -> builder.project(null)).hasMessage("project");
    assertThatThrownBy(() -> builder.token((String) null)).hasMessage("token");
    assertThatThrownBy(() -> builder.space(null)).hasMessage("space");
    assertThatThrownBy(() -> builder.httpClient(null)).hasMessage("httpClient");
    assertThatThrownBy(() -> builder.callbackExecutor(null)).hasMessage("executor");
    assertThatThrownBy(() -> builder.callTimeout(null)).hasMessage("timeout");
    for (Duration timeout :
        new Duration[] {
          Duration.ZERO, Duration.ofSeconds(-1), Duration.ofNanos(1), Duration.ofDays(25)
        }) {
      assertThatIllegalArgumentException().isThrownBy(() -> builder.callTimeout(timeout));
      assertThatIllegalArgumentException().isThrownBy(() -> builder.attemptTimeout(timeout));
      assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(timeout));
    }
    for (String suffix : new String[] {"", " a", "a\r\nX: y", "ü"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> builder.userAgentSuffix(suffix));
    }
  }

  @Test
  void userAgent_withSuffix_namesVersionsAndTheApplication() {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));

    wire.client(wire.builder().userAgentSuffix("my-app/1.2")).video().rooms().get(ID);

    assertThat(wire.request().getHeader("User-Agent"))
        .matches("signalwire-videorooms-java/\\d+\\.\\d+\\.\\d+\\S* \\(java [^)]+\\) my-app/1\\.2");
  }

  interface Formats {
    @GET("rooms")
    Call<ResponseBody> json();

    @GET("rooms")
    @Headers("Accept: text/csv")
    Call<ResponseBody> csv();
  }

  @Test
  void accept_operationWithItsOwnMediaType_isThatOneOtherwiseJson() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.responding("HTTP/1.1 200 X\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client = server.client().build()) {
      Formats formats = client.api(Formats.class);

      formats.csv().execute();
      formats.json().execute();

      assertThat(server.requests().get(0)).contains("Accept: text/csv").doesNotContain("json");
      assertThat(server.requests().get(1)).contains("Accept: application/json");
    }
  }

  @Test
  void space_withPathPrefix_precedesThePath() {
    wire.offContract();
    wire.respond(any(anyUrl()), 404, "{\"error\":\"Not Found\"}");

    assertThatExceptionOfType(SignalWireRestError.class)
        .isThrownBy(
            () ->
                wire.client(wire.builder().space("http://" + wire.host() + "/prefix/api/video"))
                    .video()
                    .rooms()
                    .get(ID));
    assertThat(wire.request().getUrl()).isEqualTo("/prefix/api/video/rooms/" + ID);
  }

  @Test
  void toString_client_showsNoCredentials() {
    assertThat(wire.client()).hasToString("SignalWireRestClient{http://" + wire.host() + "/}");
  }

  @Test
  void close_twice_isHarmlessAndLaterCallsAreRejected() {
    SignalWireRestClient client = wire.client();
    VideoRooms rooms = client.video().rooms();
    client.close();
    client.close();

    assertThatThrownBy(() -> rooms.get(ID))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the client is closed");
    assertThatThrownBy(() -> rooms.getAsync(ID)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> rooms.list().firstPage()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> client.api(RoomsApi.class).getRoom(ID, Map.of()).execute())
        .isInstanceOf(IllegalStateException.class);
    assertThat(wire.requests()).isEmpty();
  }

  @Test
  void close_callsInProgress_failWithATransportError() throws Exception {
    CountDownLatch arrived = new CountDownLatch(64);
    try (ScriptedServer server = new ScriptedServer((number, socket) -> arrived.countDown())) {
      SignalWireRestClient client = server.client().build();
      CompletableFuture<?>[] futures = new CompletableFuture<?>[100];
      for (int call = 0; call < futures.length; call++) {
        futures[call] = client.video().rooms().getAsync(ID);
      }
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

      client.close();

      for (CompletableFuture<?> future : futures) {
        assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
            .hasCauseInstanceOf(SignalWireRestTransportError.class);
      }
    }
  }

  @Test
  void close_callersHttpClient_staysOpen() {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    OkHttpClient own = new OkHttpClient();
    SignalWireRestClient first = wire.client(wire.builder().httpClient(own));
    SignalWireRestClient second = wire.client(wire.builder().httpClient(own));
    first.video().rooms().get(ID);

    first.close();

    assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
    assertThat(own.connectionPool().connectionCount()).isEqualTo(1);
    assertThatCode(() -> second.video().rooms().getAsync(ID).join()).doesNotThrowAnyException();
  }

  @Test
  void close_callersHttpClientWithOtherCalls_endsOnlyItsOwn() throws Exception {
    CountDownLatch arrived = new CountDownLatch(2);
    CountDownLatch closed = new CountDownLatch(1);
    OkHttpClient own = new OkHttpClient();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  arrived.countDown();
                  closed.await();
                  ScriptedServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                });
        SignalWireRestClient second = server.client().httpClient(own).build()) {
      SignalWireRestClient first = server.client().httpClient(own).build();
      CompletableFuture<?> ofFirst = first.video().rooms().getAsync(ID);
      CompletableFuture<?> ofSecond = second.video().rooms().getAsync(ID);
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

      first.close();
      assertThatThrownBy(() -> ofFirst.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(SignalWireRestTransportError.class);
      closed.countDown();

      assertThat(ofSecond.get(10, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void threads_ownHttpClient_areDaemonsAndEndWithIt() throws Exception {
    CountDownLatch chained = new CountDownLatch(1);
    try (ScriptedServer server =
        new ScriptedServer(
            (number, socket) -> {
              chained.await();
              ScriptedServer.send(socket, "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n");
            })) {
      SignalWireRestClient client = server.client().build();
      CompletableFuture<Thread> worker =
          client.video().rooms().getAsync(ID).handle((room, error) -> Thread.currentThread());
      chained.countDown();
      Thread thread = worker.get(10, TimeUnit.SECONDS);

      assertThat(thread.isDaemon()).isTrue();
      client.close();
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  @Test
  void close_idleConnection_isClosed() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (ScriptedServer server =
        new ScriptedServer(
            (number, socket) -> {
              ScriptedServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
              if (socket.getInputStream().read() == -1) {
                gone.countDown();
              }
            })) {
      SignalWireRestClient client = server.client().build();
      client.video().rooms().get(ID);

      client.close();

      assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void getAsync_thousandCalls_runOnAFewThreads() throws Exception {
    CountDownLatch arrived = new CountDownLatch(64);
    CountDownLatch response = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  arrived.countDown();
                  response.await();
                  ScriptedServer.send(socket, "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n");
                });
        SignalWireRestClient client = server.client().build()) {
      Set<Thread> threads = ConcurrentHashMap.newKeySet();
      List<CompletableFuture<?>> futures = new ArrayList<>();
      for (int call = 0; call < 1_000; call++) {
        futures.add(
            client
                .video()
                .rooms()
                .getAsync(ID)
                .handle((room, error) -> threads.add(Thread.currentThread())));
      }
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(server.requests()).hasSize(64);
      response.countDown();
      futures.forEach(CompletableFuture::join);

      // A place is free, and its successor may get a new thread, just before the old one is idle.
      assertThat(threads).hasSizeLessThanOrEqualTo(2 * 64);
      assertThat(server.requests()).hasSize(1_000);
    }
  }

  @Test
  void api_notARetrofitInterface_isRejected() {
    assertThatThrownBy(() -> wire.client().api(null)).hasMessage("type");
    assertThatIllegalArgumentException().isThrownBy(() -> wire.client().api(String.class));
  }

  private static SignalWireRestClient.Builder builder(Map<String, String> environment) {
    return new SignalWireRestClient.Builder(environment::get).fromEnv();
  }
}
