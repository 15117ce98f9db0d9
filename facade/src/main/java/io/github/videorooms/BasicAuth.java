package io.github.videorooms;

import java.util.List;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Adds the credentials to requests for the client's own origin, and to no others.
 *
 * <p>{@link ClientInterceptor} does so, so that the interceptors before it never see them.
 */
final class BasicAuth {
  private final HttpUrl base;
  private final Source source;

  /** What must not appear in any message, as far as it is known before a request is sent. */
  final List<String> secrets;

  /** Where the credentials of an attempt come from. */
  private interface Source {
    Credential get() throws TokenException;
  }

  private BasicAuth(HttpUrl base, Source source, List<String> secrets) {
    this.base = base;
    this.source = source;
    this.secrets = secrets;
  }

  /** Uses one token for all requests. */
  static BasicAuth fixed(HttpUrl base, String project, String token) {
    Credential credential = new Credential(project, token);
    return new BasicAuth(base, () -> credential, credential.secrets);
  }

  /** Asks for a token for each attempt. */
  static BasicAuth rotating(HttpUrl base, String project, Supplier<String> tokens) {
    return new BasicAuth(base, () -> new Credential(project, tokenOf(tokens)), List.of());
  }

  /**
   * Adds the credentials to a request, if they may be sent to the address. They stay the same for
   * the whole attempt, however often it is sent.
   */
  Request.Builder authenticate(Request.Builder request, HttpUrl url, AttemptCredential attempt)
      throws TokenException {
    if (!Space.includes(base, url)) {
      return request;
    }
    Credential credential = attempt.get();
    if (credential == null) {
      credential = source.get();
      attempt.set(credential);
    }
    return request.header("Authorization", credential.header);
  }

  /** Looks for another token than the one that the server has rejected. */
  void renew(AttemptCredential attempt) throws TokenException {
    Credential rejected = attempt.get();
    if (rejected != null) {
      Credential current = source.get();
      if (!current.header.equals(rejected.header)) {
        attempt.renew(current);
      }
    }
  }

  private static String tokenOf(Supplier<String> tokens) throws TokenException {
    @Nullable String token;
    try {
      token = tokens.get();
    } catch (Exception e) {
      // In Kotlin, it may throw what it does not declare.
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new TokenException("threw " + e.getClass().getName(), e);
    }
    if (token == null) {
      throw new TokenException("returned null", null);
    }
    try {
      return Credential.clean(token, "token");
    } catch (IllegalArgumentException e) {
      throw new TokenException("returned what cannot be one: " + e.getMessage(), null);
    }
  }
}
