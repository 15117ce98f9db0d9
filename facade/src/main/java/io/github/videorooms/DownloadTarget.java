package io.github.videorooms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the bytes of a download go, and of which version of a file they are. */
abstract class DownloadTarget {
  /** How many bytes are there. */
  long position;

  /**
   * Identifies the version that the bytes are of; null if the server sends neither a strong ETag
   * nor Last-Modified.
   */
  @Nullable String version;

  /** Returns whether the download can be continued, given what the server said so far. */
  final boolean isResumable() {
    return position != 0 && version != null;
  }

  /** Returns whether the bytes are of the version that a validator stands for. */
  final boolean isOf(@Nullable String validator) {
    return version != null && version.equals(versionOf(validator));
  }

  /** Returns whether {@link #start} can discard what is there. */
  abstract boolean canStartOver();

  /** Begins with an empty file. */
  void start(@Nullable String validator) throws IOException {
    version = versionOf(validator);
    position = 0;
  }

  abstract void write(byte[] bytes, int count) throws IOException;

  /** A hash, since a validator may be any text, and the version is part of a file's name. */
  private static @Nullable String versionOf(@Nullable String validator) {
    return validator == null ? null : hash(validator);
  }

  /** Returns 16 hex digits. */
  static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      StringBuilder hex = new StringBuilder();
      for (int each = 0; each < 8; each++) {
        hex.append(String.format(Locale.ROOT, "%02x", hash[each]));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
