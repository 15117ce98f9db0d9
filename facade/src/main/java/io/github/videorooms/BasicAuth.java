package io.github.videorooms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Adds the credentials to requests for the client's own origin, and to no others.
 *
 * <p>That has to be done in the last application interceptor: those before it, a caller's own,
 * never see the credentials.
 */
final class BasicAuth {
  private final HttpUrl base;
  private final String credentials;

  /** What no message may show. */
  final List<String> secrets;

  BasicAuth(HttpUrl base, String project, String token) {
    this.base = base;
    this.credentials = Credentials.basic(project, token, StandardCharsets.UTF_8);
    this.secrets = List.of(token, credentials.substring("Basic ".length()));
  }

  /** Returns the builder of a request to an address, with the credentials if they may go there. */
  Request.Builder signed(Request.Builder request, HttpUrl url) {
    return Space.includes(base, url) ? request.header("Authorization", credentials) : request;
  }
}
