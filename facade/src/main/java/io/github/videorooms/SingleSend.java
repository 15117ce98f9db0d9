package io.github.videorooms;

import java.io.IOException;
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
final class SingleSend {
  private static final String RETRY_AFTER = "Retry-After";
  private static final String HIDDEN = "X-VideoRooms-Hidden-Retry-After";

  private SingleSend() {}

  /** Returns a builder of the same request, to be sent once. */
  static Request.Builder once(Request request) {
    Request.Builder once = request.newBuilder();
    RequestBody body = request.body();
    return body == null ? once : once.method(request.method(), oneShot(body));
  }

  /** Hides the header, below OkHttp's own loop. */
  static Response hide(Response response) {
    return renamed(response, RETRY_AFTER, HIDDEN);
  }

  /** Shows the header again, above that loop. */
  static Response show(Response response) {
    return renamed(response, HIDDEN, RETRY_AFTER);
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
