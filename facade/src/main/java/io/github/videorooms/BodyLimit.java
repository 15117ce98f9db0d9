package io.github.videorooms;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** Bounds what a response may put into memory, counted after decompression. */
final class BodyLimit implements Interceptor {
  private static final long MAX_SUCCESS_BYTES = 16L << 20;
  private static final long MAX_ERROR_BYTES = 64L << 10;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    if (body == null) {
      return response;
    }
    ResponseBody bounded = response.isSuccessful() ? limited(body) : beginningOf(body);
    return response.newBuilder().body(bounded).build();
  }

  private static ResponseBody limited(ResponseBody body) {
    Source source =
        new ForwardingSource(body.source()) {
          private long count;

          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            count += Math.max(read, 0);
            if (count > MAX_SUCCESS_BYTES) {
              throw new UnreadableBody(
                  "the body is larger than " + MAX_SUCCESS_BYTES + " bytes", null, null, null);
            }
            return read;
          }
        };
    return ResponseBody.create(Okio.buffer(source), body.contentType(), body.contentLength());
  }

  /**
   * What went wrong is known from the status; a body that breaks off takes nothing away from that.
   */
  private static ResponseBody beginningOf(ResponseBody body) {
    Buffer beginning = new Buffer();
    try (BufferedSource source = body.source()) {
      while (beginning.size() < MAX_ERROR_BYTES
          && source.read(beginning, MAX_ERROR_BYTES - beginning.size()) != -1) {}
    } catch (IOException e) {
      // The part that arrived is kept.
    }
    return ResponseBody.create(beginning, body.contentType(), beginning.size());
  }
}
