package io.github.videorooms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Credentials;

/** A project and one of its tokens, as HTTP Basic sends them. */
final class Credential {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}]");
  private static final Pattern QUOTED =
      Pattern.compile("^[\"'`\\p{Pi}\\p{Pf}]|[\"'`\\p{Pi}\\p{Pf}]$");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("^(\\$\\{.*}|\\$\\(.*\\)|\\{\\{.*}}|<.*>|%.*%|@.*@|\\$[A-Za-z_]\\w*)$");

  /** The value of the {@code Authorization} header. */
  final String header;

  /** What must not appear in any message. */
  final List<String> secrets;

  /** Makes a credential of what {@link #clean} returned. */
  Credential(String project, String token) {
    this.header = Credentials.basic(project, token, StandardCharsets.UTF_8);
    // Without its padding it says as much.
    this.secrets = List.of(token, header.substring("Basic ".length()).replace("=", ""));
  }

  /**
   * Returns a project or token without white space or a byte order mark around it, which come from
   * a file or a shell.
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
