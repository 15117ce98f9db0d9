package io.github.videorooms;

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

  SignalWireRestTransportError(Failure failure, Throwable cause, boolean timeout) {
    super(failure, cause);
    this.timeout = timeout;
  }

  @Override
  public boolean isTimeout() {
    return timeout;
  }
}
