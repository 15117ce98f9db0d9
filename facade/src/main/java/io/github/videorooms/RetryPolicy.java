package io.github.videorooms;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is made again, and after which wait. It knows no clock and no wire.
 *
 * <p>A POST makes something: it is repeated only when it surely was not carried out. The others
 * have the same effect once or twice. The numbers are those of the AWS SDKs' standard mode.
 */
final class RetryPolicy {
  /** A server that asks for a longer wait is believed, and the call fails at once. */
  static final Duration MAX_WAIT = Duration.ofSeconds(20);

  private static final Duration TRANSIENT_BASE = Duration.ofMillis(50);
  private static final Duration THROTTLED_BASE = Duration.ofSeconds(1);

  private final DoubleSupplier random;

  /**
   * Makes a policy.
   *
   * @param random from 0 to 1
   */
  RetryPolicy(DoubleSupplier random) {
    this.random = random;
  }

  /** Returns whether another attempt is safe and may help, however many there were. */
  boolean isRepeatable(String method, Setback setback) {
    boolean makesSomething = method.equals("POST");
    return setback.kind == Setback.Kind.NOT_SENT
        || (setback.kind == Setback.Kind.BROKEN_OFF && !makesSomething)
        || setback.isThrottling()
        || (!makesSomething && mayPass(setback.statusCode));
  }

  /** Networks at the edge answer with codes of their own, such as 520 to 530. */
  private static boolean mayPass(int status) {
    return status == 408 || (status >= 500 && status != 501 && status != 505);
  }

  /**
   * Returns how long to wait before the next attempt.
   *
   * @param retry 1 for the first one
   * @return the wait, or null if the server asks for more than {@link #MAX_WAIT}
   */
  @Nullable Duration waitBefore(int retry, Setback setback) {
    Duration asked = setback.retryAfter;
    if (asked != null) {
      return asked.compareTo(MAX_WAIT) > 0 ? null : asked;
    }
    Duration base = setback.isThrottling() ? THROTTLED_BASE : TRANSIENT_BASE;
    double ceiling =
        Math.min((double) MAX_WAIT.toNanos(), (double) base.toNanos() * Math.pow(2, retry - 1));
    return Duration.ofNanos((long) (random.getAsDouble() * ceiling));
  }

  /** How an attempt failed, as far as repeating it goes. */
  static final class Setback {
    /** What is known of the request. */
    enum Kind {
      /** No connection was made: nothing was sent. */
      NOT_SENT,
      /** Sending had begun: it may have been carried out. */
      BROKEN_OFF,
      /** It was answered with a status that is no success. */
      STATUS,
      /** Another attempt would end the same, or would be one too many. */
      FINAL
    }

    static final Setback FINAL = new Setback(Kind.FINAL, 0, null);

    final Kind kind;
    final int statusCode;
    final @Nullable Duration retryAfter;

    private Setback(Kind kind, int statusCode, @Nullable Duration retryAfter) {
      this.kind = kind;
      this.statusCode = statusCode;
      this.retryAfter = retryAfter;
    }

    static Setback ofStatus(int statusCode, @Nullable Duration retryAfter) {
      return new Setback(Kind.STATUS, statusCode, retryAfter);
    }

    /**
     * Returns what an exception means.
     *
     * @param sent whether there was a connection, so that sending may have begun
     */
    static Setback ofException(Throwable cause, boolean sent) {
      boolean passing = cause instanceof IOException && !(cause instanceof UnreadableBody);
      if (!passing || isCertificateFailure(cause)) {
        return FINAL;
      }
      return new Setback(sent ? Kind.BROKEN_OFF : Kind.NOT_SENT, 0, null);
    }

    private static boolean isCertificateFailure(Throwable failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
          return true;
        }
      }
      return false;
    }

    /** Returns whether the server says that it did not carry the request out. */
    boolean isThrottling() {
      return statusCode == 429 || (statusCode == 503 && retryAfter != null);
    }

    /** Returns whether the request may have been carried out all the same. */
    boolean isAmbiguous() {
      return kind == Kind.BROKEN_OFF || (kind == Kind.STATUS && !isThrottling());
    }
  }
}
