package io.github.videorooms;

import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** Turns the successful response of an operation into what its method returns. */
@FunctionalInterface
interface ResponseReader<T, R extends @Nullable Object> {
  /**
   * Reads the response.
   *
   * @throws UnreadableBodyException if it is not what the operation promises
   * @throws IllegalStateException if a field that the operation promises is missing
   */
  R read(Response<T> response, Request request) throws UnreadableBodyException;

  /** Returns the body of an operation that always has one. */
  static <T> T body(Response<T> response) throws UnreadableBodyException {
    T body = response.body();
    if (body == null) {
      throw new UnreadableBodyException("there is no body");
    }
    return body;
  }

  /**
   * Returns the absolute address that a redirect leads to. A 2xx is not what such an operation
   * promises, and its {@code Location}, if there is one, may mean something else.
   */
  static String location(Response<?> response, Request request) throws UnreadableBodyException {
    if (response.isSuccessful()) {
      throw new UnreadableBodyException("a redirect with a Location header was promised");
    }
    String location = response.headers().get("Location");
    if (location == null || location.isEmpty()) {
      throw new UnreadableBodyException("there is no Location header");
    }
    HttpUrl address = request.url().resolve(location);
    if (address == null) {
      throw new UnreadableBodyException("the Location header is not an HTTP address");
    }
    return address.toString();
  }
}
