package io.github.videorooms;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * The query of a page, which {@link Transport} sends as it is: it came from a link, and Retrofit
 * would decode and encode it. To Retrofit, it looks like a query without parameters.
 */
final class EncodedQuery extends AbstractMap<String, String> {
  final String text;

  /** Whether it is, or comes from, a cursor, so that the pages before are not requested. */
  final boolean isCursor;

  EncodedQuery(String text, boolean isCursor) {
    this.text = text;
    this.isCursor = isCursor;
  }

  /** Returns the encoded query that a request of Retrofit was made with, or null. */
  static @Nullable EncodedQuery of(Request request) {
    Invocation made = request.tag(Invocation.class);
    if (made != null) {
      for (Object argument : made.arguments()) {
        if (argument instanceof EncodedQuery) {
          return (EncodedQuery) argument;
        }
      }
    }
    return null;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return Set.of();
  }
}
