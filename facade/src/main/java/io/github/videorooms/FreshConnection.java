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
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Takes another connection where the server has closed the one from the pool, before anything is
 * sent.
 *
 * <p>Many servers close a connection that is idle for a few seconds. OkHttp looks only after ten,
 * and finds out by sending; what was sent then may not be sent again, if it makes something.
 */
final class FreshConnection {
  /**
   * To look takes a millisecond if all is well, so calls in a row are spared it. A connection that
   * was not used here is looked at as well: another client of the same pool may have left it idle.
   */
  private static final long LOOK_AFTER = TimeUnit.MILLISECONDS.toNanos(20);

  private final ConnectionPool pool;
  private final Map<Connection, Long> lastUse = Collections.synchronizedMap(new WeakHashMap<>());

  FreshConnection(ConnectionPool pool) {
    this.pool = pool;
  }

  /** Each failure takes one connection out of the pool, so that a new one comes in the end. */
  Response proceed(Interceptor.Chain chain, Request request) throws IOException {
    for (int left = pool.connectionCount(); ; left--) {
      try {
        return chain.proceed(request);
      } catch (IOException e) {
        if (!(e instanceof Stale) || left <= 0) {
          throw (IOException) Attempt.of(chain.call().request()).secrets.scrub(e);
        }
      }
    }
  }

  /**
   * Looks, as a network interceptor, at the connection that OkHttp has chosen, and notes that
   * sending begins.
   */
  Response look(Interceptor.Chain chain) throws IOException {
    Connection connection = Objects.requireNonNull(chain.connection(), "connection");
    Long used = lastUse.get(connection);
    boolean inUse = used != null && System.nanoTime() - used <= LOOK_AFTER;
    if (!inUse && isStale(connection)) {
      throw new Stale();
    }
    Attempt.of(chain.call().request()).connected = true;
    BoundedSockets.expectMore();
    try {
      return chain.proceed(chain.request());
    } finally {
      lastUse.put(connection, System.nanoTime());
    }
  }

  /** Between two responses of HTTP/1.1 there is nothing to read, unless it is over. */
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

  private static final class Stale extends IOException {
    private static final long serialVersionUID = 1;

    Stale() {
      super("the server had closed each connection that was kept");
    }
  }
}
