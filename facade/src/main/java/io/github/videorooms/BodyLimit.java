package io.github.videorooms;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Bounds what a response may put into memory, counted after decompression. */
final class BodyLimit {
  /**
   * A server says the same each time; OkHttp would parse it three times a call, 7 % of its memory.
   */
  private static volatile @Nullable MediaType contentType;

  /** Returns the body of the response with a content type that was parsed before. */
  static ResponseBody typed(Response response) {
    ResponseBody body = response.body();
    MediaType type = contentType;
    if (type == null || !type.toString().equals(response.header("Content-Type"))) {
      type = body.contentType();
      contentType = type;
    }
    return ResponseBody.create(body.source(), type, body.contentLength());
  }

  /** Returns the body of the response within its bound. */
  static ResponseBody bounded(Response response, CallOptions options) {
    return response.isSuccessful()
        ? limited(response.body(), options.maxResponseBytes)
        : beginningOf(response.body(), options.maxErrorBytes);
  }

  private static ResponseBody limited(ResponseBody body, long limit) {
    Source source =
        new ForwardingSource(body.source()) {
          private long count;

          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            BoundedSockets.expectMore();
            long read = super.read(sink, byteCount);
            count += Math.max(read, 0);
            if (count > limit) {
              throw new UnreadableBody(
                  "the body is larger than " + limit + " bytes", null, null, null);
            }
            return read;
          }
        };
    return ResponseBody.create(Okio.buffer(source), body.contentType(), body.contentLength());
  }

  /**
   * What went wrong is known from the status; a body that breaks off takes nothing away from that.
   */
  private static ResponseBody beginningOf(ResponseBody body, long limit) {
    Buffer beginning = new Buffer();
    try (BufferedSource source = limited(body, Long.MAX_VALUE).source()) {
      while (beginning.size() < limit && source.read(beginning, limit - beginning.size()) != -1) {}
    } catch (IOException e) {
      // The part that arrived is kept.
    }
    return ResponseBody.create(beginning, body.contentType(), beginning.size());
  }
}
