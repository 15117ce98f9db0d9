package io.github.videorooms;

import static java.util.Objects.requireNonNull;

import io.github.videorooms.api.Query;
import io.github.videorooms.model.CreateStreamRequest;
import java.util.Map;

/** What the resources have in common: their operations, and how arguments are checked. */
abstract class Resource<A> {
  private static final int MAX_LENGTH = 512;

  final A api;
  final Calls calls;

  Resource(Class<A> api, Calls calls) {
    this.api = calls.transport.api(api);
    this.calls = calls;
  }

  static String id(String id) {
    return check(id, "id");
  }

  static <T> T given(T request) {
    return requireNonNull(request, "request");
  }

  static Map<String, String> given(Query query) {
    return requireNonNull(query, "query").toMap();
  }

  static CreateStreamRequest streamTo(String url) {
    return CreateStreamRequest.builder().url(requireNonNull(url, "url")).build();
  }

  <T> Paged<T> list(Paged.Operation<T> operation, Query query) {
    return new Paged<>(calls, operation, given(query), null);
  }

  <T> Paged<T> list(Paged.OperationOn<T> operation, String id, Query query) {
    id(id);
    return list(parameters -> operation.call(id, parameters), query);
  }

  /**
   * Returns the value if it can stand in a path; Retrofit percent-encodes it.
   *
   * @throws NullPointerException if it is null, naming the parameter
   * @throws IllegalArgumentException if it would address something else than one resource
   */
  static String check(String value, String parameter) {
    requireNonNull(value, parameter);
    if (value.isBlank()) {
      throw refused(parameter, "is blank");
    }
    if (value.equals(".") || value.equals("..")) {
      throw refused(parameter, "is \"" + value + "\", which a path takes for a folder");
    }
    if (value.length() > MAX_LENGTH) {
      throw refused(parameter, "has " + value.length() + " characters, more than " + MAX_LENGTH);
    }
    for (int at = 0; at < value.length(); at = value.offsetByCodePoints(at, 1)) {
      int type = Character.getType(value.codePointAt(at));
      if (type == Character.CONTROL) {
        throw refused(parameter, "contains a control character");
      }
      if (type == Character.SURROGATE) {
        throw refused(parameter, "contains half a surrogate pair");
      }
    }
    return value;
  }

  private static IllegalArgumentException refused(String parameter, String reason) {
    return new IllegalArgumentException(
        parameter + " " + reason + "; pass it as the API returned it");
  }
}
