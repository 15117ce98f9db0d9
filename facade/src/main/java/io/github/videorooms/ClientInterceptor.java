package io.github.videorooms;

import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Completes each request and bounds its response, as the last application interceptor: a caller's
 * own interceptors, which come before it, never see the credentials.
 */
final class ClientInterceptor implements Interceptor {
  private final String userAgent;
  private final BasicAuth auth;
  private final ConnectionPool pool;
  private final DeadlineDns dns;

  ClientInterceptor(String userAgent, BasicAuth auth, ConnectionPool pool, DeadlineDns dns) {
    this.userAgent = userAgent;
    this.auth = auth;
    this.pool = pool;
    this.dns = dns;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    AttemptState state = AttemptState.of(chain.call());
    state.restart();
    Response response = send(chain, complete(request, state), state);
    state.received(response.code(), response.headers());
    ResponseBody body = BodySizeLimit.bounded(response, state.options());
    // OkHttp's own responses have the credentials in their requests.
    return response
        .newBuilder()
        .request(request)
        .networkResponse(null)
        .priorResponse(null)
        .body(body)
        .build();
  }

  private Request complete(Request request, AttemptState state) throws IOException {
    Headers extra = state.options().headers;
    Request.Builder complete = request.newBuilder().header("User-Agent", userAgent);
    if (request.header("Accept") == null) {
      complete.header("Accept", "application/json");
    }
    for (int each = 0; each < extra.size(); each++) {
      complete.header(extra.name(each), extra.value(each));
    }
    RequestBody body = request.body();
    if (body != null) {
      complete.method(request.method(), new OneShotBody(body));
    }
    return auth.authenticate(complete, request.url(), state.credential).build();
  }

  /**
   * Sends the request once. A stale connection is found before anything is sent, and leaves the
   * pool, so that a fresh one is reached after at most as many tries as there are connections.
   */
  private Response send(Chain chain, Request request, AttemptState state) throws IOException {
    for (int left = pool.connectionCount(); ; left--) {
      try {
        dns.bind(chain.call()::isCanceled);
        ReadLimitSocketFactory.expectNoResponse();
        return HiddenFollowUps.restore(proceed(chain, request));
      } catch (IOException e) {
        if (!(e instanceof StaleConnectionException) || left <= 0) {
          throw state.secrets.scrubForInterceptors(e);
        }
      } finally {
        dns.unbind();
      }
    }
  }

  /** OkHttp and interceptors in Kotlin let checked exceptions through that they do not declare. */
  private static Response proceed(Chain chain, Request request) throws IOException {
    try {
      return chain.proceed(request);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
      throw new IOException(e);
    }
  }

  /** A body that OkHttp does not send again on its own, when a connection turns out to be dead. */
  private static final class OneShotBody extends RequestBody {
    private final RequestBody body;

    OneShotBody(RequestBody body) {
      this.body = body;
    }

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
  }
}
