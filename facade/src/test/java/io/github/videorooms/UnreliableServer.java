package io.github.videorooms;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves rooms for hours in constant memory, and does one in twenty requests some harm. It knows
 * which rooms were created by the numbers that are their names.
 */
final class UnreliableServer implements AutoCloseable {
  private static final Pattern CREATE = Pattern.compile("(?s)POST .*\"name\":\"(\\d+)\".*");

  private final ServerSocket listener;
  private final BitSet created = new BitSet();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong harmed = new AtomicLong();
  private final AtomicLong doubled = new AtomicLong();
  private final AtomicLong connections = new AtomicLong();

  UnreliableServer() {
    try {
      listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  String host() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  long requests() {
    return requests.get();
  }

  long harmed() {
    return harmed.get();
  }

  long connections() {
    return connections.get();
  }

  /** Returns how many rooms were created more than once. */
  long doubled() {
    return doubled.get();
  }

  synchronized int created() {
    return created.cardinality();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        long number = connections.incrementAndGet();
        start(() -> serve(socket, new Random(number)));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket socket, Random random) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (String request = read(in); request != null; request = read(in)) {
        requests.incrementAndGet();
        if (random.nextInt(20) == 0) {
          harmed.incrementAndGet();
          if (!harm(random.nextInt(7), request, socket)) {
            return;
          }
        } else {
          respond(request, socket);
        }
      }
    } catch (IOException | InterruptedException e) {
      // The client went away.
    }
  }

  /** Returns whether the connection can go on. */
  private boolean harm(int kind, String request, Socket socket)
      throws IOException, InterruptedException {
    switch (kind) {
      case 0 -> ScriptedServer.send(socket, response("503 X\r\nRetry-After: 0", ""));
      case 1 -> {
        note(request);
        ScriptedServer.send(socket, response("500 X", "{\"error\":\"Internal Server Error\"}"));
      }
      case 2 -> {
        Thread.sleep(300);
        respond(request, socket);
      }
      case 3 -> {
        note(request);
        ScriptedServer.send(socket, response("200 OK", "{\"id\":nonsense"));
      }
      case 4 -> {
        note(request);
        ScriptedServer.send(socket, "this is no HTTP\r\n\r\n");
        return false;
      }
      case 5 -> {
        note(request);
        ScriptedServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
        return false;
      }
      default -> {
        note(request);
        ScriptedServer.reset(socket);
        return false;
      }
    }
    return true;
  }

  private void respond(String request, Socket socket) throws IOException {
    note(request);
    String room = "{\"id\":\"a\",\"name\":\"b\"}";
    if (request.startsWith("DELETE")) {
      ScriptedServer.send(socket, "HTTP/1.1 204 No Content\r\n\r\n");
    } else if (request.startsWith("GET /api/video/rooms ")) {
      ScriptedServer.send(socket, response("200 OK", "{\"links\":{},\"data\":[" + room + "]}"));
    } else {
      ScriptedServer.send(socket, response("200 OK", room));
    }
  }

  private void note(String request) {
    Matcher create = CREATE.matcher(request);
    if (create.matches()) {
      int name = Integer.parseInt(create.group(1));
      synchronized (this) {
        if (created.get(name)) {
          doubled.incrementAndGet();
        }
        created.set(name);
      }
    }
  }

  private static String response(String status, String body) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** Returns the head and the body of a request, or null at the end. */
  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 2) {
      int next = in.read();
      if (next == -1) {
        return null;
      }
      head.write(next);
      if (next == '\n') {
        ends++;
      } else if (next != '\r') {
        ends = 0;
      }
    }
    String text = head.toString(StandardCharsets.UTF_8);
    int length = ScriptedServer.contentLength(text);
    return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "unreliable-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
