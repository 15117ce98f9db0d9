package io.github.videorooms;

import okhttp3.Headers;
import okhttp3.Response;

/**
 * Hides what would make OkHttp's own loop send a request again, even when told not to retry, while
 * a response passes through it: {@code Retry-After: 0} on a 503, and status 407, to which it sends
 * the proxy's password, or without a proxy fails and loses the response.
 */
final class HiddenFollowUps {
  private static final String RETRY_AFTER = "Retry-After";
  private static final String HIDDEN_RETRY_AFTER = "X-VideoRooms-Hidden-Retry-After";
  private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
  private static final String HIDDEN_STATUS = "X-VideoRooms-Hidden-Status";

  /** A status that OkHttp does nothing about. */
  private static final int OTHER_STATUS = 499;

  private HiddenFollowUps() {}

  /** Hides what the loop looks at, below it. */
  static Response hide(Response response) {
    Response hidden = renamed(response, RETRY_AFTER, HIDDEN_RETRY_AFTER);
    return response.code() == PROXY_AUTHENTICATION_REQUIRED
        ? hidden.newBuilder().code(OTHER_STATUS).header(HIDDEN_STATUS, "407").build()
        : hidden;
  }

  /** Restores the response, above the loop. */
  static Response restore(Response response) {
    Response restored = renamed(response, HIDDEN_RETRY_AFTER, RETRY_AFTER);
    return restored.code() == OTHER_STATUS && "407".equals(restored.header(HIDDEN_STATUS))
        ? restored
            .newBuilder()
            .code(PROXY_AUTHENTICATION_REQUIRED)
            .removeHeader(HIDDEN_STATUS)
            .build()
        : restored;
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
