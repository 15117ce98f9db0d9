package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.model.CreateRoomRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Cache;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller's own {@code OkHttpClient}, which others use too. */
@Tag("thorough")
class SharedHttpTest {
  private static final String ROOM = Examples.of("Room").toString();
  private static final String OK =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
          + ROOM.getBytes(StandardCharsets.UTF_8).length
          + "\r\n\r\n"
          + ROOM;

  @Test
  void create_connectionOfAnotherClientClosedByTheServer_isSentOnceOnAnotherConnection()
      throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    OkHttpClient shared = new OkHttpClient();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(socket, OK);
                  if (number == 1) {
                    Thread.sleep(50);
                    socket.close();
                    closed.countDown();
                  }
                });
        SignalWireRestClient first = server.client().httpClient(shared).build();
        SignalWireRestClient second = server.client().httpClient(shared).build()) {
      first.video().rooms().get("r");
      assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
      Thread.sleep(50);

      second.video().rooms().create(CreateRoomRequest.builder().name("standup").build());

      assertThat(server.requests()).hasSize(2);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** The key of OkHttp's cache is the URL, whatever the credentials. */
  @Test
  void get_clientWithACache_returnsNothingThatAnotherProjectReceived(@TempDir Path folder)
      throws Exception {
    String cacheable =
        OK.replace("Content-Type", "Cache-Control: private, max-age=60\r\nContent-Type");
    try (Cache cache = new Cache(folder.toFile(), 1 << 20);
        ScriptedServer server = ScriptedServer.responding(cacheable)) {
      OkHttpClient shared = new OkHttpClient.Builder().cache(cache).build();
      try (SignalWireRestClient first = server.client().httpClient(shared).build();
          SignalWireRestClient second =
              server.client().project("another").httpClient(shared).build()) {
        first.video().rooms().get("r");
        second.video().rooms().get("r");
      }

      assertThat(server.requests()).hasSize(2);
    }
  }

  /** Counted where the body is read, in whichever order things are decompressed. */
  @ParameterizedTest
  @CsvSource({"200, 'the body is larger than 65536 bytes'", "422, returned 422"})
  void get_interceptorDecompresses_isBoundedAllTheSame(int status, String message) {
    OkHttpClient inflating =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  ResponseBody huge = ResponseBody.create("x".repeat(1 << 20), null);
                  return response.newBuilder().body(huge).build();
                })
            .build();
    try (ScriptedServer server =
            ScriptedServer.responding("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client =
            server
                .client()
                .httpClient(inflating)
                .options(options -> options.maxResponseBytes(1 << 16))
                .build()) {
      assertThatThrownBy(() -> client.video().rooms().get("r"))
          .isInstanceOf(SignalWireRestError.class)
          .hasMessageContaining(message)
          .extracting(error -> ((SignalWireRestError) error).getBody())
          .satisfies(body -> assertThat(body == null ? 0 : body.length()).isLessThan(1 << 17));
    }
  }

  /** The status tells what went wrong. */
  @ParameterizedTest
  @EnumSource
  void get_interceptorFailsOnTheBodyOfAnError_reportsTheStatus(CallStyle style) {
    Interceptor failing =
        chain -> {
          Response response = chain.proceed(chain.request());
          Source broken =
              new ForwardingSource(response.body().source()) {
                @Override
                public long read(Buffer sink, long byteCount) {
                  throw new IllegalStateException("not compressed");
                }
              };
          ResponseBody body = ResponseBody.create(Okio.buffer(broken), null, -1);
          return response.newBuilder().body(body).build();
        };
    try (ScriptedServer server =
            ScriptedServer.responding("HTTP/1.1 500 X\r\nContent-Length: 1\r\n\r\nx");
        SignalWireRestClient client =
            server.client().http(http -> http.addInterceptor(failing)).build()) {
      VideoRooms rooms = client.video().rooms();

      assertThatThrownBy(() -> style.call(() -> rooms.get("r"), () -> rooms.getAsync("r")))
          .isInstanceOfSatisfying(
              SignalWireRestError.class, error -> assertThat(error.getStatusCode()).isEqualTo(500));
    }
  }

  /** Its threads are busy: the deadline needs none of them. */
  @Test
  void getAsync_callersDispatcherIsBusy_endsAtTheDeadline() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    ExecutorService one = Executors.newSingleThreadExecutor();
    OkHttpClient busy =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(one))
            .addInterceptor(
                chain -> {
                  try {
                    over.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return chain.proceed(chain.request());
                })
            .build();
    try (ScriptedServer server = ScriptedServer.responding(OK);
        SignalWireRestClient client =
            server.client().httpClient(busy).callTimeout(Duration.ofMillis(300)).build()) {
      CompletableFuture<?> call = client.video().rooms().getAsync("r");

      assertThat(call)
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableOfType(ExecutionException.class)
          .withMessageContaining("no result within PT0.3S");
    } finally {
      over.countDown();
      one.shutdown();
    }
  }

  /** An interceptor that responds in place of the server. */
  @Test
  void get_interceptorCreatesTheResponse_isReportedWithItsStatus() {
    List<CallAttempt> attempts = new CopyOnWriteArrayList<>();
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .header("X-Request-Id", "made-up")
                        .body(ResponseBody.create(ROOM, MediaType.get("application/json")))
                        .build())
            .build();
    try (ScriptedServer server = ScriptedServer.responding(OK);
        SignalWireRestClient client =
            server.client().httpClient(own).listener(attempts::add).build()) {
      client.video().rooms().get("r");

      assertThat(server.requests()).isEmpty();
      assertThat(attempts).singleElement().extracting(CallAttempt::getStatusCode).isEqualTo(200);
      assertThat(attempts.get(0).getRequestId()).isEqualTo("made-up");
    }
  }

  @Test
  void get_loopbackSpaceWithAProxy_isNotSentToTheProxy() {
    try (ScriptedServer proxy =
            ScriptedServer.responding("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n");
        ScriptedServer server = ScriptedServer.responding(OK)) {
      int port = Integer.parseInt(proxy.host().replaceFirst(".*:", ""));
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      Proxy refusing = new Proxy(Proxy.Type.HTTP, address);
      for (OkHttpClient own :
          List.of(
              new OkHttpClient.Builder().proxy(refusing).build(),
              new OkHttpClient.Builder().proxySelector(new Always(refusing)).build())) {
        try (SignalWireRestClient client = server.client().httpClient(own).build()) {
          client.video().rooms().get("r");
        }
      }

      assertThat(server.requests()).hasSize(2);
      assertThat(proxy.connections()).isZero();
    }
  }

  private static final class Always extends ProxySelector {
    private final Proxy proxy;

    Always(Proxy proxy) {
      this.proxy = proxy;
    }

    @Override
    public List<Proxy> select(URI uri) {
      return List.of(proxy);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // Nothing else to try.
    }
  }
}
