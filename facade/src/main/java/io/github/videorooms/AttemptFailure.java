package io.github.videorooms;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** How an attempt failed, as far as {@link RetryPolicy} needs to know. */
final class AttemptFailure {
  private enum Kind {
    /** No connection was made: nothing was sent. */
    NOT_SENT,
    /** Sending had begun: the request may have been carried out. */
    BROKEN_OFF,
    /** The response has a status that is no success. */
    STATUS,
    /** The server has rejected the token, and there is another one by now. */
    TOKEN_RENEWED,
    /** Another attempt would fail the same way, or is not wanted. */
    FINAL
  }

  static final AttemptFailure FINAL = new AttemptFailure(Kind.FINAL, 0, null, true);

  final int statusCode;
  final @Nullable Duration retryAfter;
  private final Kind kind;
  private final boolean ambiguous;

  private AttemptFailure(
      Kind kind, int statusCode, @Nullable Duration retryAfter, boolean ambiguous) {
    this.kind = kind;
    this.statusCode = statusCode;
    this.retryAfter = retryAfter;
    this.ambiguous = ambiguous;
  }

  static AttemptFailure ofStatus(int statusCode, @Nullable Duration retryAfter) {
    return ofStatus(statusCode, retryAfter, false);
  }

  /**
   * Returns what a status means.
   *
   * @param sent whether an interceptor had also sent the request, and it was not rejected
   */
  static AttemptFailure ofStatus(int statusCode, @Nullable Duration retryAfter, boolean sent) {
    boolean ambiguous = sent || !isRejection(statusCode, retryAfter);
    return new AttemptFailure(Kind.STATUS, statusCode, retryAfter, ambiguous);
  }

  /**
   * Returns the failure of a token for which there is another one.
   *
   * @param sent whether an interceptor had also sent the request, and it was not rejected
   */
  static AttemptFailure ofRenewedToken(boolean sent) {
    return new AttemptFailure(Kind.TOKEN_RENEWED, 401, null, sent);
  }

  /**
   * Returns what an exception means.
   *
   * @param sent whether there was a connection, so that sending may have begun
   */
  static AttemptFailure ofException(Throwable failure, boolean sent) {
    boolean isTransient =
        failure instanceof IOException && !(failure instanceof UnreadableBodyException);
    if (!isTransient || isPermanent(failure)) {
      return FINAL;
    }
    return new AttemptFailure(sent ? Kind.BROKEN_OFF : Kind.NOT_SENT, 0, null, sent);
  }

  private static boolean isPermanent(Throwable failure) {
    return Causes.first(
            failure,
            CertificateException.class,
            SSLPeerUnverifiedException.class,
            TokenException.class)
        != null;
  }

  /** Returns whether nothing of the request was sent. */
  boolean isUnsent() {
    return kind == Kind.NOT_SENT;
  }

  /** Returns whether the exchange broke off after sending had begun. */
  boolean isBrokenOff() {
    return kind == Kind.BROKEN_OFF;
  }

  /** Returns whether the next attempt has another token. */
  boolean isTokenRenewed() {
    return kind == Kind.TOKEN_RENEWED;
  }

  /** Returns whether the server asks for the same request at a later time. */
  boolean isThrottling() {
    return isThrottling(statusCode, retryAfter);
  }

  private static boolean isThrottling(int statusCode, @Nullable Duration retryAfter) {
    return statusCode == 429 || (statusCode == 503 && retryAfter != null);
  }

  /** Returns whether a status means that the request was not carried out. */
  static boolean isRejection(int statusCode, @Nullable Duration retryAfter) {
    boolean isClientError = statusCode / 100 == 4 && statusCode != 408;
    return isClientError || isThrottling(statusCode, retryAfter);
  }

  /** Returns whether the request may have been carried out all the same. */
  boolean isAmbiguous() {
    return ambiguous;
  }
}
