package io.github.videorooms;

import static java.util.Objects.requireNonNull;

import io.github.videorooms.model.PaginationLinks;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The base of the generated resource classes, which checks and passes on arguments. */
abstract class Resource<A> {
  private static final int MAX_LENGTH = 512;

  final A api;
  final Calls calls;

  Resource(Class<A> api, Calls calls) {
    this.api = calls.transport.api(api);
    this.calls = calls;
  }

  /** Lets the caller fill in a builder. */
  static <B> B filled(B builder, Consumer<B> filling, String parameter) {
    requireNonNull(filling, parameter).accept(builder);
    return builder;
  }

  <T, B> Paged<T> paged(
      Function<Map<String, String>, Call<B>> call,
      Function<B, List<T>> items,
      Function<B, @Nullable PaginationLinks> links,
      Map<String, String> query) {
    return new Paged<>(calls, new Paged.ListOperation<>(call, items, links), query, null);
  }

  /**
   * Returns the value if it can be part of a path; Retrofit percent-encodes it.
   *
   * @throws NullPointerException if it is null, naming the parameter
   * @throws IllegalArgumentException if it would address anything but one resource
   */
  static <T> T check(T argument, String parameter) {
    String value = requireNonNull(argument, parameter).toString();
    if (value.isBlank()) {
      throw refused(parameter, "is blank");
    }
    if (isSpace(value.charAt(0)) || isSpace(value.charAt(value.length() - 1))) {
      throw refused(parameter, "has white space around it");
    }
    if (value.equals(".") || value.equals("..")) {
      throw refused(parameter, "is \"" + value + "\", which is a relative path");
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
    return argument;
  }

  /** What is pasted with a text: white space of any kind, or a byte order mark. */
  private static boolean isSpace(char each) {
    return Character.isWhitespace(each) || Character.isSpaceChar(each) || each == '\ufeff';
  }

  /**
   * Reads a resource that was looked up by one of its fields. The API uses the same URL for lookups
   * by id, so it may return another resource.
   */
  static <T> ResponseReader<T, T> matching(
      String value, Function<T, @Nullable String> getter, String field) {
    return (response, request) -> {
      T found = ResponseReader.body(response);
      if (!value.equalsIgnoreCase(getter.apply(found))) {
        throw new UnreadableBodyException(
            "the API returned a different resource, whose id equals the requested " + field,
            "$." + field,
            null,
            null);
      }
      return found;
    };
  }

  private static IllegalArgumentException refused(String parameter, String reason) {
    return new IllegalArgumentException(
        parameter + " " + reason + "; pass it as the API returned it");
  }
}
