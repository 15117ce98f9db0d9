package io.github.videorooms;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.util.Collection;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class TrustFuzzTest {
  @FuzzTest
  void certificatesIn_anyFile_areReadOrRejected(byte[] file) {
    Collection<? extends Certificate> certificates;
    try {
      certificates = Trust.certificatesIn(file);
    } catch (CertificateException e) {
      return;
    }

    for (Certificate certificate : certificates) {
      FuzzAssert.that(certificate.getPublicKey() != null, "a certificate has a key");
    }
  }
}
