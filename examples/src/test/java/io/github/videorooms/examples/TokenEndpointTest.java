package io.github.videorooms.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeMember;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class TokenEndpointTest {
  private static final String PATH = "/token?room=standup&user=Ada";
  private static final String TOO_LONG =
      "a-name-of-more-than-a-hundred-characters-"
          + "a-name-of-more-than-a-hundred-characters-"
          + "a-name-of-more-than-a-hundred-characters";

  /** Lets the server wait for half requests for longer than a test does. */
  private static final Map<String, String> PATIENT =
      Map.of("JAVA_TOOL_OPTIONS", "-Dsun.net.httpserver.maxReqTime=600");

  private final HttpClient browser = HttpClient.newHttpClient();

  @Test
  void get_roomAndUser_returnsATokenThatAdmitsTheUser(FakeSpace space) throws Exception {
    HttpResponse<String> response =
        get(space, "/token?room=standup&user=Ada+Lovelace%20%F0%9F%8E%A5");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.body()).matches("\\{\"token\": \"[A-Za-z0-9._-]+\"}");
    FakeMember ada = space.join(response.body().split("\"", -1)[3]);
    assertThat(ada.getState().getName()).isEqualTo("Ada Lovelace 🎥");
    assertThat(ada.getSession().getState().getName()).isEqualTo("standup");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/token",
        "/token?",
        "/token?room=standup",
        "/token?user=Ada",
        "/token?room=&user=Ada",
        "/token?room=standup&user=%20",
        "/token?room=standup&user=+%09",
        "/token?room=standup&user",
        "/token?room=standup&room=other&user=Ada",
        "/token?Room=standup&user=Ada",
      })
  void get_nameMissing_isABadRequest(String path, FakeSpace space) throws Exception {
    HttpResponse<String> response = get(space, path);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEqualTo("{\"error\": \"room and user are required, once each\"}");
    assertThat(space.getRequests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/tokens", "/token/standup?room=standup&user=Ada"})
  void get_otherPath_isNotFound(String path, FakeSpace space) throws Exception {
    assertThat(get(space, path).statusCode()).isEqualTo(404);
    assertThat(space.getRequests()).isEmpty();
  }

  @Test
  void post_isNotAllowed(FakeSpace space) throws Exception {
    try (TokenEndpoint endpoint = endpoint(space.getClient())) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(endpoint.uri() + "?room=standup&user=Ada"))
              .POST(BodyPublishers.ofString("x"))
              .build();

      HttpResponse<String> response = browser.send(request, BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).contains("GET");
      assertThat(space.getRequests()).isEmpty();
    }
  }

  @Test
  void get_apiFails_isABadGatewayWithoutDetails(FakeSpace space) throws Exception {
    space.failNext(Failure.status(500).body("{\"error\": \"" + space.getToken() + "\"}"));

    try (Logged logged = new Logged()) {
      HttpResponse<String> response = get(space, "/token?room=standup&user=Ada");

      assertThat(response.statusCode()).isEqualTo(502);
      assertThat(response.body()).isEqualTo("{\"error\": \"no token is available at the moment\"}");
      assertThat(logged.lines).singleElement().asString().contains("status 500");
      assertThat(logged.lines.get(0)).doesNotContain(space.getToken(), space.getProject(), "Ada");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{}", "null"})
  void get_responseWithoutToken_isABadGateway(String body) throws Exception {
    try (FakeSpace offContract = FakeSpace.start();
        Logged logged = new Logged()) {
      offContract.failNext(Failure.status(200).body(body));

      assertThat(get(offContract, "/token?room=standup&user=Ada").statusCode()).isEqualTo(502);
      assertThat(logged.lines).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stand up", "stand/up", TOO_LONG})
  void get_nameThatTheApiRejects_isABadRequest(String room) throws Exception {
    try (FakeSpace offContract = FakeSpace.start()) {
      HttpResponse<String> response =
          get(offContract, "/token?user=Ada&room=" + URLEncoder.encode(room, UTF_8));

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).isEqualTo("{\"error\": \"room or user is not a valid name\"}");
    }
  }

  @Test
  void get_rejectedForAnotherReason_isABadGateway(FakeSpace space) throws Exception {
    space.failNext(Failure.invalid("insufficient_balance", "base"));

    try (Logged logged = new Logged()) {
      assertThat(get(space, "/token?room=standup&user=Ada").statusCode()).isEqualTo(502);
      assertThat(logged.lines).singleElement().asString().contains("status 422");
    }
  }

  @Test
  @Contract.Credentials("wrong")
  void get_wrongCredentials_isABadGateway(FakeSpace space) throws Exception {
    try (SignalWireRestClient client = space.clientBuilder().token("PT-wrong-token").build();
        TokenEndpoint endpoint = endpoint(client);
        Logged logged = new Logged()) {
      HttpResponse<String> response = get(endpoint, "/token?room=standup&user=Ada");

      assertThat(response.statusCode()).isEqualTo(502);
      assertThat(response.body()).doesNotContain("PT-wrong-token");
      assertThat(logged.lines).isNotEmpty().noneMatch(line -> line.contains("PT-wrong-token"));
    }
  }

  @Test
  @Timeout(60)
  void get_allCallsInProgress_isUnavailableAfterAWhile(FakeSpace space) throws Exception {
    space.failNext(Failure.delay(Duration.ofSeconds(3)).times(TokenEndpoint.CALLS_AT_ONCE));
    try (TokenEndpoint endpoint =
        TokenEndpoint.onLoopback(
            space.getClient().video().roomTokens(), 0, Duration.ofMillis(50))) {
      URI uri = URI.create(endpoint.uri() + "?room=standup&user=Ada");
      List<CompletableFuture<HttpResponse<String>>> calls =
          Stream.generate(
                  () ->
                      browser.sendAsync(
                          HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()))
              .limit(TokenEndpoint.CALLS_AT_ONCE)
              .toList();
      while (!space.getPendingFailures().isEmpty()) {
        Thread.sleep(10);
      }

      HttpResponse<String> response = get(uri);

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).isEqualTo("{\"error\": \"too many requests at the moment\"}");
      assertThat(calls).allSatisfy(call -> assertThat(call.join().statusCode()).isEqualTo(200));
      assertThat(get(uri).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void onLoopback_isReachableOnlyFromThisMachine(FakeSpace space) throws Exception {
    try (TokenEndpoint endpoint = endpoint(space.getClient())) {
      assertThat(InetAddress.getByName(endpoint.uri().getHost()).isLoopbackAddress()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "[::1]"})
  void get_hostIsThisMachine_returnsAToken(String host, FakeSpace space) throws Exception {
    try (TokenEndpoint endpoint = endpoint(space.getClient())) {
      assertThat(statusLine(endpoint, PATH, "Host: " + host + ":" + endpoint.uri().getPort()))
          .contains(" 200 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: rebound.example.com:PORT",
        "Host: rebound.example.com",
        "Host: localhost",
        "Host: localhost:1",
        "Host: localhost:PORT.example.com",
        "Host: ",
        "Accept: */*",
        "Host: localhost:PORT\r\nHost: rebound.example.com",
      })
  void get_hostIsNotThisMachine_isMisdirected(String headers, FakeSpace space) throws Exception {
    try (TokenEndpoint endpoint = endpoint(space.getClient())) {
      String port = String.valueOf(endpoint.uri().getPort());

      assertThat(statusLine(endpoint, PATH, headers.replace("PORT", port))).contains(" 421 ");
      assertThat(space.getRequests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://rebound.example.com", "//rebound.example.com"})
  void get_targetIsNotThisMachine_isMisdirected(String authority, FakeSpace space)
      throws Exception {
    try (TokenEndpoint endpoint = endpoint(space.getClient())) {
      String host = "Host: localhost:" + endpoint.uri().getPort();

      assertThat(statusLine(endpoint, authority + PATH, host)).contains(" 421 ");
      assertThat(space.getRequests()).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  void main_manyIncompleteRequests_servesOthersMeanwhile(FakeSpace space) throws Exception {
    try (OwnProcess program = OwnProcess.of(TokenEndpoint.class, space, PATIENT, "0");
        HalfRequests stalled = new HalfRequests()) {
      URI uri = uri(program);
      String host = "\r\nHost: " + uri.getAuthority() + "\r\n";
      for (String half :
          List.of(
              "",
              "GET /tok",
              "GET " + PATH + " HTTP/1.1" + host,
              "GET " + PATH + " HTTP/1.1" + host + "Content-Length: 50\r\n\r\n",
              "GET " + PATH + " HTTP/1.1\r\nHost: other\r\nContent-Length: 50\r\n\r\n",
              "POST /token HTTP/1.1" + host + "Transfer-Encoding: chunked\r\n\r\n")) {
        stalled.send(50, half, uri);
      }

      assertThat(get(uri).statusCode()).isEqualTo(200);
    }
  }

  /** In a process of its own, where nothing else has loaded the server's class before. */
  @Test
  @Timeout(60)
  void main_incompleteRequest_isAborted(FakeSpace space) throws Exception {
    try (OwnProcess program = OwnProcess.of(TokenEndpoint.class, space, Map.of(), "0");
        HalfRequests stalled = new HalfRequests()) {
      stalled.send(1, "GET /tok", uri(program));

      assertThat(stalled.sockets.get(0).getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void head_isNotAllowedAndHasNoBody(FakeSpace space) throws Exception {
    try (TokenEndpoint endpoint = endpoint(space.getClient())) {
      HttpRequest request =
          HttpRequest.newBuilder(endpoint.uri()).method("HEAD", BodyPublishers.noBody()).build();

      HttpResponse<String> response = browser.send(request, BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.body()).isEmpty();
    }
  }

  @Test
  void close_refusesConnections(FakeSpace space) throws Exception {
    TokenEndpoint endpoint = endpoint(space.getClient());

    endpoint.close();
    endpoint.close();

    assertThatThrownBy(() -> get(endpoint, "/token?room=standup&user=Ada"))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void main_freePort_printsTheUrl(FakeSpace space) throws Exception {
    try (OwnProcess program = OwnProcess.of(TokenEndpoint.class, space, Map.of(), "0")) {
      assertThat(get(uri(program)).statusCode()).isEqualTo(200);

      program.stop();
      assertThat(program.errors()).isEmpty();
    }
  }

  private static String statusLine(TokenEndpoint endpoint, String target, String headers)
      throws IOException {
    try (Socket socket = new Socket(endpoint.uri().getHost(), endpoint.uri().getPort())) {
      String request = "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
    }
  }

  private HttpResponse<String> get(FakeSpace space, String path) throws Exception {
    try (TokenEndpoint endpoint = endpoint(space.getClient())) {
      return get(endpoint, path);
    }
  }

  private HttpResponse<String> get(TokenEndpoint endpoint, String path) throws Exception {
    return get(URI.create("http://" + endpoint.uri().getAuthority() + path));
  }

  private HttpResponse<String> get(URI uri) throws Exception {
    return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static URI uri(OwnProcess program) throws IOException {
    return URI.create(program.firstLine().substring("Try ".length()));
  }

  private static TokenEndpoint endpoint(SignalWireRestClient client) throws IOException {
    return TokenEndpoint.onLoopback(client.video().roomTokens(), 0);
  }

  private static final class HalfRequests implements AutoCloseable {
    final List<Socket> sockets = new ArrayList<>();

    void send(int count, String half, URI uri) throws IOException {
      for (int i = 0; i < count; i++) {
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        sockets.add(socket);
        socket.getOutputStream().write(half.getBytes(UTF_8));
      }
    }

    @Override
    public void close() throws IOException {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  /** What the endpoint logs, which stays off the console. */
  private static final class Logged extends Handler implements AutoCloseable {
    final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(TokenEndpoint.class.getName());

    Logged() {
      logger.addHandler(this);
      logger.setUseParentHandlers(false);
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage() + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
      logger.setUseParentHandlers(true);
    }
  }
}
