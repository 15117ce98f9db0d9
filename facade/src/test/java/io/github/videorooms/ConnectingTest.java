package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What can go wrong before a request is sent; the limits of a call hold there too. */
class ConnectingTest {
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void end() {
    over.countDown();
  }

  @ParameterizedTest
  @EnumSource
  void create_tlsHandshakeHangs_isATimeoutAndNothingWasSent(CallStyle style) {
    try (ScriptedServer server = ScriptedServer.responding("");
        SignalWireRestClient client =
            server.client().space("https://" + server.host()).attemptTimeout(quickly()).build()) {
      SignalWireRestTransportError error = create(client, style);

      assertThat(error.isTimeout()).isTrue();
      assertThat(error.mayHaveTakenEffect()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void create_proxyDoesNotRespond_isATimeoutAndNothingWasSent(CallStyle style) {
    try (ScriptedServer proxy = new ScriptedServer((number, socket) -> over.await());
        SignalWireRestClient client = by(proxy).maxRetries(0).attemptTimeout(quickly()).build()) {
      SignalWireRestTransportError error = create(client, style);

      assertThat(error.isTimeout()).isTrue();
      assertThat(error.mayHaveTakenEffect()).isFalse();
    }
  }

  /** The proxy sees neither the credentials nor the request, and is asked again as it may help. */
  @ParameterizedTest
  @CsvSource({
    "403, Unexpected response code for CONNECT: 403",
    "407, Failed to authenticate with proxy",
    "502, Unexpected response code for CONNECT: 502"
  })
  void create_proxyRefusesTheConnection_isReportedAndNothingWasSent(int status, String reason) {
    try (ScriptedServer proxy =
            ScriptedServer.responding(
                "HTTP/1.1 "
                    + status
                    + " X\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client = by(proxy).maxRetries(1).build()) {
      SignalWireRestTransportError error = create(client, CallStyle.SYNC);

      assertThat(error).hasMessageContaining(reason);
      assertThat(error.mayHaveTakenEffect()).isFalse();
      assertThat(error.getAttempts()).isEqualTo(2);
      assertThat(proxy.requests())
          .isNotEmpty()
          .allSatisfy(
              request ->
                  assertThat(request).startsWith("CONNECT ").doesNotContain("\r\nAuthorization"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void create_hostOfTheProxyIsUnknown_namesThat(CallStyle style) {
    Proxy misspelt =
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("prxy.invalid", 3128));
    try (SignalWireRestClient client =
        SignalWireRestClient.builder()
            .project(Wire.PROJECT)
            .token(Wire.TOKEN)
            .space("https://acme.signalwire.com")
            .maxRetries(0)
            .http(http -> http.proxy(misspelt))
            .build()) {
      assertThat(create(client, style))
          .hasMessageEndingWith("unknown host prxy.invalid, which may be that of a proxy");
    }
  }

  @ParameterizedTest
  @EnumSource
  void create_resolverReturnsNoAddress_namesTheHost(CallStyle style) {
    try (SignalWireRestClient client =
        SignalWireRestClient.builder()
            .project(Wire.PROJECT)
            .token(Wire.TOKEN)
            .space("acme")
            .maxRetries(0)
            .http(http -> http.dns(host -> List.of()))
            .build()) {
      assertThat(create(client, style)).hasMessageEndingWith("unknown host acme.signalwire.com");
    }
  }

  /** A space is no proxy: OkHttp would send it the proxy's password, or lose the response. */
  @ParameterizedTest
  @EnumSource
  void get_spaceRespondsWith407_failsWithThatStatusAndIsNotRetried(CallStyle style) {
    try (ScriptedServer server =
            ScriptedServer.responding(
                "HTTP/1.1 407 X\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                    + "Content-Length: 0\r\n\r\n");
        SignalWireRestClient client =
            server
                .client()
                .maxRetries(2)
                .http(http -> http.proxyAuthenticator(Wire.PROXY_PASSWORD))
                .build()) {
      VideoRooms rooms = client.video().rooms();
      SignalWireRestError error =
          catchThrowableOfType(
              SignalWireRestError.class,
              () -> style.call(() -> rooms.get("r"), () -> rooms.getAsync("r")));

      assertThat(error.getStatusCode()).isEqualTo(407);
      assertThat(error.getHeaders()).containsOnlyKeys("Proxy-Authenticate", "Content-Length");
      assertThat(server.requests())
          .singleElement()
          .asString()
          .doesNotContain("Proxy-Authorization");
    }
  }

  /** OkHttp would refuse to build a header of it, and the status would be lost. */
  @Test
  void create_retryAfterThatIsNotAscii_stillReportsTheStatus() {
    try (ScriptedServer server =
            ScriptedServer.responding(
                "HTTP/1.1 503 X\r\nRetry-After: f\u00fcnf\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client = server.client().build()) {
      SignalWireRestError error =
          catchThrowableOfType(
              SignalWireRestError.class,
              () -> client.video().rooms().create(room -> room.name("standup")));

      assertThat(error.getStatusCode()).isEqualTo(503);
      assertThat(error.getRetryAfter()).isNull();
      assertThat(error.getHeaders()).containsKey("Retry-After");
    }
  }

  private static Duration quickly() {
    return Duration.ofMillis(300);
  }

  private static SignalWireRestTransportError create(SignalWireRestClient client, CallStyle style) {
    VideoRooms rooms = client.video().rooms();
    return catchThrowableOfType(
        SignalWireRestTransportError.class,
        () ->
            style.call(
                () -> rooms.create(room -> room.name("standup")),
                () -> rooms.createAsync(room -> room.name("standup"))));
  }

  private static SignalWireRestClient.Builder by(ScriptedServer proxy) {
    String[] address = proxy.host().split(":", 2);
    InetSocketAddress socket =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(address[1]));
    return SignalWireRestClient.builder()
        .project(Wire.PROJECT)
        .token(Wire.TOKEN)
        .space("acme")
        .httpClient(new OkHttpClient.Builder().proxy(new Proxy(Proxy.Type.HTTP, socket)).build());
  }
}
