package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates of servers, made by the JDK's keytool, each of which takes a second. */
final class Certificates {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path folder;

  /** All of them, with their keys. */
  final Path keyStore;

  Certificates() {
    try {
      this.folder = Files.createTempDirectory("certificates");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folder.toFile().deleteOnExit();
    this.keyStore = folder.resolve("all.p12");
    keyStore.toFile().deleteOnExit();
  }

  /**
   * Makes a certificate, which signs itself unless the options name a signer.
   *
   * @return a PEM file of it
   */
  Path make(String name, String... options) {
    keytool(name, options);
    Path file = folder.resolve(name + ".pem");
    file.toFile().deleteOnExit();
    try {
      byte[] certificate = load().getCertificate(name).getEncoded();
      String pem = Base64.getMimeEncoder().encodeToString(certificate);
      return Files.writeString(
          file, "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n");
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError("no certificate", e);
    }
  }

  private void keytool(String name, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name));
    command.addAll(List.of("-keyalg", "EC", "-keystore", keyStore.toString()));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
    command.addAll(List.of(options));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no certificate", e);
    }
  }

  /** Returns a server that presents a certificate and responds to each request with the text. */
  ScriptedServer server(String name, String response) throws Exception {
    return server(name, (number, socket) -> ScriptedServer.send(socket, response));
  }

  /** Returns a server that presents a certificate. */
  ScriptedServer server(String name, ScriptedServer.Script script) throws Exception {
    KeyStore all = load();
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(name, all.getKey(name, PASSWORD), PASSWORD, all.getCertificateChain(name));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return new ScriptedServer(script, context.getServerSocketFactory());
  }

  private KeyStore load() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      store.load(in, PASSWORD);
    }
    return store;
  }
}
