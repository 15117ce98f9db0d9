package io.github.videorooms.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that does as little as possible, so that the client is what is measured: it reads a
 * request without parsing most of it, and responds with precomputed bytes.
 *
 * <p>A list has {@code page_size} rooms per page and {@code total} rooms altogether. All pages are
 * the same except for the link to the next one, and each is delayed by {@code latency}
 * milliseconds.
 */
final class CannedServer implements AutoCloseable {
  /** The room whose streams are rejected. */
  static final String REFUSING_ROOM = "refusing";

  /** The room that is returned only after 100 ms. */
  static final String SLOW_ROOM = "slow";

  private static final int SLOW_MILLIS = 100;
  private static final int BACKLOG = 10_000;

  private static final Pattern PARAMETER =
      Pattern.compile("(page_size|total|page_token|latency)=P?A?(\\d+)");

  private final ServerSocket socket;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final Map<Integer, byte[]> pages = new ConcurrentHashMap<>();
  private final byte[] stream = response("201 Created", Responses.STREAM);
  private final byte[] room = response("200 OK", Responses.room(1));
  private final byte[] refusal = response("422 Unprocessable Entity", Responses.REFUSAL);

  private CannedServer(ServerSocket socket) {
    this.socket = socket;
  }

  static CannedServer start() throws IOException {
    CannedServer server =
        new CannedServer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
    inBackground(server::accept);
    return server;
  }

  /**
   * Prints the port and serves until standard input ends, which is when the parent process ends.
   */
  public static void main(String[] arguments) throws IOException {
    try (CannedServer server = start()) {
      System.out.println(server.port());
      System.in.read();
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void accept() throws IOException {
    while (!socket.isClosed()) {
      Socket connection = socket.accept();
      connections.add(connection);
      inBackground(() -> serve(connection));
    }
  }

  private void serve(Socket connection) throws IOException {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      byte[] head = new byte[8192];
      while (true) {
        respond(out, readRequest(in, head));
      }
    } finally {
      connections.remove(connection);
    }
  }

  /** Reads one request and returns its first line. */
  private static String readRequest(InputStream in, byte[] line) throws IOException {
    int length = readLine(in, line);
    String first = new String(line, 0, length, StandardCharsets.ISO_8859_1);
    long body = 0;
    while ((length = readLine(in, line)) > 0) {
      if (length > 15 && (line[0] | 0x20) == 'c' && line[7] == '-' && (line[8] | 0x20) == 'l') {
        String value = new String(line, 15, length - 15, StandardCharsets.ISO_8859_1);
        body = Long.parseLong(value.strip());
      }
    }
    in.skipNBytes(body);
    return first;
  }

  /** Reads up to the end of a line, and returns the number of bytes before it. */
  static int readLine(InputStream in, byte[] line) throws IOException {
    for (int length = 0; ; ) {
      int next = in.read();
      if (next == -1) {
        throw new EOFException();
      } else if (next == '\n') {
        return length;
      } else if (next != '\r') {
        line[length++] = (byte) next;
      }
    }
  }

  private void respond(OutputStream out, String request) throws IOException {
    if (request.startsWith("POST")) {
      out.write(request.contains("/" + REFUSING_ROOM + "/") ? refusal : stream);
    } else if (request.startsWith("GET /api/video/rooms/")) {
      if (request.contains("/" + SLOW_ROOM + " ")) {
        pause(SLOW_MILLIS);
      }
      out.write(room);
    } else {
      respondWithPage(out, request);
    }
  }

  private void respondWithPage(OutputStream out, String request) throws IOException {
    int size = 50;
    int total = 0;
    int page = 0;
    int latency = 0;
    Matcher parameter = PARAMETER.matcher(request);
    while (parameter.find()) {
      int value = Integer.parseInt(parameter.group(2));
      switch (parameter.group(1)) {
        case "page_size" -> size = value;
        case "total" -> total = value;
        case "latency" -> latency = value;
        default -> page = value;
      }
    }
    byte[] data = pages.computeIfAbsent(size, Responses::rooms);
    boolean last = (page + 1) * (long) size >= total;
    if (latency > 0) {
      pause(latency);
    }
    String next =
        "/api/video/rooms?page_size="
            + size
            + "&total="
            + total
            + (latency > 0 ? "&latency=" + latency : "")
            + "&page_token=PA"
            + (page + 1);
    String links = last ? "null" : '"' + next + '"';
    String start = "{\"links\":{\"next\":" + links + "},";
    out.write(
        (head("200 OK", start.length() + data.length) + start).getBytes(StandardCharsets.UTF_8));
    out.write(data);
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] response(String status, String body) {
    return (head(status, body.length()) + body).getBytes(StandardCharsets.UTF_8);
  }

  private static String head(String status, int length) {
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Type: application/json; charset=utf-8\r\nX-Request-Id: r-1\r\n"
        + "Content-Length: "
        + length
        + "\r\n\r\n";
  }

  private static void inBackground(Action action) {
    Thread thread =
        new Thread(
            () -> {
              try {
                action.run();
              } catch (IOException e) {
                // The connection or the server was closed.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Action {
    void run() throws IOException;
  }
}
