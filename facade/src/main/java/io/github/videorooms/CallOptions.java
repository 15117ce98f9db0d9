package io.github.videorooms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import okhttp3.Headers;

/**
 * Options for the calls of a client; {@link SignalWireRestClient#withOptions} changes them for a
 * derived client.
 *
 * <p>Not thread-safe; each method returns this object.
 */
public final class CallOptions {
  private static final Set<String> RESERVED =
      Set.of(
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "te",
          "transfer-encoding",
          "upgrade");

  Duration callTimeout = Duration.ofSeconds(60);
  Duration attemptTimeout = Duration.ofSeconds(30);
  int maxRetries = 2;
  long maxResponseBytes = 16L << 20;
  long maxErrorBytes = 64L << 10;
  Headers headers = Headers.of();
  List<CallListener> listeners = List.of();

  CallOptions() {}

  CallOptions copy() {
    CallOptions copy = new CallOptions();
    copy.callTimeout = callTimeout;
    copy.attemptTimeout = attemptTimeout;
    copy.maxRetries = maxRetries;
    copy.maxResponseBytes = maxResponseBytes;
    copy.maxErrorBytes = maxErrorBytes;
    copy.headers = headers;
    copy.listeners = listeners;
    return copy;
  }

  RequestOptions forRequests() {
    return new RequestOptions(attemptTimeout, headers, maxResponseBytes, maxErrorBytes);
  }

  /**
   * Sets how long a call may take in total, from the moment its method is called: waiting for a
   * slot, resolving the host name, all attempts and the delays between them. The default is 60 s.
   *
   * @param timeout from 1 ms to 24 days
   * @return these options
   * @throws IllegalArgumentException if the timeout is out of range
   */
  public CallOptions callTimeout(Duration timeout) {
    this.callTimeout = checked(timeout);
    return this;
  }

  /**
   * Sets how long one attempt may take, from connecting to the end of the response. The default is
   * 30 s.
   *
   * @param timeout from 1 ms to 24 days
   * @return these options
   * @throws IllegalArgumentException if the timeout is out of range
   */
  public CallOptions attemptTimeout(Duration timeout) {
    this.attemptTimeout = checked(timeout);
    return this;
  }

  /**
   * Sets how many times a call may be retried where that is safe. The default is 2.
   *
   * @param retries from 0 to 10
   * @return these options
   * @throws IllegalArgumentException if the number is out of range
   */
  public CallOptions maxRetries(int retries) {
    this.maxRetries = checkedRetries(retries);
    return this;
  }

  /**
   * Sets how large the body of a success may be, after decompression. The default is 16 MiB; a
   * larger one ends in a {@link SignalWireRestDecodingError}.
   *
   * @param bytes from 1 to 1 GiB
   * @return these options
   * @throws IllegalArgumentException if the number is out of range
   */
  public CallOptions maxResponseBytes(long bytes) {
    this.maxResponseBytes = checked(bytes);
    return this;
  }

  /**
   * Sets how much of the body of an error is read, after decompression. The default is 64 KiB; the
   * rest of a larger one is ignored.
   *
   * @param bytes from 1 to 1 GiB
   * @return these options
   * @throws IllegalArgumentException if the number is out of range
   */
  public CallOptions maxErrorBytes(long bytes) {
    this.maxErrorBytes = checked(bytes);
    return this;
  }

  /**
   * Adds a header to each request, replacing one of the same name.
   *
   * @param name a header name; not {@code Accept-Encoding}, {@code Authorization}, {@code
   *     Connection}, {@code Content-Length}, {@code Content-Type}, {@code Expect}, {@code Host},
   *     {@code TE}, {@code Transfer-Encoding} or {@code Upgrade}
   * @param value printable ASCII
   * @return these options
   * @throws IllegalArgumentException if the name or the value is not valid, or the client sets this
   *     header itself; the message does not show the value
   */
  public CallOptions header(String name, String value) {
    if (!Objects.requireNonNull(name, "name").matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException(
          "not a valid header name: \"" + name.replaceAll("\\p{Cntrl}", "?") + "\"");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(name + " is set by the client itself");
    }
    if (!Objects.requireNonNull(value, "value").matches("[\\t\\x20-\\x7e]*")) {
      throw new IllegalArgumentException("the value of " + name + " must be printable ASCII");
    }
    this.headers = headers.newBuilder().set(name, value).build();
    return this;
  }

  /**
   * Adds a listener, which is called after every attempt of every call; those that were there
   * before are called first. In {@link SignalWireRestClient#withOptions}, it tells the outcome of
   * one call, such as the request id of a successful one.
   *
   * @param listener thread-safe if calls run in parallel
   * @return these options
   */
  public CallOptions listener(CallListener listener) {
    List<CallListener> all = new ArrayList<>(listeners);
    all.add(Objects.requireNonNull(listener, "listener"));
    this.listeners = List.copyOf(all);
    return this;
  }

  /** Rejects what OkHttp cannot represent. */
  static Duration checked(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout");
    Duration max = Duration.ofMillis(Integer.MAX_VALUE);
    if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(max) > 0) {
      throw new IllegalArgumentException("timeout must be from 1 ms to 24 days: " + timeout);
    }
    return timeout;
  }

  static int checkedRetries(int retries) {
    if (retries < 0 || retries > 10) {
      throw new IllegalArgumentException("retries must be from 0 to 10: " + retries);
    }
    return retries;
  }

  private static long checked(long bytes) {
    if (bytes < 1 || bytes > 1L << 30) {
      throw new IllegalArgumentException("bytes must be from 1 to 1073741824: " + bytes);
    }
    return bytes;
  }

  /** Returns the options, with the names of the headers but not their values. */
  @Override
  public String toString() {
    return String.format(
        "CallOptions{callTimeout=%s, attemptTimeout=%s, maxRetries=%s, maxResponseBytes=%s,"
            + " maxErrorBytes=%s, headers=%s}",
        callTimeout, attemptTimeout, maxRetries, maxResponseBytes, maxErrorBytes, headers.names());
  }
}
