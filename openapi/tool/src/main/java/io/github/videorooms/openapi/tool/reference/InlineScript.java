package io.github.videorooms.openapi.tool.reference;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text of a {@code script} element, in which nothing ends the element or is taken for markup. */
final class InlineScript {
  /** What a browser looks for in a script: where it ends, and what makes it overlook the end. */
  private static final Pattern MARKUP =
      Pattern.compile("<(?=!--|/?script)", Pattern.CASE_INSENSITIVE);

  private static final Pattern SOURCE_MAP = Pattern.compile("(?m)^//# sourceMappingURL=.*$\\n?");

  /** A script as it is to run; its strings and expressions mean what they did. */
  static String code(String script) {
    String alone = SOURCE_MAP.matcher(script).replaceAll("");
    return MARKUP.matcher(alone).replaceAll("\\\\x3c");
  }

  /** A tree of maps, lists and scalars as JSON. */
  static String json(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return object.entrySet().stream()
          .map(each -> string(String.valueOf(each.getKey())) + ":" + json(each.getValue()))
          .collect(Collectors.joining(",\n", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(InlineScript::json).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof String text ? string(text) : String.valueOf(value);
  }

  private static String string(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == '<' || Character.isSurrogate(c)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private InlineScript() {}
}
