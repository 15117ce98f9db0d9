package io.github.videorooms.benchmarks;

import io.github.videorooms.benchmarks.HandWritten.ApiException;
import io.github.videorooms.benchmarks.HandWritten.Room;
import io.github.videorooms.benchmarks.HandWritten.RoomPage;
import io.github.videorooms.benchmarks.HandWritten.Stream;
import io.github.videorooms.benchmarks.HandWritten.StreamRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The baseline: OkHttp and Gson, as a careful engineer would use them for only these calls. One
 * client is shared, calls have a timeout, the pool keeps as many idle connections as there are
 * concurrent calls, and bodies are parsed while they are read.
 */
final class OkHttpContender implements Contender {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int CALLS_AT_A_TIME = 64;

  private final OkHttpClient http;
  private final HttpUrl rooms;

  OkHttpContender(int port) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(CALLS_AT_A_TIME);
    dispatcher.setMaxRequestsPerHost(CALLS_AT_A_TIME);
    http =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(CALLS_AT_A_TIME, 5, TimeUnit.MINUTES))
            .callTimeout(Duration.ofSeconds(30))
            .build();
    rooms = HttpUrl.get("http://127.0.0.1:" + port + "/api/video/rooms");
  }

  @Override
  public Object createStream(String roomId, String url) {
    return execute(streamRequest(roomId, url), Stream.class);
  }

  @Override
  public CompletableFuture<?> createStreamAsync(String roomId, String url) {
    CompletableFuture<Stream> future = new CompletableFuture<>();
    http.newCall(streamRequest(roomId, url))
        .enqueue(
            new Callback() {
              @Override
              public void onResponse(Call call, Response response) {
                Stream stream;
                try (response) {
                  stream = read(response, Stream.class);
                } catch (IOException | RuntimeException e) {
                  future.completeExceptionally(e);
                  return;
                }
                future.complete(stream);
              }

              @Override
              public void onFailure(Call call, IOException e) {
                future.completeExceptionally(e);
              }
            });
    return future;
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
    return execute(get(rooms.newBuilder().addPathSegment(id).build()), Room.class);
  }

  @Override
  public Object list(int pageSize) {
    return execute(get(pageOf(pageSize).build()), RoomPage.class).data;
  }

  @Override
  public void walk(int pageSize, int total, Consumer<Object> each) {
    HttpUrl url = pageOf(pageSize).addQueryParameter("total", Integer.toString(total)).build();
    while (true) {
      RoomPage page = execute(get(url), RoomPage.class);
      page.data.forEach(each);
      String next = page.next();
      if (next == null) {
        return;
      }
      url = Objects.requireNonNull(url.resolve(next), "next");
    }
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  private HttpUrl.Builder pageOf(int size) {
    return rooms.newBuilder().addQueryParameter("page_size", Integer.toString(size));
  }

  private Request streamRequest(String roomId, String url) {
    String body = HandWritten.GSON.toJson(new StreamRequest(url));
    return request(rooms.newBuilder().addPathSegment(roomId).addPathSegment("streams").build())
        .post(RequestBody.create(body, JSON))
        .build();
  }

  private static Request get(HttpUrl url) {
    return request(url).build();
  }

  private static Request.Builder request(HttpUrl url) {
    return new Request.Builder()
        .url(url)
        .header("Authorization", HandWritten.AUTHORIZATION)
        .header("Accept", "application/json");
  }

  private <T> T execute(Request request, Class<T> type) {
    try (Response response = http.newCall(request).execute()) {
      return read(response, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(Response response, Class<T> type) throws IOException {
    if (!response.isSuccessful()) {
      throw new ApiException(
          response.code(), response.header("X-Request-Id"), response.body().string());
    }
    return HandWritten.GSON.fromJson(response.body().charStream(), type);
  }
}
