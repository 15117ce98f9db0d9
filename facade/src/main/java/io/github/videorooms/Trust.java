package io.github.videorooms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificate authorities of the system, and those of a file beside them. */
final class Trust {
  final X509TrustManager manager;
  final SSLSocketFactory socketFactory;

  private Trust(X509TrustManager manager, SSLSocketFactory socketFactory) {
    this.manager = manager;
    this.socketFactory = socketFactory;
  }

  /**
   * Adds the certificates of a PEM file to the system's.
   *
   * @throws IllegalArgumentException if the file holds none, naming it
   */
  static Trust including(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (Certificate own : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("own-" + store.size(), own);
      }
      if (store.size() == 0) {
        throw new IOException("no certificate in it");
      }
      for (Certificate known : managerOf(null).getAcceptedIssuers()) {
        store.setCertificateEntry("known-" + store.size(), known);
      }
      X509TrustManager manager = managerOf(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return new Trust(manager, context.getSocketFactory());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "the CA file " + file + " cannot be used; it has to hold certificates in PEM form", e);
    }
  }

  private static X509TrustManager managerOf(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }
}
