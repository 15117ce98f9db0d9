package io.github.videorooms.openapi.tool;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a tree of maps, lists and scalars as indented JSON. */
public final class JsonText {
  public static String of(@Nullable Object value) {
    return of(value, "\n");
  }

  private static String of(@Nullable Object value, String newLine) {
    String inner = newLine + "  ";
    if (isEmpty(value)) {
      return String.valueOf(value);
    }
    if (value instanceof Map) {
      return ((Map<?, ?>) value)
          .entrySet().stream()
              .map(
                  each -> string(String.valueOf(each.getKey())) + ": " + of(each.getValue(), inner))
              .collect(joining("," + inner, "{" + inner, newLine + "}"));
    }
    if (value instanceof List) {
      return ((List<?>) value)
          .stream()
              .map(each -> of(each, inner))
              .collect(joining("," + inner, "[" + inner, newLine + "]"));
    }
    return isLiteral(value) ? String.valueOf(value) : string(String.valueOf(value));
  }

  /** Whether a value is an empty object or list, whose {@code toString()} is valid JSON. */
  private static boolean isEmpty(@Nullable Object value) {
    return Map.of().equals(value) || List.of().equals(value);
  }

  /** Whether a scalar is written without quotes; JSON has no infinity or NaN. */
  private static boolean isLiteral(@Nullable Object value) {
    return value == null
        || value instanceof Boolean
        || (value instanceof Number number && Double.isFinite(number.doubleValue()));
  }

  private static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        json.append('\\').append(each);
      } else if (each < ' ' || Character.isSurrogate(each)) {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
      } else {
        json.append(each);
      }
    }
    return json.append('"').toString();
  }

  private JsonText() {}
}
