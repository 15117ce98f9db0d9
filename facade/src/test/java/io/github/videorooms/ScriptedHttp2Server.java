package io.github.videorooms;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A raw HTTP/2 server, without TLS, that does to each request what the test says, and counts them
 * on its side. It tells requests apart by their streams and does not decode their headers.
 */
final class ScriptedHttp2Server implements AutoCloseable {
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;
  private static final int ACK = 1;
  private static final int PREFACE = 24;
  private static final int INITIAL_WINDOW_SIZE = 4;

  private final ServerSocket listener;
  private final Script script;
  private final int window;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /** The types of frames, in the order of their codes (RFC 9113, section 6). */
  enum Frame {
    DATA,
    HEADERS,
    PRIORITY,
    RST_STREAM,
    SETTINGS,
    PUSH_PROMISE,
    PING,
    GOAWAY,
    WINDOW_UPDATE,
    CONTINUATION
  }

  /** Why a stream or a connection ends, in the order of the codes (RFC 9113, section 7). */
  enum Reason {
    NO_ERROR,
    PROTOCOL_ERROR,
    INTERNAL_ERROR,
    FLOW_CONTROL_ERROR,
    SETTINGS_TIMEOUT,
    STREAM_CLOSED,
    FRAME_SIZE_ERROR,
    REFUSED_STREAM,
    CANCEL,
    COMPRESSION_ERROR,
    CONNECT_ERROR,
    ENHANCE_YOUR_CALM
  }

  /** What to do once a request was read whole. */
  interface Script {
    void respond(Exchange exchange) throws IOException, InterruptedException;
  }

  ScriptedHttp2Server(Script script) {
    this(script, 65_535);
  }

  /**
   * Makes a server.
   *
   * @param window how many bytes of a request's body it accepts
   */
  ScriptedHttp2Server(Script script, int window) {
    this.script = script;
    this.window = window;
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  String host() {
    return "127.0.0.1:" + port();
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Returns how many requests began to arrive. */
  int requests() {
    return requests.get();
  }

  int connections() {
    return sockets.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        sockets.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try {
      socket.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      in.readNBytes(PREFACE);
      byte[] settings =
          ByteBuffer.allocate(6).putShort((short) INITIAL_WINDOW_SIZE).putInt(window).array();
      write(out, Frame.SETTINGS, 0, 0, settings);
      while (!socket.isClosed()) {
        int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        byte[] payload = in.readNBytes(length);
        if (type == Frame.SETTINGS.ordinal() && flags != ACK) {
          write(out, Frame.SETTINGS, ACK, 0);
        }
        if (type == Frame.HEADERS.ordinal()) {
          requests.incrementAndGet();
        }
        if (type == Frame.DATA.ordinal() && length > 0) {
          byte[] window = ByteBuffer.allocate(4).putInt(length).array();
          write(out, Frame.WINDOW_UPDATE, 0, 0, window);
        }
        boolean isRequest = type == Frame.HEADERS.ordinal() || type == Frame.DATA.ordinal();
        if (isRequest && (flags & END_STREAM) != 0) {
          String body = type == Frame.DATA.ordinal() ? text(payload) : "";
          start(() -> respond(new Exchange(socket, out, stream, body)));
        }
      }
    } catch (IOException e) {
      // The client went away, or the test is over.
    }
  }

  /** On a thread of its own, since requests share a connection. */
  private void respond(Exchange exchange) {
    try {
      script.respond(exchange);
    } catch (IOException | InterruptedException e) {
      // The client went away, or the test is over.
    }
  }

  private static String text(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8);
  }

  private static void write(
      DataOutputStream out, Frame type, int flags, int stream, byte... payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
    frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
    frame.put((byte) type.ordinal()).put((byte) flags).putInt(stream).put(payload);
    out.write(frame.array());
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request and what a script can do to it. */
  static final class Exchange {
    final Socket socket;
    final int stream;

    /** The last frame of the request's body. */
    final String body;

    private final DataOutputStream out;

    private Exchange(Socket socket, DataOutputStream out, int stream, String body) {
      this.socket = socket;
      this.out = out;
      this.stream = stream;
      this.body = body;
    }

    void frame(Frame type, int flags, int stream, byte... payload) throws IOException {
      write(out, type, flags, stream, payload);
    }

    /** Returns the header block of a status, the eighth name in the static table of HPACK. */
    static byte[] head(int status) {
      return ("\u0008\u0003" + status).getBytes(StandardCharsets.US_ASCII);
    }

    void respond(String body) throws IOException {
      respond(200, body);
    }

    void respond(int status, String body) throws IOException {
      frame(Frame.HEADERS, END_HEADERS, stream, head(status));
      frame(Frame.DATA, END_STREAM, stream, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Responds as far as the first half of the body. */
    void beginResponse(String body) throws IOException {
      String half = body.substring(0, body.length() / 2);
      frame(Frame.HEADERS, END_HEADERS, stream, head(200));
      frame(Frame.DATA, 0, stream, half.getBytes(StandardCharsets.UTF_8));
    }

    void reset(Reason reason) throws IOException {
      frame(Frame.RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(reason.ordinal()).array());
    }

    /** Announces the end of the connection, and which stream is the last to be processed. */
    void goAway(int last) throws IOException {
      frame(Frame.GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(last).putInt(0).array());
    }
  }
}
