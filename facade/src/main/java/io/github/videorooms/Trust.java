package io.github.videorooms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The system's certificate authorities, and those of a file in addition. */
final class Trust {
  private static final Pattern PEM =
      Pattern.compile("(?s)-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----");

  final X509TrustManager manager;
  final SSLSocketFactory socketFactory;

  private Trust(X509TrustManager manager, SSLSocketFactory socketFactory) {
    this.manager = manager;
    this.socketFactory = socketFactory;
  }

  /**
   * Adds the certificates of a PEM file to the system's.
   *
   * @throws IllegalArgumentException if the file contains none, or cannot be read; it is named
   */
  static Trust including(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // Reading a pipe could last for ever.
      throw new IllegalArgumentException("the CA file " + file + " is not a regular file");
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (Certificate own : certificatesIn(Files.readAllBytes(file))) {
        store.setCertificateEntry("own-" + store.size(), own);
      }
      if (store.size() == 0) {
        throw new IOException("it contains no certificate");
      }
      for (Certificate known : managerOf(null).getAcceptedIssuers()) {
        store.setCertificateEntry("known-" + store.size(), known);
      }
      X509TrustManager manager = managerOf(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return new Trust(manager, context.getSocketFactory());
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("the CA file " + file + " does not exist", e);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "the CA file "
              + file
              + " cannot be used; it must contain certificates in PEM form, or one in DER form."
              + " From a key store, keytool -exportcert -rfc exports one",
          e);
    }
  }

  /** Whether a client has this trust, and not that of a caller. */
  boolean isUsedBy(OkHttpClient client) {
    return client.connectionSpecs().stream().noneMatch(ConnectionSpec::isTls)
        || client.sslSocketFactory().equals(socketFactory);
  }

  /** Reads the certificates of a PEM file, ignoring all else in it, or that of a DER file. */
  static Collection<? extends Certificate> certificatesIn(byte[] file) throws CertificateException {
    String certificates =
        PEM.matcher(new String(file, StandardCharsets.ISO_8859_1))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.joining("\n"));
    byte[] content =
        certificates.isEmpty() ? file : certificates.getBytes(StandardCharsets.ISO_8859_1);
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(content));
  }

  private static X509TrustManager managerOf(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }
}
