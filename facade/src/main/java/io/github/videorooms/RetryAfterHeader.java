package io.github.videorooms;

import okhttp3.Headers;
import okhttp3.Response;

/**
 * Hides {@code Retry-After} while a response passes through OkHttp's own loop, which resends a
 * request on a 503 with {@code Retry-After: 0}, even when told not to retry.
 */
final class RetryAfterHeader {
  private static final String NAME = "Retry-After";
  private static final String HIDDEN = "X-VideoRooms-Hidden-Retry-After";

  private RetryAfterHeader() {}

  /** Hides the header, below that loop. */
  static Response hide(Response response) {
    return renamed(response, NAME, HIDDEN);
  }

  /** Restores the header, above that loop. */
  static Response restore(Response response) {
    return renamed(response, HIDDEN, NAME);
  }

  private static Response renamed(Response response, String from, String to) {
    String value = response.header(from);
    if (value == null) {
      return response;
    }
    Headers.Builder headers = response.headers().newBuilder().removeAll(from);
    // A server may send bytes that Headers.Builder.set would refuse.
    return response.newBuilder().headers(headers.addUnsafeNonAscii(to, value).build()).build();
  }
}
