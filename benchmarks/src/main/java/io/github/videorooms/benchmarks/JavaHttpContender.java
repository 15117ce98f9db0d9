package io.github.videorooms.benchmarks;

import io.github.videorooms.benchmarks.HandWritten.ApiException;
import io.github.videorooms.benchmarks.HandWritten.Room;
import io.github.videorooms.benchmarks.HandWritten.RoomPage;
import io.github.videorooms.benchmarks.HandWritten.Stream;
import io.github.videorooms.benchmarks.HandWritten.StreamRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The JDK's own client, with the same models and no dependency except Gson. */
final class JavaHttpContender implements Contender {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI rooms;

  JavaHttpContender(int port) {
    rooms = URI.create("http://127.0.0.1:" + port + "/api/video/rooms");
  }

  @Override
  public Object createStream(String roomId, String url) {
    return execute(streamRequest(roomId, url), Stream.class);
  }

  @Override
  public CompletableFuture<?> createStreamAsync(String roomId, String url) {
    return http.sendAsync(streamRequest(roomId, url), BodyHandlers.ofString())
        .thenApply(response -> read(response, Stream.class));
  }

  @Override
  public Object refusedStream(String roomId, String url) {
    try {
      throw new AssertionError(execute(streamRequest(roomId, url), Stream.class));
    } catch (ApiException e) {
      return e;
    }
  }

  @Override
  public Object getRoom(String id) {
    return execute(request("/" + encoded(id)).build(), Room.class);
  }

  @Override
  public Object list(int pageSize) {
    return execute(request("?page_size=" + pageSize).build(), RoomPage.class).data;
  }

  @Override
  public void walk(int pageSize, int total, Consumer<Object> each) {
    HttpRequest request = request("?page_size=" + pageSize + "&total=" + total).build();
    while (true) {
      RoomPage page = execute(request, RoomPage.class);
      page.data.forEach(each);
      String next = page.next();
      if (next == null) {
        return;
      }
      request = request(rooms.resolve(next)).build();
    }
  }

  /** The JDK's client ends when it is no longer referenced. */
  @Override
  public void close() {}

  private HttpRequest streamRequest(String roomId, String url) {
    String body = HandWritten.GSON.toJson(new StreamRequest(url));
    return request("/" + encoded(roomId) + "/streams")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest.Builder request(String rest) {
    return request(URI.create(rooms + rest));
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .header("Authorization", HandWritten.AUTHORIZATION)
        .header("Accept", "application/json")
        .timeout(Duration.ofSeconds(30));
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private <T> T execute(HttpRequest request, Class<T> type) {
    try {
      return read(http.send(request, BodyHandlers.ofString()), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static <T> T read(HttpResponse<String> response, Class<T> type) {
    if (response.statusCode() / 100 != 2) {
      String requestId = response.headers().firstValue("X-Request-Id").orElse(null);
      throw new ApiException(response.statusCode(), requestId, response.body());
    }
    return HandWritten.GSON.fromJson(response.body(), type);
  }
}
