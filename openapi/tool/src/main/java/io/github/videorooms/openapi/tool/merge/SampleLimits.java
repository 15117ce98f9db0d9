package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.Tree;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What a schema of type string says about its values beyond that. */
final class SampleLimits {
  static boolean allows(String text, Map<String, @Nullable Object> schema) {
    return length(schema, "minLength", 0) <= text.length()
        && text.length() <= length(schema, "maxLength", Integer.MAX_VALUE)
        && finds(Tree.text(schema.get("pattern")), text)
        && isOfFormat(Tree.text(schema.get("format")), text);
  }

  private static int length(Map<String, @Nullable Object> schema, String key, int otherwise) {
    @Nullable Object limit = schema.get(key);
    return limit instanceof Number ? ((Number) limit).intValue() : otherwise;
  }

  /** Whether a pattern is found in a text; one that Java cannot read is. */
  static boolean finds(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException e) {
      return true;
    }
  }

  private static boolean isOfFormat(String format, String text) {
    try {
      switch (format) {
        case "uuid":
          return UUID.fromString(text).toString().equals(text);
        case "date-time":
          return OffsetDateTime.parse(text).toString() != null;
        case "date":
          return LocalDate.parse(text).toString().equals(text);
        default:
          return true;
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }

  private SampleLimits() {}
}
