package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videorooms.model.CreateRoomRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with a certificate of its own, made by the JDK's keytool. */
@Tag("thorough")
class TrustTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String ROOM = ok(Examples.room(ID, "standup").toString());

  /** Made once for all tests, since it takes seconds. */
  private static final Certificates CERTIFICATES = new Certificates();

  private static final Path RIGHT_HOST = CERTIFICATES.make("right", "-ext", "SAN=ip:127.0.0.1");
  private static final Path OTHER_HOST =
      CERTIFICATES.make("other", "-ext", "SAN=dns:other.example.com");

  @TempDir private Path folder;

  @Test
  void caFile_ofTheServer_isTrusted() throws Exception {
    try (ScriptedServer server = server("right");
        SignalWireRestClient client = client(server).caFile(RIGHT_HOST).build()) {
      assertThat(client.video().rooms().get(ID).getName()).isEqualTo("standup");
    }
  }

  @Test
  void create_encryptedConnectionClosedWhileIdle_isSentOnceOnAnotherConnection() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (ScriptedServer server =
            CERTIFICATES.server(
                "right",
                (number, socket) -> {
                  ScriptedServer.send(socket, ROOM);
                  if (number == 2) {
                    Thread.sleep(50);
                    socket.close();
                    closed.countDown();
                  }
                });
        SignalWireRestClient client = client(server).caFile(RIGHT_HOST).maxRetries(0).build()) {
      client.video().rooms().get(ID);
      Thread.sleep(50);
      client.video().rooms().get(ID);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
      Thread.sleep(50);

      client.video().rooms().create(CreateRoomRequest.builder().name("standup").build());

      assertThat(server.requests()).hasSize(3);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void caFile_namedByTheEnvironment_isTrusted() throws Exception {
    try (ScriptedServer server = server("right");
        SignalWireRestClient client =
            new SignalWireRestClient.Builder(
                    Map.of("SIGNALWIRE_REST_CA_FILE", RIGHT_HOST.toString())::get)
                .fromEnv()
                .project(Wire.PROJECT)
                .token(Wire.TOKEN)
                .space("https://" + server.host())
                .build()) {
      assertThat(client.video().rooms().get(ID).getName()).isEqualTo("standup");
    }
  }

  @Test
  void caFile_none_serverIsNotTrustedAndTheCallNotRetried() throws Exception {
    try (ScriptedServer server = server("right");
        SignalWireRestClient client = client(server).maxRetries(2).build()) {
      SignalWireRestError error =
          catchThrowableOfType(SignalWireRestError.class, () -> client.video().rooms().get(ID));

      assertThat(error).isInstanceOf(SignalWireRestTransportError.class);
      assertThat(error).hasMessageContaining("caFile(...) or SIGNALWIRE_REST_CA_FILE");
      assertThat(error.getAttempts()).isEqualTo(1);
      assertThat(server.requests()).isEmpty();
    }
  }

  /** What is read in a handshake counts for no response. */
  @Test
  void caFile_none_isTheReasonEvenIfTheThreadHasReadALot() throws Exception {
    try (ScriptedServer plain =
            new ScriptedServer(
                (number, socket) -> ScriptedServer.send(socket, "a".repeat((1 << 20) - 10)));
        Socket socket = new ReadLimitSocketFactory().createSocket();
        ScriptedServer server = server("right");
        SignalWireRestClient client = client(server).build()) {
      String[] address = plain.host().split(":", 2);
      socket.connect(new InetSocketAddress(address[0], Integer.parseInt(address[1])));
      ScriptedServer.send(socket, "\r\n\r\n");
      ReadLimitSocketFactory.allowMore();
      assertThat(socket.getInputStream().readNBytes((1 << 20) - 10)).hasSize((1 << 20) - 10);

      assertThatThrownBy(() -> client.video().rooms().get(ID)).hasMessageContaining("caFile(...)");
    }
  }

  @Test
  void caFile_certificateOfAnotherHost_isNotAccepted() throws Exception {
    try (ScriptedServer server = server("other");
        SignalWireRestClient client = client(server).caFile(OTHER_HOST).maxRetries(2).build()) {
      SignalWireRestError error =
          catchThrowableOfType(SignalWireRestError.class, () -> client.video().rooms().get(ID));

      assertThat(error).hasMessageContaining("not verified");
      assertThat(error.getAttempts()).isEqualTo(1);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void including_aFile_preservesTheSystemsAuthorities() {
    assertThat(Trust.including(RIGHT_HOST).manager.getAcceptedIssuers()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n"})
  void caFile_withoutCertificate_isRejectedByName(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("empty.pem"), text);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder("acme").caFile(file).build())
        .withMessageContaining("empty.pem");
  }

  /** A pipe whose writer never comes would hang. */
  @Test
  void caFile_notARegularFile_isRejectedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder("acme").caFile(folder).build())
        .withMessageEndingWith("is not a regular file");
  }

  @Test
  void caFile_keyStore_isRejectedWithTheFix() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder("acme").caFile(CERTIFICATES.keyStore).build())
        .withMessageContaining("keytool -exportcert -rfc");
  }

  @Test
  void caFile_missing_isRejectedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder("acme").caFile(folder.resolve("gone.pem")).build())
        .withMessageContaining("gone.pem does not exist");
  }

  @Test
  void caFile_withAByteOrderMarkAndAPrivateKey_isReadForItsCertificates() throws IOException {
    String key = "-----BEGIN PRIVATE KEY-----\nMIIBVQ==\n-----END PRIVATE KEY-----\n";
    String certificate = Files.readString(RIGHT_HOST);
    Path file = Files.writeString(folder.resolve("all.pem"), "\ufeff" + key + certificate + key);

    assertThat(Trust.including(file).manager.getAcceptedIssuers())
        .hasSameSizeAs(Trust.including(RIGHT_HOST).manager.getAcceptedIssuers());
  }

  @Test
  void caFile_inDerForm_isRead() throws IOException {
    String base64 = Files.readString(RIGHT_HOST).replaceAll("-----[^-]*-----|\\s", "");
    Path file = Files.write(folder.resolve("ca.der"), Base64.getDecoder().decode(base64));

    assertThat(Trust.including(file).manager.getAcceptedIssuers())
        .hasSameSizeAs(Trust.including(RIGHT_HOST).manager.getAcceptedIssuers());
  }

  @Test
  void caFile_togetherWithAnHttpClient_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder("acme").caFile(RIGHT_HOST).httpClient(new OkHttpClient()).build())
        .withMessageContaining("exclude each other");
  }

  @Test
  void caFile_togetherWithAnotherTrustInHttp_isRejectedUnlessItIsOfTheEnvironment() {
    Trust other = Trust.including(RIGHT_HOST);
    Consumer<OkHttpClient.Builder> trusting =
        http -> http.sslSocketFactory(other.socketFactory, other.manager);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder("acme").caFile(RIGHT_HOST).http(trusting).build())
        .withMessageContaining("exclude each other");
    new SignalWireRestClient.Builder(Map.of("SIGNALWIRE_REST_CA_FILE", RIGHT_HOST.toString())::get)
        .fromEnv()
        .project(Wire.PROJECT)
        .token(Wire.TOKEN)
        .space("acme")
        .http(trusting)
        .build()
        .close();
  }

  private static SignalWireRestClient.Builder client(ScriptedServer server) {
    return builder("https://" + server.host());
  }

  private static SignalWireRestClient.Builder builder(String space) {
    return SignalWireRestClient.builder().project(Wire.PROJECT).token(Wire.TOKEN).space(space);
  }

  private static ScriptedServer server(String name) throws Exception {
    return CERTIFICATES.server(name, ROOM);
  }

  private static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }
}
