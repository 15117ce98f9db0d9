package io.github.videorooms.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The lower bound: one socket per thread, requests concatenated from text, and bodies that are not
 * parsed. Nothing that calls the API can be cheaper.
 */
final class SocketContender implements Contender {
  private static final String HEADERS =
      " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
          + HandWritten.AUTHORIZATION
          + "\r\nAccept: application/json\r\n";

  private final ThreadLocal<Connection> connection;

  SocketContender(int port) {
    connection = ThreadLocal.withInitial(() -> Connection.to(port));
  }

  @Override
  public Object createStream(String roomId, String url) {
    String body = "{\"url\":\"" + url + "\"}";
    return exchange(
        "POST /api/video/rooms/"
            + roomId
            + "/streams"
            + HEADERS
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  @Override
  public CompletableFuture<?> createStreamAsync(String roomId, String url) {
    throw new UnsupportedOperationException("sockets support only synchronous calls");
  }

  @Override
  public Object refusedStream(String roomId, String url) {
    return createStream(roomId, url);
  }

  @Override
  public Object getRoom(String id) {
    return exchange("GET /api/video/rooms/" + id + HEADERS + "\r\n");
  }

  @Override
  public Object list(int pageSize) {
    return exchange("GET /api/video/rooms?page_size=" + pageSize + HEADERS + "\r\n");
  }

  @Override
  public void walk(int pageSize, int total, Consumer<Object> rooms) {
    throw new UnsupportedOperationException("links are not parsed");
  }

  @Override
  public void close() {
    connection.get().close();
  }

  private byte[] exchange(String request) {
    return connection.get().exchange(request.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static final class Connection {
    private final Socket socket;
    private final InputStream in;
    private final byte[] line = new byte[8192];

    private Connection(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
    }

    static Connection to(int port) {
      try {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return new Connection(socket);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    byte[] exchange(byte[] request) {
      try {
        socket.getOutputStream().write(request);
        int contentLength = 0;
        for (int length; (length = CannedServer.readLine(in, line)) > 0; ) {
          if (line[0] == 'C' && line[8] == 'L') {
            String value = new String(line, 16, length - 16, StandardCharsets.ISO_8859_1);
            contentLength = Integer.parseInt(value);
          }
        }
        return in.readNBytes(contentLength);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
