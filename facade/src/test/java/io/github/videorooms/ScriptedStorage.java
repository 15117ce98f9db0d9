package io.github.videorooms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A server that has the file of a recording, and the recording itself. It does what HTTP says of
 * ranges, except where a test has another response for one of the downloads.
 */
final class ScriptedStorage implements AutoCloseable {
  static final String ID = "7d21e0b9-84c3-4f5a-9e16-c0a3b7d5f248";

  private static final Pattern RANGE = Pattern.compile("(?m)^Range: bytes=(\\d+)-$");
  private static final Pattern IF_RANGE = Pattern.compile("(?m)^If-Range: (.*)$");

  final ScriptedServer server = new ScriptedServer(this::respond);
  private final Map<Integer, Reply> replies = new ConcurrentHashMap<>();

  volatile byte[] content;
  volatile @Nullable String validator = "ETag: \"v1\"";

  /** What the recording says its size is. */
  volatile @Nullable Long size;

  volatile @Nullable String uri;
  volatile boolean isDeleted;

  /** The id of the recording, as in JSON; null if the recording lacks it. */
  volatile @Nullable String id = ID;

  /** Whether requests for the recording get no response. */
  volatile boolean isSilent;

  /** What the storage does instead of responding as it should. */
  interface Reply {
    void respond(Socket socket, long from) throws IOException, InterruptedException;
  }

  ScriptedStorage(int bytes) {
    content = random(bytes);
    size = (long) bytes;
    uri = "http://" + server.host() + "/files/a.mp4?expires=900&signature=" + signature();
  }

  static byte[] random(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return content;
  }

  /** One of the {@link PlantedSecrets}. */
  private static String signature() {
    return PlantedSecrets.SIGNATURE;
  }

  /** Replaces the response to one of the downloads; the first one is number 1. */
  void on(int download, Reply reply) {
    replies.put(download, reply);
  }

  /** Replaces the response to each download. */
  void always(Reply reply) {
    for (int each = 1; each <= 100; each++) {
      on(each, reply);
    }
  }

  /** Returns the heads of the requests for the file. */
  List<String> downloads() {
    return server.requests().stream()
        .filter(head -> head.startsWith("GET /files/"))
        .collect(Collectors.toList());
  }

  /** Returns how many bytes each download left out. */
  List<Long> starts() {
    return downloads().stream().map(ScriptedStorage::startOf).collect(Collectors.toList());
  }

  /** Returns how many times the recording was requested. */
  long lookups() {
    return server.requests().stream().filter(head -> !head.startsWith("GET /files/")).count();
  }

  private void respond(int number, Socket socket) throws IOException, InterruptedException {
    String head = server.requests().get(number - 1);
    if (!head.startsWith("GET /files/")) {
      if (!isSilent) {
        respondAsApi(socket);
      }
      return;
    }
    Reply reply = replies.getOrDefault(downloads().size(), (to, from) -> send(to, head));
    reply.respond(socket, startOf(head));
  }

  private static long startOf(String head) {
    Matcher range = RANGE.matcher(head);
    return range.find() ? Long.parseLong(range.group(1)) : 0;
  }

  private void respondAsApi(Socket socket) throws IOException {
    String body =
        "{"
            + (id == null ? "" : "\"id\":\"" + id + "\",")
            + "\"room_session_id\":\"s\",\"format\":\"video/mp4\",\"size_in_bytes\":"
            + size
            + ",\"uri\":"
            + (uri == null ? null : '"' + uri + '"')
            + ",\"created_at\":\"2026-04-08T13:58:22Z\",\"updated_at\":\"2026-04-08T13:58:22Z\"}";
    ScriptedServer.send(
        socket,
        "HTTP/1.1 "
            + (isDeleted ? 404 : 200)
            + " X\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private void send(Socket socket, String head) throws IOException {
    long from = startOf(head);
    Matcher condition = IF_RANGE.matcher(head);
    String known = validator == null ? "" : validator.replaceFirst(".*?: ", "");
    boolean isSame = !condition.find() || condition.group(1).equals(known);
    if (from > 0 && from >= content.length && isSame) {
      ScriptedServer.send(socket, "HTTP/1.1 416 X\r\nContent-Length: 0\r\n\r\n");
    } else if (from > 0 && isSame) {
      sendRest(socket, from, content.length);
    } else {
      sendWhole(socket, content.length);
    }
  }

  /** Sends the beginning of the file, or all of it. */
  void sendWhole(Socket socket, int count) throws IOException {
    head(socket, "200 OK", "Content-Length: " + content.length);
    send(socket, Arrays.copyOf(content, count));
  }

  /** Sends what follows an offset, up to another one. */
  void sendRest(Socket socket, long from, int to) throws IOException {
    head(
        socket,
        "206 Partial Content",
        "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length,
        "Content-Length: " + (content.length - from));
    send(socket, Arrays.copyOfRange(content, (int) from, to));
  }

  /** Sends what is asked for up to an offset, and breaks off. */
  Reply cutAt(int offset) {
    return (socket, from) -> {
      if (from == 0) {
        sendWhole(socket, offset);
      } else {
        sendRest(socket, from, Math.max(offset, (int) from));
      }
      socket.close();
    };
  }

  void head(Socket socket, String status, String... headers) throws IOException {
    String all = Arrays.stream(headers).map(each -> each + "\r\n").collect(Collectors.joining());
    String version = validator == null ? "" : validator + "\r\n";
    ScriptedServer.send(socket, "HTTP/1.1 " + status + "\r\n" + version + all + "\r\n");
  }

  static void send(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** A status without a body. */
  static Reply status(int status, String... headers) {
    String all = Arrays.stream(headers).map(each -> each + "\r\n").collect(Collectors.joining());
    return (socket, from) ->
        ScriptedServer.send(
            socket, "HTTP/1.1 " + status + " X\r\n" + all + "Content-Length: 0\r\n\r\n");
  }

  /** Sends all of the file in chunks, whose number the client does not know before. */
  Reply chunked(byte[] bytes) {
    return (socket, from) -> {
      head(socket, "200 OK", "Transfer-Encoding: chunked");
      ScriptedServer.send(socket, Integer.toHexString(bytes.length) + "\r\n");
      send(socket, bytes);
      ScriptedServer.send(socket, "\r\n0\r\n\r\n");
    };
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
