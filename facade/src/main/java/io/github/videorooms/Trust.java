package io.github.videorooms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
    try {
      List<Certificate> trusted = new ArrayList<>(certificates(file));
      trusted.addAll(Arrays.asList(managerOf(null).getAcceptedIssuers()));
      X509TrustManager manager = managerOf(keyStoreOf(trusted));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return new Trust(manager, context.getSocketFactory());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "the CA file " + file + " cannot be used; it has to hold certificates in PEM form", e);
    }
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw new IOException("no certificate in it");
      }
      return certificates;
    }
  }

  private static KeyStore keyStoreOf(List<Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (Certificate certificate : certificates) {
      store.setCertificateEntry("ca-" + store.size(), certificate);
    }
    return store;
  }

  /** Returns the manager of a key store, or the system's own for null. */
  private static X509TrustManager managerOf(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager) {
        return (X509TrustManager) manager;
      }
    }
    throw new GeneralSecurityException("this Java has no trust manager for X.509");
  }
}
