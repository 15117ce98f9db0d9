package io.github.videorooms.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import okhttp3.tls.HandshakeCertificates;

/** A space over TLS that responds to each request with a room. */
final class TlsSpace implements AutoCloseable {
  private final HttpsServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile boolean requiresClientCertificate;

  TlsSpace(HandshakeCertificates certificates) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SSLContext context = certificates.sslContext();
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = context.getDefaultSSLParameters();
            tls.setNeedClientAuth(requiresClientCertificate);
            parameters.setSSLParameters(tls);
          }
        });
    server.createContext("/", this::respond);
    server.start();
  }

  /** Refuses clients without a certificate from now on. */
  void requireClientCertificate() {
    requiresClientCertificate = true;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Returns method and path of each request. */
  List<String> requests() {
    return requests;
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
      byte[] room = "{\"id\":\"r\",\"name\":\"standup\"}".getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, room.length);
      exchange.getResponseBody().write(room);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
