package io.github.videorooms;

import io.github.videorooms.ScriptedHttp2Server.Exchange;
import io.github.videorooms.ScriptedHttp2Server.Reason;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Protocol;

/**
 * Serves rooms for hours in constant memory, and does one in twenty requests some harm. It knows
 * which rooms were created by the numbers that are their names.
 */
abstract class UnreliableServer implements AutoCloseable {
  private static final Pattern CREATE = Pattern.compile("\"name\":\"(\\d+)\"");

  /** Serves as a room, and as a list of them. */
  private static final String ROOM =
      "{\"id\":\"a\",\"name\":\"b\",\"links\":{},\"data\":[{\"id\":\"a\"}]}";

  private static final String FAILURE = "{\"error\":\"Internal Server Error\"}";
  private static final String BROKEN_JSON = "{\"id\":nonsense";
  private static final String NO_HTTP = "this is no HTTP\r\n\r\n";

  private final BitSet created = new BitSet();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong harmed = new AtomicLong();
  private final AtomicLong doubled = new AtomicLong();

  /** What is done to a request; all but a refused one are processed. */
  private enum Harm {
    NONE,
    REFUSED,
    FAILED,
    LATE,
    NONSENSE,
    NO_PROTOCOL,
    CUT_OFF,
    RESET,
    /** A good response, after which the connection ends. */
    LAST,
    /** Nothing comes any more, but the connection stays open. */
    SWALLOWED
  }

  static UnreliableServer speaking(Protocol protocol) {
    return protocol == Protocol.HTTP_1_1 ? new Http1() : new Http2();
  }

  abstract int port();

  abstract long connections();

  @Override
  public abstract void close() throws IOException;

  long requests() {
    return requests.get();
  }

  long harmed() {
    return harmed.get();
  }

  /** Returns how many rooms were created more than once. */
  long doubled() {
    return doubled.get();
  }

  synchronized int created() {
    return created.cardinality();
  }

  /** Processes a request, unless it is to be refused, and returns what to do to it. */
  private Harm receive(String request) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    Harm harm = Harm.NONE;
    requests.incrementAndGet();
    if (random.nextInt(20) == 0) {
      harmed.incrementAndGet();
      harm = Harm.values()[1 + random.nextInt(Harm.values().length - 1)];
    }
    Matcher create = CREATE.matcher(request);
    if (harm != Harm.REFUSED && create.find()) {
      note(Integer.parseInt(create.group(1)));
    }
    return harm;
  }

  private synchronized void note(int name) {
    if (created.get(name)) {
      doubled.incrementAndGet();
    }
    created.set(name);
  }

  private static final class Http1 extends UnreliableServer {
    /** After these, the connection cannot go on. */
    private static final Set<Harm> ENDING =
        EnumSet.of(Harm.NO_PROTOCOL, Harm.CUT_OFF, Harm.RESET, Harm.LAST);

    private final ServerSocket listener;
    private final AtomicLong connections = new AtomicLong();

    Http1() {
      try {
        listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      start(this::accept);
    }

    @Override
    int port() {
      return listener.getLocalPort();
    }

    @Override
    long connections() {
      return connections.get();
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }

    private void accept() {
      try {
        while (true) {
          Socket socket = listener.accept();
          connections.incrementAndGet();
          start(() -> serve(socket));
        }
      } catch (IOException e) {
        // The test is over.
      }
    }

    private void serve(Socket socket) {
      try (socket) {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        Harm harm = Harm.NONE;
        while (!ENDING.contains(harm)) {
          String request = read(in);
          if (request == null) {
            return;
          }
          harm = super.receive(request);
          respond(request, harm, socket);
        }
      } catch (IOException | InterruptedException e) {
        // The client went away.
      }
    }

    private static void respond(String request, Harm harm, Socket socket)
        throws IOException, InterruptedException {
      switch (harm) {
        case RESET -> ScriptedServer.reset(socket);
        case LATE -> {
          Thread.sleep(300);
          ScriptedServer.send(socket, responseTo(request, harm));
        }
        case SWALLOWED -> {
          ScriptedServer.send(socket, responseTo(request, harm));
          socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        default -> ScriptedServer.send(socket, responseTo(request, harm));
      }
    }

    private static String responseTo(String request, Harm harm) {
      return switch (harm) {
        case REFUSED -> response("503 X\r\nRetry-After: 0", "");
        case FAILED -> response("500 X", FAILURE);
        case NONSENSE -> response("200 OK", BROKEN_JSON);
        case NO_PROTOCOL -> NO_HTTP;
        case CUT_OFF -> "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{";
        default ->
            request.startsWith("DELETE")
                ? "HTTP/1.1 204 No Content\r\n\r\n"
                : response("200 OK", ROOM);
      };
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
  }

  private static final class Http2 extends UnreliableServer {
    private final ScriptedHttp2Server server = new ScriptedHttp2Server(this::respond);

    @Override
    int port() {
      return server.port();
    }

    @Override
    long connections() {
      return server.connections();
    }

    @Override
    public void close() {
      server.close();
    }

    private void respond(Exchange exchange) throws IOException, InterruptedException {
      switch (super.receive(exchange.body)) {
        case REFUSED -> exchange.reset(Reason.REFUSED_STREAM);
        case FAILED -> exchange.respond(500, FAILURE);
        case LATE -> {
          Thread.sleep(300);
          exchange.respond(ROOM);
        }
        case NONSENSE -> exchange.respond(BROKEN_JSON);
        case NO_PROTOCOL -> ScriptedServer.send(exchange.socket, NO_HTTP);
        case CUT_OFF -> {
          exchange.beginResponse(ROOM);
          exchange.reset(Reason.INTERNAL_ERROR);
        }
        case RESET -> ScriptedServer.reset(exchange.socket);
        case LAST -> {
          exchange.goAway(Integer.MAX_VALUE);
          exchange.respond(ROOM);
        }
        case SWALLOWED -> {}
        default -> exchange.respond(ROOM);
      }
    }
  }
}
