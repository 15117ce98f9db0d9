package io.github.videorooms.openapi.tool.reference;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Escapes text for a {@code script} element, so that nothing in it ends the element. */
final class InlineScript {
  /** The sequences in a script that have a meaning for the HTML parser. */
  private static final Pattern MARKUP =
      Pattern.compile("<(?=!--|/?script)", Pattern.CASE_INSENSITIVE);

  private static final Pattern SOURCE_MAP = Pattern.compile("(?m)^//# sourceMappingURL=.*$\\n?");

  /** Escapes JavaScript without changing its meaning. */
  static String code(String script) {
    String alone = SOURCE_MAP.matcher(script).replaceAll("");
    return MARKUP.matcher(alone).replaceAll("\\\\x3c");
  }

  /** Writes a tree of maps, lists and scalars as escaped JSON. */
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
