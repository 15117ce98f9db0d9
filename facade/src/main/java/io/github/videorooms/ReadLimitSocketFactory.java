package io.github.videorooms;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes sockets that fail when too much arrives before OkHttp has read the next part of a response.
 *
 * <p>OkHttp bounds the headers, and {@link BodySizeLimit} the body; the line before a chunk, which
 * neither of them sees, is buffered by OkHttp whatever its length. The bytes are counted per
 * thread, since the thread that reads a response from a socket is the one that asks for it; over
 * HTTP/2, that is a thread of OkHttp's, which has no limit.
 */
final class ReadLimitSocketFactory extends SocketFactory {
  private static final long LIMIT = 1L << 20;

  /** What the thread may still read; unlimited while it waits for no response. */
  private static final ThreadLocal<Long> LEFT = ThreadLocal.withInitial(() -> Long.MAX_VALUE);

  /** Lifts the limit: what the thread reads next is no response, but a handshake. */
  static void expectNoResponse() {
    LEFT.remove();
  }

  /** Resets the count: the calling thread has got a part of a response, and asks for the next. */
  static void allowMore() {
    LEFT.set(LIMIT);
  }

  @Override
  public Socket createSocket() {
    // OkHttp chooses the proxy; a socket by itself would take the JVM's SOCKS proxy all the same.
    return new Socket(Proxy.NO_PROXY) {
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

  // OkHttp connects a socket itself, so it calls none of these.

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
