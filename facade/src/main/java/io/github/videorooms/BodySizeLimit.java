package io.github.videorooms;

import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** Bounds how much of a response is held in memory, counted after decompression. */
final class BodySizeLimit {
  private BodySizeLimit() {}

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
            ReadLimitSocketFactory.allowMore();
            long read = super.read(sink, byteCount);
            count += Math.max(read, 0);
            if (count > limit) {
              throw new UnreadableBodyException("the body is larger than " + limit + " bytes");
            }
            return read;
          }
        };
    return ResponseBody.create(Okio.buffer(source), body.contentType(), body.contentLength());
  }

  /** Never fails: the status tells what went wrong, even if the body breaks off. */
  private static ResponseBody beginningOf(ResponseBody body, long limit) {
    Buffer beginning = new Buffer();
    try (BufferedSource source = limited(body, Long.MAX_VALUE).source()) {
      while (beginning.size() < limit && source.read(beginning, limit - beginning.size()) != -1) {}
    } catch (IOException e) {
      // What has arrived is enough.
    }
    return ResponseBody.create(beginning, body.contentType(), beginning.size());
  }
}
