package io.github.videorooms;

import java.util.regex.Pattern;

/** What a project or a token must look like; what surrounds one in a file or a shell is removed. */
final class Credential {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}]");
  private static final Pattern QUOTED =
      Pattern.compile("^[\"'`\\p{Pi}\\p{Pf}]|[\"'`\\p{Pi}\\p{Pf}]$");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("^(\\$\\{.*}|\\$\\(.*\\)|\\{\\{.*}}|<.*>|%.*%|@.*@|\\$[A-Za-z_]\\w*)$");

  private Credential() {}

  /**
   * Returns the value without white space or a byte order mark around it.
   *
   * @throws IllegalArgumentException if it cannot be a credential; the message does not show it
   */
  static String clean(String value, String name) {
    String credential = value.replaceAll("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$", "");
    if (credential.isEmpty()) {
      throw new IllegalArgumentException(name + " is blank");
    }
    if (UNPRINTABLE.matcher(credential).find()) {
      throw new IllegalArgumentException(name + " contains a control character or a space");
    }
    if (QUOTED.matcher(credential).find()) {
      throw new IllegalArgumentException(name + " has quotation marks around it; remove them");
    }
    if (PLACEHOLDER.matcher(credential).find()) {
      throw new IllegalArgumentException(
          name + " is a placeholder, such as ${NAME}, for which nothing was put in");
    }
    return credential;
  }
}
