package io.github.videorooms.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRoomTokens;
import io.github.videorooms.model.CreateRoomTokenRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands out room tokens over HTTP: {@code GET /token?room=standup&user=Ada}.
 *
 * <p>It gives one to whoever asks. So put the sign-in of your app in front of it before it listens
 * anywhere but on this machine, and take the user from there rather than from the query.
 */
public final class TokenEndpoint implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TokenEndpoint.class.getName());
  private static final int CALLS_AT_ONCE = 16;
  private static final Set<String> FROM_THE_QUERY = Set.of("room_name", "user_name");
  private static final Pattern UNSAFE_IN_JSON = Pattern.compile("[\"\\\\\\p{Cntrl}]");

  private final VideoRoomTokens tokens;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(CALLS_AT_ONCE);

  private TokenEndpoint(VideoRoomTokens tokens, HttpServer server) {
    this.tokens = tokens;
    this.server = server;
  }

  public static void main(String[] arguments) throws IOException {
    int port = arguments.length == 0 ? 8080 : Integer.parseInt(arguments[0]);
    SignalWireRestClient client = SignalWireRestClient.fromEnv();
    TokenEndpoint endpoint = onLoopback(client.video().roomTokens(), port);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  endpoint.close();
                  client.close();
                }));
    System.out.println("Try " + endpoint.uri() + "?room=standup&user=Ada");
  }

  /**
   * Starts an endpoint that only programs on this machine reach.
   *
   * @param port any free one if 0
   */
  static TokenEndpoint onLoopback(VideoRoomTokens tokens, int port) throws IOException {
    return start(tokens, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  static TokenEndpoint start(VideoRoomTokens tokens, InetSocketAddress address) throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    TokenEndpoint endpoint = new TokenEndpoint(tokens, server);
    server.createContext("/", endpoint::handle);
    server.setExecutor(endpoint.threads);
    server.start();
    return endpoint;
  }

  URI uri() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return URI.create(
        "http://"
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + address.getPort()
            + "/token");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      Answer answer = answer(exchange);
      byte[] body = ("{" + quoted(answer.name) + ": " + quoted(answer.value) + "}").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.status, body.length);
      exchange.getResponseBody().write(body);
    } finally {
      exchange.close();
    }
  }

  private Answer answer(HttpExchange exchange) {
    if (!exchange.getRequestURI().getPath().equals("/token")) {
      return Answer.error(404, "there is only /token");
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      return Answer.error(405, "only GET is allowed");
    }
    String query = exchange.getRequestURI().getRawQuery();
    String room = parameter("room", query);
    String user = parameter("user", query);
    return room == null || user == null
        ? Answer.error(400, "room and user are needed, each once")
        : token(room, user);
  }

  private Answer token(String room, String user) {
    CreateRoomTokenRequest request =
        CreateRoomTokenRequest.builder().roomName(room).userName(user).build();
    try {
      return new Answer(200, "token", tokens.create(request).getToken());
    } catch (SignalWireRestError e) {
      if (isAboutTheQuery(e)) {
        return Answer.error(400, "room or user is no valid name");
      }
      return noToken("status " + e.getStatusCode() + ", request id " + e.getRequestId());
    } catch (IllegalStateException e) {
      return noToken("none in the answer");
    }
  }

  private static Answer noToken(String reason) {
    LOG.log(System.Logger.Level.WARNING, "No token from the API: " + reason);
    return Answer.error(502, "no token can be had at the moment");
  }

  private static boolean isAboutTheQuery(SignalWireRestError error) {
    return error.isValidation()
        && error.getErrors().stream()
            .anyMatch(
                item ->
                    item.getAttribute() != null && FROM_THE_QUERY.contains(item.getAttribute()));
  }

  /** Returns a parameter that is there once and not blank, or null. */
  private static @Nullable String parameter(String name, @Nullable String query) {
    if (query == null) {
      return null;
    }
    List<String> values =
        Stream.of(query.split("&"))
            .filter(pair -> pair.startsWith(name + "="))
            .map(pair -> pair.substring(name.length() + 1))
            .collect(Collectors.toList());
    if (values.size() != 1) {
      return null;
    }
    String value = URLDecoder.decode(values.get(0), UTF_8).strip();
    return value.isEmpty() ? null : value;
  }

  private static String quoted(String text) {
    return '"'
        + UNSAFE_IN_JSON
            .matcher(text)
            .replaceAll(unsafe -> String.format("\\\\u%04x", (int) unsafe.group().charAt(0)))
        + '"';
  }

  private static final class Answer {
    final int status;
    final String name;
    final String value;

    Answer(int status, String name, String value) {
      this.status = status;
      this.name = name;
      this.value = value;
    }

    static Answer error(int status, String text) {
      return new Answer(status, "error", text);
    }
  }
}
