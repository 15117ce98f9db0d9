package io.github.videorooms;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.List;
import okhttp3.Request;

/**
 * A call to which no response came: no connection, no answer in time, a broken answer, a cancelled
 * call.
 *
 * <p>The cause tells which. Whether the request was carried out is not known, unless no connection
 * could be made.
 */
public final class SignalWireRestTransportError extends SignalWireRestError {
  private static final long serialVersionUID = 1;

  private final boolean timeout;

  SignalWireRestTransportError(Request request, String reason, int attempts, Throwable cause) {
    super(request, null, List.of(), reason, attempts, Attempt.of(request).secrets.scrub(cause));
    // OkHttp reports its own timeouts and an interrupted thread by the same type.
    this.timeout =
        cause instanceof SocketTimeoutException
            || (cause instanceof InterruptedIOException && "timeout".equals(cause.getMessage()));
  }

  @Override
  public boolean isTimeout() {
    return timeout;
  }
}
