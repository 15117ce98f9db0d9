package io.github.videorooms.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Authenticator;
import okhttp3.Credentials;

/** An HTTP proxy that asks for a password, and opens each tunnel to one port of this machine. */
final class TunnelProxy implements AutoCloseable {
  private static final String REFUSAL =
      "HTTP/1.1 407 Proxy Authentication Required\r\n"
          + "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n";

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final int target;
  private final String credentials;

  TunnelProxy(int target, String user, String password) throws IOException {
    this.target = target;
    this.credentials = Credentials.basic(user, password);
    start(this::accept);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /** Gives the password when it is asked for. */
  Authenticator authenticator() {
    return (route, response) ->
        response.request().newBuilder().header("Proxy-Authorization", credentials).build();
  }

  /** Returns the head of each request. */
  List<String> requests() {
    return requests;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      start(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client) {
      String head = readHead(client.getInputStream());
      while (!head.isEmpty() && !head.contains("Proxy-Authorization: " + credentials + "\r\n")) {
        requests.add(head);
        client.getOutputStream().write(REFUSAL.getBytes(ISO_8859_1));
        head = readHead(client.getInputStream());
      }
      if (head.isEmpty()) {
        return;
      }
      requests.add(head);
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
      try (Socket space = new Socket(InetAddress.getLoopbackAddress(), target)) {
        start(() -> copy(space, client));
        copy(client, space);
      }
    }
  }

  /** Returns a head up to its empty line, or nothing at the end of the connection. */
  private static String readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int next = in.read(); next != -1; next = in.read()) {
      head.write(next);
      if (head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        return head.toString(ISO_8859_1);
      }
    }
    return "";
  }

  private static void copy(Socket from, Socket to) throws IOException {
    OutputStream out = to.getOutputStream();
    from.getInputStream().transferTo(out);
    to.shutdownOutput();
  }

  private static void start(Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (IOException e) {
                // One of both sides has closed.
              }
            },
            "tunnel-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Step {
    void run() throws IOException;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
