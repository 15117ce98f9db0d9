package io.github.videorooms;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Guards the connection that OkHttp has chosen, as the first network interceptor: nothing is sent
 * over one that the server has closed.
 *
 * <p>Many servers close a connection that is idle for a few seconds. OkHttp checks only after ten,
 * and otherwise finds out by sending; a POST that was sent then must not be sent again.
 */
final class ConnectionInterceptor implements Interceptor {
  /**
   * Checking a live connection takes a millisecond, so calls in quick succession skip it. A
   * connection that was not used here is checked too: another client of the same pool may have left
   * it idle.
   */
  private static final long CHECK_AFTER = TimeUnit.MILLISECONDS.toNanos(20);

  private final Map<Connection, Long> lastUse = Collections.synchronizedMap(new WeakHashMap<>());

  @Override
  public Response intercept(Chain chain) throws IOException {
    Connection connection = Objects.requireNonNull(chain.connection(), "connection");
    if (!isInUse(connection) && isStale(connection)) {
      throw new StaleConnectionException();
    }
    AttemptState state = AttemptState.of(chain.call());
    if (!state.delivery.start()) {
      throw new IOException("Canceled");
    }
    if (chain.call().isCanceled()) {
      // Whoever cancelled the call may have seen that nothing was sent.
      state.delivery.takeBack();
      throw new IOException("Canceled");
    }
    if (isRead(chain.request()) && !isRead(chain.call().request())) {
      state.delivery.takeBack(); // An interceptor of the caller's reads something first.
    }
    ReadLimitSocketFactory.allowMore();
    try {
      Response response = chain.proceed(chain.request());
      ResponseHead head = new ResponseHead(response.code(), response.headers(), state.secrets);
      if (AttemptFailure.isRejection(head.statusCode, head.retryAfter())) {
        state.delivery.takeBack();
      }
      return HiddenFollowUps.hide(response);
    } finally {
      lastUse.put(connection, System.nanoTime());
    }
  }

  private static boolean isRead(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  private boolean isInUse(Connection connection) {
    Long used = lastUse.get(connection);
    return used != null && System.nanoTime() - used <= CHECK_AFTER;
  }

  /** Between two responses of HTTP/1.1 there is nothing to read, unless the server has closed. */
  private static boolean isStale(Connection connection) throws IOException {
    if (connection.protocol() != Protocol.HTTP_1_1) {
      return false;
    }
    Socket socket = connection.socket();
    int timeout = socket.getSoTimeout();
    try {
      socket.setSoTimeout(1);
      socket.getInputStream().read();
      return true;
    } catch (SocketTimeoutException e) {
      socket.setSoTimeout(timeout);
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
