package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates of servers and of their authorities outside of the time that they are valid in. */
@Tag("thorough")
class ExpiryTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String ROOM = "{\"id\":\"a\",\"name\":\"standup\"}";
  private static final String OK =
      "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
          + ROOM.length()
          + "\r\n\r\n"
          + ROOM;

  private static final Certificates CERTIFICATES = new Certificates();
  private static final Path AUTHORITY = CERTIFICATES.make("authority", "-ext", "bc:c");

  @ParameterizedTest(name = "the certificate {0}")
  @CsvSource({"has expired,-10d,NotAfter", "is not valid yet,+5d,NotBefore"})
  void get_certificateIsNotValidNow_failsWithReasonAndFix(
      String certificate, String start, String bound) throws Exception {
    makeSigned("authority", certificate, start, 5);
    try (ScriptedServer server = CERTIFICATES.server(certificate, OK);
        SignalWireRestClient client = builder(server).caFile(AUTHORITY).build()) {
      assertNotValidNow(client, bound);

      assertThat(server.requests()).isEmpty();
    }
  }

  /** Unless the new connection resumes a session of TLS: that presents no certificate. */
  @Test
  @Tag("waiting")
  void get_certificateExpiresBetweenTwoCalls_secondFails() throws Exception {
    int seconds = 8;
    makeSigned("authority", "brief", "-1d+" + seconds + "S", 1);
    Trust trust = Trust.including(AUTHORITY);
    OkHttpClient own =
        new OkHttpClient.Builder()
            .sslSocketFactory(trust.socketFactory, trust.manager)
            .addNetworkInterceptor(ExpiryTest::proceedAndForgetTheSession)
            .build();
    try (ScriptedServer server = CERTIFICATES.server("brief", OK);
        SignalWireRestClient client = builder(server).httpClient(own).build()) {
      client.video().rooms().get(ID);
      TimeUnit.SECONDS.sleep(seconds);

      assertNotValidNow(client, "NotAfter");
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static Response proceedAndForgetTheSession(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ((SSLSocket) chain.connection().socket()).getSession().invalidate();
    return response;
  }

  /** A trusted certificate is trusted as it is: RFC 5280, section 6.1, checks those below it. */
  @Test
  void caFile_authorityHasExpired_isTrusted() throws Exception {
    Path authority =
        CERTIFICATES.make("former", "-ext", "bc:c", "-startdate", "-10d", "-validity", "5");
    makeSigned("former", "current", "-1d", 5);
    try (ScriptedServer server = CERTIFICATES.server("current", OK);
        SignalWireRestClient client = builder(server).caFile(authority).build()) {
      assertThat(client.video().rooms().get(ID).getName()).isEqualTo("standup");
    }
  }

  private static void makeSigned(String signer, String name, String start, int days) {
    CERTIFICATES.make(
        name,
        "-signer",
        signer,
        "-ext",
        "SAN=ip:127.0.0.1",
        "-startdate",
        start,
        "-validity",
        Integer.toString(days));
  }

  private static void assertNotValidNow(SignalWireRestClient client, String bound) {
    SignalWireRestTransportError error =
        catchThrowableOfType(
            SignalWireRestTransportError.class, () -> client.video().rooms().get(ID));

    assertThat(error)
        .hasMessageContaining("a certificate of the server is not valid now (" + bound + ": ")
        .hasMessageEndingWith("it must be replaced, unless the clock of this machine is wrong");
    assertThat(error.getAttempts()).isEqualTo(1);
    assertThat(error.mayHaveTakenEffect()).isFalse();
  }

  private static SignalWireRestClient.Builder builder(ScriptedServer server) {
    return SignalWireRestClient.builder()
        .project(Wire.PROJECT)
        .token(Wire.TOKEN)
        .space("https://" + server.host())
        .maxRetries(2);
  }
}
