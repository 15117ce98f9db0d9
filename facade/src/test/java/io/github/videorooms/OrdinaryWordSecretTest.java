package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream key may be a word in the name of a class, or in the message of a failure. */
class OrdinaryWordSecretTest {
  @ParameterizedTest
  @ValueSource(strings = {"java", "main", "rooms", "okhttp3", "acme", "Host"})
  void createStream_unknownHost_isNamedAndRetried(String key) {
    SignalWireRestTransportError error =
        createStream(key, failingWith(new UnknownHostException("acme.signalwire.com")));

    assertThat(error).hasMessageContaining("unknown host ");
    assertThat(error.getAttempts()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "rooms", "certification", "path building"})
  void createStream_certificateIsNotTrusted_isReportedAndNotRetried(String key) {
    SSLHandshakeException failure = new SSLHandshakeException("PKIX path building failed");
    failure.initCause(
        new CertPathBuilderException(
            "unable to find valid certification path", new CertificateException("not trusted")));

    SignalWireRestTransportError error = createStream(key, failingWith(failure));

    assertThat(error).hasMessageContaining("caFile(...)");
    assertThat(error.getAttempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "okhttp3", "timeout"})
  void createStream_noResponse_isATimeout(String key) {
    try (ScriptedServer server = new ScriptedServer((number, socket) -> {})) {
      SignalWireRestTransportError error =
          createStream(key, server.client().attemptTimeout(Duration.ofMillis(300)));

      assertThat(error.isTimeout()).isTrue();
    }
  }

  /** Fails below the client's interceptor, as connecting does. */
  private static SignalWireRestClient.Builder failingWith(IOException failure) {
    SocketFactory sockets = socketsThatFail(failure);
    OkHttpClient http = new OkHttpClient.Builder().socketFactory(sockets).build();
    return SignalWireRestClient.builder()
        .project(Wire.PROJECT)
        .token(Wire.TOKEN)
        .space("127.0.0.1:9")
        .maxRetries(1)
        .httpClient(http);
  }

  private static SocketFactory socketsThatFail(IOException failure) {
    return new SocketFactory() {
      @Override
      public Socket createSocket() throws IOException {
        throw failure;
      }

      @Override
      public Socket createSocket(String host, int port) throws IOException {
        throw failure;
      }

      @Override
      public Socket createSocket(String host, int port, InetAddress local, int localPort)
          throws IOException {
        throw failure;
      }

      @Override
      public Socket createSocket(InetAddress host, int port) throws IOException {
        throw failure;
      }

      @Override
      public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
          throws IOException {
        throw failure;
      }
    };
  }

  private static SignalWireRestTransportError createStream(
      String key, SignalWireRestClient.Builder builder) {
    try (SignalWireRestClient client = builder.build()) {
      return catchThrowableOfType(
          SignalWireRestTransportError.class,
          () -> client.video().rooms().createStream("r", "rtmp://live.example.com/app/" + key));
    }
  }
}
