package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller may change about the HTTP client that the client makes for itself. */
class OwnHttpTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @RegisterExtension private final Wire wire = new Wire();

  @ParameterizedTest
  @EnumSource
  void http_applicationInterceptor_seesTheRequestWithoutCredentials(CallStyle style) {
    respondWithARoom();
    List<String> seen = new CopyOnWriteArrayList<>();
    VideoRooms rooms =
        rooms(
            http ->
                http.addInterceptor(
                    chain -> {
                      seen.add(chain.request().url().encodedPath());
                      seen.add(String.valueOf(chain.request().header("Authorization")));
                      return chain.proceed(chain.request());
                    }));

    style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID));

    assertThat(seen).containsExactly("/api/video/rooms/" + ID, "null");
    assertThat(wire.requests().get(0).getHeader("Authorization")).startsWith("Basic ");
  }

  @Test
  void http_calledSeveralTimes_appliesAllInOrder() {
    respondWithARoom();
    List<String> order = new CopyOnWriteArrayList<>();
    wire.client(wire.builder().http(noting("first", order)).http(noting("second", order)))
        .video()
        .rooms()
        .get(ID);

    assertThat(order).containsExactly("first", "second");
  }

  @Test
  void http_eventListener_observesTheConnection() {
    respondWithARoom();
    List<String> events = new CopyOnWriteArrayList<>();
    rooms(
            http ->
                http.eventListener(
                    new EventListener() {
                      @Override
                      public void connectStart(
                          okhttp3.Call call, InetSocketAddress address, Proxy proxy) {
                        events.add("connect");
                      }
                    }))
        .get(ID);

    assertThat(events).containsExactly("connect");
  }

  @Test
  void http_http2_isUsed() {
    respondWithARoom();
    rooms(http -> http.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))).get(ID);

    assertThat(wire.requests().get(0).getProtocol()).isEqualTo("HTTP/2.0");
  }

  @Test
  void http_callersDns_isUsed() {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (SignalWireRestClient client =
        builder("acme")
            .maxRetries(0)
            .http(
                http ->
                    http.dns(
                        host -> {
                          asked.add(host);
                          throw new UnknownHostException(host);
                        }))
            .build()) {
      assertThatThrownBy(() -> client.video().rooms().get(ID))
          .isInstanceOf(SignalWireRestTransportError.class);
    }

    assertThat(asked).contains("acme.signalwire.com");
  }

  /** Timeouts, redirects and retries that are set there are those of the client all the same. */
  @Test
  void http_timeoutsRedirectsAndRetries_remainThoseOfTheClient() {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  Thread.sleep(50);
                  ScriptedServer.send(
                      socket, "HTTP/1.1 302 X\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n");
                });
        SignalWireRestClient client =
            server
                .client()
                .http(
                    http ->
                        http.followRedirects(true)
                            .retryOnConnectionFailure(true)
                            .readTimeout(Duration.ofMillis(1))
                            .authenticator((route, response) -> response.request()))
                .build()) {
      SignalWireRestError error =
          catchThrowableOfType(SignalWireRestError.class, () -> client.video().rooms().get(ID));

      assertThat(error.getStatusCode()).isEqualTo(302);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void http_proxy_isNotUsedForALoopbackSpace() {
    respondWithARoom();
    InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    assertThat(rooms(http -> http.proxy(new Proxy(Proxy.Type.HTTP, nobody))).get(ID).getName())
        .isEqualTo("standup");
  }

  @Test
  void http_builderChangedAfterwards_hasNoEffect() {
    respondWithARoom();
    AtomicReference<OkHttpClient.Builder> kept = new AtomicReference<>();
    VideoRooms rooms = rooms(kept::set);
    kept.get()
        .addInterceptor(
            chain -> {
              throw new IOException("too late");
            });

    assertThat(rooms.get(ID).getName()).isEqualTo("standup");
  }

  @Test
  void close_ownHttp_endsItsThreads() {
    respondWithARoom();
    AtomicReference<OkHttpClient> made = new AtomicReference<>();
    SignalWireRestClient client = wire.client(wire.builder().http(http -> made.set(http.build())));
    client.video().rooms().getAsync(ID).join();

    client.close();

    assertThat(made.get().dispatcher().executorService().isShutdown()).isTrue();
    assertThat(made.get().connectionPool().connectionCount()).isZero();
  }

  @Test
  void http_replacesTheThreadsOrTheConnections_isRejectedWithTheFix() {
    List<Consumer<OkHttpClient.Builder>> changes =
        List.of(
            http -> http.dispatcher(new Dispatcher()),
            http -> http.connectionPool(new ConnectionPool()));

    assertThat(changes)
        .allSatisfy(
            change ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder("acme").http(change).build())
                    .withMessageContaining("to httpClient(...)"));
  }

  @Test
  void http_togetherWithAnHttpClient_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder("acme").http(http -> {}).httpClient(new OkHttpClient()).build())
        .withMessageContaining("http(...) and httpClient(...) exclude each other");
  }

  @Test
  void http_null_isRejectedByName() {
    assertThatNullPointerException()
        .isThrownBy(() -> builder("acme").http(null))
        .withMessage("change");
  }

  @Test
  void build_changeThrows_throwsThat() {
    IllegalStateException own = new IllegalStateException("no key store");

    assertThatThrownBy(
            () ->
                builder("acme")
                    .http(
                        http -> {
                          throw own;
                        })
                    .build())
        .isSameAs(own);
  }

  private void respondWithARoom() {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
  }

  private VideoRooms rooms(Consumer<OkHttpClient.Builder> change) {
    return wire.client(wire.builder().http(change)).video().rooms();
  }

  private static Consumer<OkHttpClient.Builder> noting(String name, List<String> order) {
    return http ->
        http.addInterceptor(
            chain -> {
              order.add(name);
              return chain.proceed(chain.request());
            });
  }

  private static SignalWireRestClient.Builder builder(String space) {
    return SignalWireRestClient.builder().project(Wire.PROJECT).token(Wire.TOKEN).space(space);
  }
}
