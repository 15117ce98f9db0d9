package io.github.videorooms.openapi.tool.incoming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The SHA-256 hash of one or more files. */
public record Fingerprint(String text) {
  /** Returns the fingerprint of some bytes. */
  public static Fingerprint of(byte[] bytes) {
    byte[] digest = sha256().digest(bytes);
    return new Fingerprint(String.format("sha256:%064x", new BigInteger(1, digest)));
  }

  /**
   * Returns the fingerprint of text files and their names. It does not depend on line endings,
   * which Git may convert.
   */
  public static Fingerprint ofTexts(Path base, Collection<Path> files) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Path file : files) {
      String name = base.relativize(file).toString().replace('\\', '/');
      texts.put(name, Files.readString(file).replace("\r\n", "\n"));
    }
    StringBuilder all = new StringBuilder();
    texts.forEach((name, text) -> all.append(name).append('\0').append(text).append('\0'));
    return of(all.toString().getBytes(UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java requires SHA-256", e);
    }
  }

  /** Returns {@code sha256:} and 64 hexadecimal digits. */
  @Override
  public String toString() {
    return text;
  }
}
