package io.github.videorooms;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Bounds how much of a response is held in memory, counted after decompression. */
final class BodySizeLimit {
  /** What most responses have; to parse it takes a kilobyte per call. */
  private static final String JSON = "application/json; charset=utf-8";

  private static final MediaType JSON_TYPE = MediaType.get(JSON);

  private BodySizeLimit() {}

  /** Bounds what the interceptors of the caller return. */
  static Response intercept(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = bounded(response, AttemptState.of(chain.call()).options());
    return response.newBuilder().body(body).build();
  }

  /** Returns the body of the response within its bound. */
  static ResponseBody bounded(Response response, RequestOptions options) {
    return response.isSuccessful()
        ? limited(response, options.maxResponseBytes)
        : beginningOf(response, options.maxErrorBytes);
  }

  private static @Nullable MediaType typeOf(Response response) {
    boolean isJson = JSON.equals(response.header("Content-Type"));
    return isJson ? JSON_TYPE : response.body().contentType();
  }

  private static ResponseBody limited(Response response, long limit) {
    ResponseBody body = response.body();
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
    return ResponseBody.create(Okio.buffer(source), typeOf(response), body.contentLength());
  }

  /** Never fails: the status tells what went wrong, even if the body breaks off. */
  private static ResponseBody beginningOf(Response response, long limit) {
    Buffer beginning = new Buffer();
    try (BufferedSource source = limited(response, Long.MAX_VALUE).source()) {
      while (beginning.size() < limit && source.read(beginning, limit - beginning.size()) != -1) {}
    } catch (IOException | RuntimeException e) { // An interceptor of the caller's may decompress.
      // What has arrived is enough.
    }
    return ResponseBody.create(beginning, typeOf(response), beginning.size());
  }
}
