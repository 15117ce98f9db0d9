package io.github.videorooms;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OkHttp from sending a request twice on its own account, so that {@link Exchange} alone
 * decides on that.
 *
 * <p>OkHttp repeats a request on a 503 with {@code Retry-After: 0}, even when told not to retry,
 * and one whose body can be written again when a pooled connection turns out dead. The header is
 * therefore hidden while the response passes OkHttp's own loop, and every body, an empty one too,
 * can be written only once.
 */
final class SingleSend implements Interceptor {
  private static final String RETRY_AFTER = "Retry-After";
  private static final String HIDDEN = "X-VideoRooms-Hidden-Retry-After";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    Request once =
        body == null
            ? request
            : request.newBuilder().method(request.method(), oneShot(body)).build();
    return renamed(chain.proceed(once), HIDDEN, RETRY_AFTER);
  }

  /**
   * Returns the part that belongs below OkHttp's own loop: a network interceptor, the first one.
   */
  Interceptor belowFollowUps() {
    return chain -> renamed(chain.proceed(chain.request()), RETRY_AFTER, HIDDEN);
  }

  private static Response renamed(Response response, String from, String to) {
    String value = response.header(from);
    return value == null
        ? response
        : response.newBuilder().removeHeader(from).header(to, value).build();
  }

  private static RequestBody oneShot(RequestBody body) {
    return new RequestBody() {
      @Override
      public @Nullable MediaType contentType() {
        return body.contentType();
      }

      @Override
      public long contentLength() throws IOException {
        return body.contentLength();
      }

      @Override
      public boolean isOneShot() {
        return true;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        body.writeTo(sink);
      }
    };
  }
}
