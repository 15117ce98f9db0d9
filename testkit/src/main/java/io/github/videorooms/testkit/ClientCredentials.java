package io.github.videorooms.testkit;

import io.github.videorooms.SignalWireRestClient;

/** Treats a project and a token as a client does, so that a space accepts what its clients send. */
final class ClientCredentials {
  private ClientCredentials() {}

  /**
   * Returns the project as clients send it.
   *
   * @throws IllegalArgumentException if a client rejects it
   */
  static String project(String project) {
    check(project, "token");
    return trimmed(project);
  }

  /**
   * Returns the token as clients send it.
   *
   * @throws IllegalArgumentException if a client rejects it; the message does not show it
   */
  static String token(String token) {
    check("project", token);
    return trimmed(token);
  }

  /** Has a client check them: what it rejects is not known here. */
  private static void check(String project, String token) {
    SignalWireRestClient.builder().project(project).token(token).space("127.0.0.1").build().close();
  }

  /**
   * Removes what a client removes: white space and invisible format characters. This rule is a
   * copy, since a client shows its credentials only to the server.
   */
  private static String trimmed(String value) {
    return value.replaceAll("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$", "");
  }
}
