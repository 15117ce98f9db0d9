package io.github.videorooms.openapi.tool.generator;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A tree of maps, lists, texts and booleans as JSON. */
final class JsonText {
  static String of(Object value) {
    if (value instanceof Map) {
      return ((Map<?, ?>) value)
          .entrySet().stream()
              .map(each -> string(each.getKey().toString()) + ":" + of(each.getValue()))
              .collect(joining(",\n", "{", "}"));
    }
    if (value instanceof List) {
      return ((List<?>) value).stream().map(JsonText::of).collect(joining(",\n", "[", "]"));
    }
    return value instanceof Boolean ? value.toString() : string(value.toString());
  }

  private static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char each : text.toCharArray()) {
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
