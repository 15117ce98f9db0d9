package io.github.videorooms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A raw HTTP server that does to each request what the test says, and counts them on its side. */
final class ScriptedServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Script script;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /** What to do once a request was read whole. */
  interface Script {
    void respond(int number, Socket socket) throws IOException, InterruptedException;
  }

  ScriptedServer(Script script) {
    this(script, ServerSocketFactory.getDefault());
  }

  ScriptedServer(Script script, ServerSocketFactory sockets) {
    this.script = script;
    try {
      this.listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** Responds to every request with the same text. */
  static ScriptedServer responding(String response) {
    return new ScriptedServer((number, socket) -> send(socket, response));
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** Closes with a TCP reset rather than an orderly end. */
  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  String host() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  /** Returns a builder of clients that make one attempt of each call. */
  SignalWireRestClient.Builder client() {
    return SignalWireRestClient.builder()
        .project(Wire.PROJECT)
        .token(Wire.TOKEN)
        .space(host())
        .maxRetries(0);
  }

  /** Returns the heads of the requests that arrived whole. */
  List<String> requests() {
    return requests;
  }

  /** Returns how many connections were made. */
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
      while (!socket.isClosed()) {
        String head = readHead(socket.getInputStream());
        if (head == null) {
          return;
        }
        socket.getInputStream().readNBytes(contentLength(head));
        requests.add(head);
        script.respond(requests.size(), socket);
      }
    } catch (IOException | InterruptedException e) {
      // The client went away, or the test is over.
    }
  }

  private static String readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next == -1) {
        return null;
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.UTF_8);
  }

  static int contentLength(String head) {
    return head.lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
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
}
