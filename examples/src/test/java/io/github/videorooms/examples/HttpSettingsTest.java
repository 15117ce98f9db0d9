package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestTransportError;
import io.github.videorooms.VideoRooms;
import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each setting, on the way to a space whose certificate is from an authority of its own. */
class HttpSettingsTest {
  private static final String HOST = "acme.signalwire.com";
  private static final char[] PASSWORD = "of the key file".toCharArray();

  private final HeldCertificate authority =
      new HeldCertificate.Builder().certificateAuthority(0).build();
  private final HeldCertificate forSpace = issued(HOST);
  private final HeldCertificate forClient = issued("client");

  @TempDir private Path folder;
  private TlsSpace space;
  private TunnelProxy proxy;

  @BeforeEach
  void start() throws Exception {
    space =
        new TlsSpace(
            new HandshakeCertificates.Builder()
                .heldCertificate(forSpace, authority.certificate())
                .addTrustedCertificate(authority.certificate())
                .build());
    proxy = new TunnelProxy(space.port(), "user", "proxy-password");
  }

  @AfterEach
  void stop() throws Exception {
    proxy.close();
    space.close();
  }

  @Test
  void throughProxy_withPassword_reachesTheSpace() throws Exception {
    try (SignalWireRestClient client =
        HttpSettings.throughProxy(
            builder().caFile(caFile()), proxy.address(), "user", "proxy-password")) {
      assertThat(nameOfRoom(client)).isEqualTo("standup");
    }

    assertThat(proxy.requests())
        .isNotEmpty()
        .allSatisfy(head -> assertThat(head).startsWith("CONNECT acme.signalwire.com:443 "))
        .noneMatch(head -> head.contains("\nAuthorization"));
    assertThat(space.requests()).containsExactly("GET /api/video/rooms/r");
  }

  @Test
  void throughProxy_wrongPassword_failsBeforeAnythingIsSent() throws Exception {
    try (SignalWireRestClient client =
        HttpSettings.throughProxy(
            builder().caFile(caFile()).maxRetries(0), proxy.address(), "user", "wrong")) {
      assertThatThrownBy(() -> nameOfRoom(client))
          .isInstanceOfSatisfying(
              SignalWireRestTransportError.class,
              error -> assertThat(error.mayHaveTakenEffect()).isFalse())
          .hasMessageContaining("proxy")
          .hasMessageNotContaining("wrong");
    }

    assertThat(space.requests()).isEmpty();
  }

  @Test
  void withKeyFile_spaceThatRequiresACertificate_isReached() throws Exception {
    space.requireClientCertificate();

    try (SignalWireRestClient client =
        HttpSettings.withKeyFile(throughTunnel(), keyFile(forClient), PASSWORD, authorities())) {
      assertThat(nameOfRoom(client)).isEqualTo("standup");
    }
    try (SignalWireRestClient client = throughTunnel().caFile(caFile()).maxRetries(0).build()) {
      assertThatThrownBy(() -> nameOfRoom(client)).isInstanceOf(SignalWireRestTransportError.class);
    }
  }

  @Test
  void withKeyFile_authoritiesOfTheJvm_doNotIncludeThatOfTheSpace() throws Exception {
    try (SignalWireRestClient client =
        HttpSettings.withKeyFile(
            throughTunnel().maxRetries(0), keyFile(forClient), PASSWORD, null)) {
      assertThatThrownBy(() -> nameOfRoom(client)).isInstanceOf(SignalWireRestTransportError.class);
    }
  }

  @Test
  void withKeyFile_andACaFile_isRejected() {
    assertThatThrownBy(
            () ->
                HttpSettings.withKeyFile(
                    builder().caFile(caFile()), keyFile(forClient), PASSWORD, authorities()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("caFile(...) and an sslSocketFactory");
  }

  private File keyFile(HeldCertificate owner) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry(
        "owner",
        owner.keyPair().getPrivate(),
        PASSWORD,
        new Certificate[] {owner.certificate(), authority.certificate()});
    File file = folder.resolve("owner.p12").toFile();
    try (OutputStream out = new FileOutputStream(file)) {
      keys.store(out, PASSWORD);
    }
    return file;
  }

  private KeyStore authorities() throws Exception {
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    authorities.setCertificateEntry("authority", authority.certificate());
    return authorities;
  }

  @Test
  void withOwnDns_name_isResolvedByIt() throws Exception {
    try (SignalWireRestClient client =
        HttpSettings.withOwnDns(
            builder().space("https://" + HOST + ":" + space.port()).caFile(caFile()),
            host -> List.of(InetAddress.getLoopbackAddress()))) {
      assertThat(nameOfRoom(client)).isEqualTo("standup");
    }
  }

  @Test
  void observed_call_reportsItsConnection() throws Exception {
    List<String> events = new CopyOnWriteArrayList<>();
    try (SignalWireRestClient client =
        HttpSettings.observed(
            throughTunnel().caFile(caFile()),
            call ->
                new EventListener() {
                  @Override
                  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
                    events.add("connecting by " + proxy.type());
                  }
                })) {
      nameOfRoom(client);
    }

    assertThat(events).containsExactly("connecting by HTTP");
  }

  /** This space speaks HTTP/1.1 only, which stays possible. */
  @Test
  void overHttp2_spaceWithoutHttp2_isStillReached() throws Exception {
    List<Protocol> spoken = new CopyOnWriteArrayList<>();
    try (SignalWireRestClient client =
        HttpSettings.overHttp2(throughTunnel().caFile(caFile()).http(recordingProtocols(spoken)))) {
      assertThat(nameOfRoom(client)).isEqualTo("standup");
    }

    assertThat(spoken).containsExactly(Protocol.HTTP_1_1);
  }

  @Test
  void overHttp2_spaceWithHttp2_speaksIt() throws Exception {
    WireMockServer modern =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicHttpsPort()
                .httpDisabled(true)
                .keystorePath(keyFile(forSpace).getPath())
                .keystoreType("PKCS12")
                .keystorePassword(new String(PASSWORD))
                .keyManagerPassword(new String(PASSWORD)));
    modern.stubFor(
        WireMock.any(WireMock.anyUrl())
            .willReturn(WireMock.okJson("{\"id\":\"r\",\"name\":\"standup\"}")));
    modern.start();
    List<Protocol> spoken = new CopyOnWriteArrayList<>();
    try (SignalWireRestClient client =
        HttpSettings.overHttp2(
            builder()
                .space("https://" + HOST + ":" + modern.httpsPort())
                .caFile(caFile())
                .http(http -> http.dns(host -> List.of(InetAddress.getLoopbackAddress())))
                .http(recordingProtocols(spoken)))) {
      assertThat(nameOfRoom(client)).isEqualTo("standup");
    } finally {
      modern.stop();
    }

    assertThat(spoken).containsExactly(Protocol.HTTP_2);
  }

  private static Consumer<OkHttpClient.Builder> recordingProtocols(List<Protocol> spoken) {
    return http ->
        http.addNetworkInterceptor(
            chain -> {
              spoken.add(chain.connection().protocol());
              return chain.proceed(chain.request());
            });
  }

  @Test
  void shared_clientOfTheApplication_staysOpen() throws Exception {
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder().addTrustedCertificate(authority.certificate()).build();
    OkHttpClient application =
        new OkHttpClient.Builder()
            .proxy(tunnel())
            .proxyAuthenticator(proxy.authenticator())
            .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
            .build();
    try (SignalWireRestClient client = HttpSettings.shared(builder(), application)) {
      assertThat(nameOfRoom(client)).isEqualTo("standup");
    }

    assertThat(application.connectionPool().connectionCount()).isEqualTo(1);
    application.connectionPool().evictAll();
  }

  @Test
  void privateAuthority_missingFile_isNamed() {
    assertThatThrownBy(() -> HttpSettings.privateAuthority(builder(), Path.of("no-such-ca.pem")))
        .hasMessageContaining("no-such-ca.pem");
  }

  private static String nameOfRoom(SignalWireRestClient client) {
    VideoRooms rooms = client.video().rooms();
    return rooms.get("r").getName();
  }

  private static SignalWireRestClient.Builder builder() {
    return SignalWireRestClient.builder().project("p").token("secret-token").space("acme");
  }

  private SignalWireRestClient.Builder throughTunnel() {
    return builder().http(http -> http.proxy(tunnel()).proxyAuthenticator(proxy.authenticator()));
  }

  private Proxy tunnel() {
    return new Proxy(Proxy.Type.HTTP, proxy.address());
  }

  private Path caFile() throws java.io.IOException {
    return Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());
  }

  private HeldCertificate issued(String name) {
    return new HeldCertificate.Builder()
        .commonName(name)
        .addSubjectAlternativeName(name)
        .signedBy(authority)
        .build();
  }
}
