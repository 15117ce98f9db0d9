package io.github.videorooms.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRoomTokens;
import io.github.videorooms.model.CreateRoomTokenRequest;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Issues room tokens over HTTP: {@code GET /token?room=standup&user=Ada}.
 *
 * <p>It issues a token to anyone who asks. So put your app's sign-in in front of it before it
 * listens on anything but loopback, and take the user from there rather than from the query. Until
 * then, a request whose {@code Host} is not this machine is rejected, since a foreign web page may
 * have sent it under a name that resolves to this machine.
 *
 * <p>It runs on the JDK's simple server, which closes the connection without a response if the
 * target of a request has no path ({@code GET mailto:x}, {@code CONNECT}). An incomplete request
 * occupies a thread until the server aborts it after five seconds, but does not delay others. While
 * 16 calls to the API are in progress, further requests wait for up to five seconds and are then
 * rejected with status 503. If you need more than that, put a reverse proxy in front.
 */
public final class TokenEndpoint implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TokenEndpoint.class.getName());
  static final int CALLS_AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";
  private static final String RESPONSE_SECONDS = "sun.net.httpserver.maxRspTime";
  private static final Set<String> FROM_THE_QUERY = Set.of("room_name", "user_name");
  private static final Pattern UNSAFE_IN_JSON = Pattern.compile("[\"\\\\\\p{Cntrl}]");

  static {
    // Read when the server's class is loaded. Without them, a client that sends half a request
    // keeps a thread for ever.
    setIfAbsent(REQUEST_SECONDS, "5");
    setIfAbsent(RESPONSE_SECONDS, "90");
  }

  private final VideoRoomTokens tokens;
  private final HttpServer server;
  private final Set<String> hosts;
  private final Semaphore calls = new Semaphore(CALLS_AT_ONCE);
  private final Duration patience;

  /**
   * Unbounded, since each request occupies a thread while it is read, however slowly it arrives.
   */
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private TokenEndpoint(VideoRoomTokens tokens, HttpServer server, Duration patience) {
    this.tokens = tokens;
    this.server = server;
    this.patience = patience;
    this.hosts = hostsOf(server.getAddress().getPort());
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
   * Starts an endpoint that only programs on this machine can reach.
   *
   * @param port the port; 0 for any free one
   */
  static TokenEndpoint onLoopback(VideoRoomTokens tokens, int port) throws IOException {
    return onLoopback(tokens, port, PATIENCE);
  }

  /**
   * Starts an endpoint with other patience than usual.
   *
   * @param patience how long a request waits for one of the calls in progress to end
   */
  static TokenEndpoint onLoopback(VideoRoomTokens tokens, int port, Duration patience)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    TokenEndpoint endpoint = new TokenEndpoint(tokens, server, patience);
    server.createContext("/", endpoint::handle);
    server.setExecutor(endpoint.threads);
    server.start();
    return endpoint;
  }

  URI uri() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress() instanceof Inet6Address ? "[::1]" : "127.0.0.1";
    return URI.create("http://" + host + ":" + address.getPort() + "/token");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      Response response = respond(exchange);
      byte[] body =
          ("{" + quoted(response.name) + ": " + quoted(response.value) + "}").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(response.status, -1);
      } else {
        exchange.sendResponseHeaders(response.status, body.length);
        exchange.getResponseBody().write(body);
      }
    } finally {
      exchange.close();
    }
  }

  private Response respond(HttpExchange exchange) {
    if (!isAddressedHere(exchange)) {
      return Response.error(421, "not addressed to this machine");
    }
    if (!exchange.getRequestURI().getPath().equals("/token")) {
      return Response.error(404, "there is only /token");
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      return Response.error(405, "only GET is allowed");
    }
    String query = exchange.getRequestURI().getRawQuery();
    String room = parameter("room", query);
    String user = parameter("user", query);
    return room == null || user == null
        ? Response.error(400, "room and user are required, once each")
        : token(room, user);
  }

  private boolean isAddressedHere(HttpExchange exchange) {
    List<String> host = exchange.getRequestHeaders().getOrDefault("Host", List.of());
    String authority = exchange.getRequestURI().getRawAuthority();
    return host.size() == 1 && isOurs(host.get(0)) && (authority == null || isOurs(authority));
  }

  private boolean isOurs(String authority) {
    return hosts.contains(authority.toLowerCase(Locale.ROOT));
  }

  private static Set<String> hostsOf(int port) {
    return Stream.of("localhost", "127.0.0.1", "[::1]")
        .flatMap(host -> port == 80 ? Stream.of(host, host + ":80") : Stream.of(host + ":" + port))
        .collect(Collectors.toSet());
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private Response token(String room, String user) {
    try {
      if (!calls.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Response.error(503, "too many requests at the moment");
      }
    } catch (InterruptedException e) {
      return noToken("the endpoint is closed");
    }
    try {
      return tokenFromTheApi(room, user);
    } finally {
      calls.release();
    }
  }

  private Response tokenFromTheApi(String room, String user) {
    CreateRoomTokenRequest request =
        CreateRoomTokenRequest.builder().roomName(room).userName(user).build();
    try {
      return new Response(200, "token", tokens.create(request).getToken());
    } catch (SignalWireRestError e) {
      if (isAboutTheQuery(e)) {
        return Response.error(400, "room or user is not a valid name");
      }
      return noToken("status " + e.getStatusCode() + ", request id " + e.getRequestId());
    } catch (IllegalStateException e) {
      return noToken("the response has none");
    }
  }

  private static Response noToken(String reason) {
    LOG.log(System.Logger.Level.WARNING, "No token from the API: " + reason);
    return Response.error(502, "no token is available at the moment");
  }

  private static boolean isAboutTheQuery(SignalWireRestError error) {
    return error.isValidation()
        && error.getErrors().stream()
            .anyMatch(
                item ->
                    item.getAttribute() != null && FROM_THE_QUERY.contains(item.getAttribute()));
  }

  /** Returns a parameter that occurs once and is not blank, or null. */
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

  private static final class Response {
    final int status;
    final String name;
    final String value;

    Response(int status, String name, String value) {
      this.status = status;
      this.name = name;
      this.value = value;
    }

    static Response error(int status, String text) {
      return new Response(status, "error", text);
    }
  }
}
