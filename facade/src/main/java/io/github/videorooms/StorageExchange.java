package io.github.videorooms;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A request for the file of a recording, and the error that its outcome becomes. Of the URL, an
 * error shows the host.
 */
final class StorageExchange {
  /** Values in a query that grant nothing and are in other texts too, such as host and 3600. */
  private static final Pattern ORDINARY = Pattern.compile("[A-Za-z]{0,15}|[0-9]{0,15}");

  /** What OkHttp takes as the value of a header; it receives more. */
  private static final Pattern SENDABLE = Pattern.compile("[\\t\\x20-\\x7e]*");

  private final Calls calls;
  private final RecordingFile file;
  private final HttpUrl url;
  private final int number;
  private final Request shown;
  private final AttemptState state;
  private volatile @Nullable Call call;
  private volatile boolean canceled;

  /**
   * Prepares a request.
   *
   * @param number 1 for the first one of a download
   */
  StorageExchange(Calls calls, RecordingFile file, HttpUrl url, int number) {
    this.calls = calls;
    this.file = file;
    this.url = url;
    this.number = number;
    HttpUrl host =
        new HttpUrl.Builder()
            .scheme(url.scheme())
            .host(url.host())
            .port(url.port())
            .encodedPath("/***")
            .build();
    Request request = new Request.Builder().url(host).build();
    String subject = "the file of recording " + file.id;
    this.state = new AttemptState(request, new Secrets(List.of(), request), subject);
    this.shown = request.newBuilder().tag(AttemptState.class, state).build();
    hide(List.of());
  }

  /** Hides the URL, and the addresses to which it redirects, in whatever an error shows. */
  private void hide(List<String> locations) {
    List<String> secrets = new ArrayList<>(locations);
    if (!url.equals(shown.url().resolve("/"))) { // The host alone is no secret.
      secrets.add(url.toString());
    }
    secrets.add(url.encodedPath());
    String encoded = requireNonNullElse(url.encodedQuery(), "");
    String decoded = requireNonNullElse(url.query(), "");
    for (String query : List.of(encoded, decoded)) {
      secrets.add(query);
      for (String parameter : query.split("&", -1)) {
        String value = parameter.substring(parameter.indexOf('=') + 1);
        if (!ORDINARY.matcher(value).matches()) {
          secrets.add(value);
        }
      }
    }
    if (file.uri != null) {
      secrets.add(file.uri);
    }
    state.secrets.add(secrets);
  }

  /**
   * Sends the request.
   *
   * @param from the first byte that is wanted
   * @param validator of the version that is wanted if that is not the first byte, if it is known
   * @param nanos how long the exchange may take; null for no limit
   */
  Response send(OkHttpClient http, long from, @Nullable String validator, @Nullable Long nanos)
      throws BrokenOffException {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("Accept-Encoding", "identity")
            .tag(Transport.class, calls.transport);
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    if (from > 0 && validator != null && SENDABLE.matcher(validator).matches()) {
      request.header("If-Range", validator);
    }
    Call current = http.newCall(request.build());
    if (nanos != null) {
      current.timeout().timeout(Math.max(1, nanos), TimeUnit.NANOSECONDS);
    }
    call = current;
    if (canceled) {
      current.cancel();
    }
    return execute(current, http);
  }

  private Response execute(Call current, OkHttpClient http) throws BrokenOffException {
    DeadlineDns dns = (DeadlineDns) http.dns();
    long start = System.nanoTime();
    long most = TimeUnit.MILLISECONDS.toNanos(http.readTimeoutMillis());
    ReadLimitSocketFactory.expectNoResponse();
    BooleanSupplier isLate = () -> System.nanoTime() - start > most;
    dns.bind(() -> current.isCanceled() || isLate.getAsBoolean());
    try {
      Response response = HiddenFollowUps.restore(current.execute());
      hide(response.headers("Location"));
      state.received(response.code(), response.headers());
      return response;
    } catch (UnknownHostException e) {
      throw new BrokenOffException(
          isLate.getAsBoolean() ? new SocketTimeoutException("the name was not resolved") : e);
    } catch (Exception e) { // A resolver or an authenticator in Kotlin may throw any.
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new BrokenOffException(e instanceof IOException ? (IOException) e : new IOException(e));
    } finally {
      dns.unbind();
    }
  }

  void cancel() {
    canceled = true;
    Call current = call;
    if (current != null) {
      current.cancel();
    }
  }

  /** Returns the error of a response that has no file. */
  SignalWireRestError refused(Response response) {
    String body = beginningOf(response);
    // No items: what a storage says in its own words may repeat any part of the URL.
    return new SignalWireRestError(shown, body, List.of(), null, number, false, null);
  }

  private @Nullable String beginningOf(Response response) {
    ReadLimitSocketFactory.allowMore();
    try {
      return response.peekBody(calls.options.maxErrorBytes).string();
    } catch (IOException e) {
      return null;
    }
  }

  /** Returns the error of a response that has another file, or another part of it. */
  SignalWireRestError wrong(String reason) {
    UnreadableBodyException cause = new UnreadableBodyException(reason, null, null, null);
    return new SignalWireRestDecodingError(shown, cause, number, false);
  }

  /** Returns the error of a recording whose URL, as the API returned it, cannot be requested. */
  SignalWireRestError unusable(String reason) {
    return new SignalWireRestDecodingError(shown, reason, number - 1);
  }

  /** Returns the error of a failed connection, a timeout or an interrupt. */
  SignalWireRestError brokenOff(IOException cause) {
    return new SignalWireRestTransportError(shown, number, false, cause);
  }

  /** A failure of the connection, not of the disk. */
  static final class BrokenOffException extends Exception {
    private static final long serialVersionUID = 1;

    final IOException reason;

    BrokenOffException(IOException reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
