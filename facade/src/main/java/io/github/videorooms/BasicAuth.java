package io.github.videorooms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Adds the credentials to requests for the client's own origin, and to no others.
 *
 * <p>{@link ClientInterceptor} does so, so that the interceptors before it never see them.
 */
final class BasicAuth {
  private final HttpUrl base;
  private final String credentials;

  /** What must not appear in any message. */
  final List<String> secrets;

  BasicAuth(HttpUrl base, String project, String token) {
    this.base = base;
    this.credentials = Credentials.basic(project, token, StandardCharsets.UTF_8);
    // Without its padding it says as much.
    this.secrets = List.of(token, credentials.substring("Basic ".length()).replace("=", ""));
  }

  /** Adds the credentials to a request, if they may be sent to the address. */
  Request.Builder sign(Request.Builder request, HttpUrl url) {
    return Space.includes(base, url) ? request.header("Authorization", credentials) : request;
  }
}
