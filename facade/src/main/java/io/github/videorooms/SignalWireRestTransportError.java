package io.github.videorooms;

import static java.util.Objects.requireNonNullElse;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Request;

/**
 * A call that failed before a complete response arrived: no connection, a timeout, a connection
 * that broke, a response that is not HTTP, a cancelled call, an interrupted thread, no usable token
 * from the supplier, or an exception of an interceptor, resolver or event listener; the cause tells
 * which.
 *
 * <p>It has a status and headers if these had arrived.
 */
public final class SignalWireRestTransportError extends SignalWireRestError {
  private static final long serialVersionUID = 1;
  private static final Pattern HOST_NAME = Pattern.compile("[^\\s:]+");

  private final boolean timeout;

  /**
   * Makes an error.
   *
   * @param sent whether the request, or an earlier attempt of it, may have been carried out
   */
  SignalWireRestTransportError(Request request, int attempts, boolean sent, Throwable cause) {
    super(
        request,
        null,
        List.of(),
        reasonOf(cause, request) + consequence(request, sent),
        attempts,
        sent,
        AttemptState.of(request).secrets.scrub(causeOf(cause)));
    // OkHttp reports its own timeouts and an interrupted thread by the same type.
    this.timeout =
        cause instanceof SocketTimeoutException
            || (cause instanceof InterruptedIOException && "timeout".equals(cause.getMessage()));
  }

  /** What a token supplier threw is as good a cause as what an interceptor threw. */
  private static Throwable causeOf(Throwable failure) {
    Throwable thrown = failure instanceof TokenException ? failure.getCause() : null;
    return thrown == null ? failure : thrown;
  }

  private static String reasonOf(Throwable cause, Request request) {
    String reason = requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    if (cause instanceof UnknownHostException) {
      String host = reason.replaceFirst(".* returned no addresses for ", "");
      boolean isOther = HOST_NAME.matcher(host).matches() && !host.equals(request.url().host());
      return "unknown host " + host + (isOther ? ", which may be that of a proxy" : "");
    }
    return cause instanceof TokenException ? reason : reason + fixOf(cause);
  }

  private static String fixOf(Throwable failure) {
    Throwable cause =
        Causes.first(
            failure,
            CertPathBuilderException.class,
            CertificateExpiredException.class,
            CertificateNotYetValidException.class);
    if (cause == null) {
      return "";
    }
    return cause instanceof CertPathBuilderException
        ? "; caFile(...) or SIGNALWIRE_REST_CA_FILE adds a certificate authority to trust"
        : "; a certificate of the server is not valid now ("
            + cause.getMessage()
            + "): it must be replaced, unless the clock of this machine is wrong";
  }

  private static String consequence(Request request, boolean sent) {
    return sent && request.method().equals("POST") ? "; the request may have taken effect" : "";
  }

  @Override
  public boolean isTimeout() {
    return timeout;
  }
}
