package io.github.videorooms;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Notices that a server of HTTP/2 guarantees not to have processed a request (RFC 9113, section
 * 8.7): it refused the stream, or shut the connection down before it.
 *
 * <p>It is the last network interceptor, so that it sees no failure of another one, nor one that
 * comes after the head of the response. OkHttp reports this by exceptions of internal types, one of
 * them if the connection was shut down before the stream began; if these change, the request counts
 * as sent.
 */
final class RefusalInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (IOException e) {
      if ("stream was reset: REFUSED_STREAM".equals(e.getMessage())
          || e.getClass().getSimpleName().equals("ConnectionShutdownException")) {
        AttemptState.of(chain.call()).delivery.takeBack();
      }
      throw e;
    }
  }
}
