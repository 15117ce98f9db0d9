package io.github.videorooms;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Bounds what may arrive before a piece of a response is complete: OkHttp keeps the line before a
 * chunk whole, however long that is.
 */
final class BoundedSockets extends SocketFactory {
  private static final long MOST = 1L << 20;

  /** How much this thread may read; as much as it likes as long as it expects no response. */
  private static final ThreadLocal<Long> LEFT = ThreadLocal.withInitial(() -> Long.MAX_VALUE);

  /** Lets this thread, having got a piece, read the next one. */
  static void expectMore() {
    LEFT.set(MOST);
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
          @Override
          public int read(byte[] to, int start, int length) throws IOException {
            int read = super.read(to, start, length);
            LEFT.set(LEFT.get() - Math.max(read, 0));
            if (LEFT.get() < 0) {
              throw new IOException("the response has a part that does not end");
            }
            return read;
          }
        };
      }
    };
  }

  // OkHttp connects a socket itself.

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }
}
