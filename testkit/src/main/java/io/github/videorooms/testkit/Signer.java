package io.github.videorooms.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what a space issues, with HMAC-SHA-512 and its own secret. */
final class Signer {
  private static final String ALGORITHM = "HmacSHA512";

  private final SecretKeySpec key;

  Signer(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  static Signer withRandomSecret() {
    byte[] secret = new byte[64];
    new SecureRandom().nextBytes(secret);
    return new Signer(secret);
  }

  byte[] sign(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
