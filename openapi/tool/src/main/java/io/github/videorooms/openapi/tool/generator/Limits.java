package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Node;

/** Describes the limits of a value in a sentence that follows its description. */
final class Limits {
  static String of(Node schema) {
    return length(schema.get("maxLength")) + range(schema.get("minimum"), schema.get("maximum"));
  }

  private static String length(Node maximum) {
    return isNumber(maximum) ? " At most " + maximum.value() + " characters." : "";
  }

  private static String range(Node minimum, Node maximum) {
    if (!isNumber(minimum)) {
      return "";
    }
    return isNumber(maximum)
        ? " From " + minimum.value() + " to " + maximum.value() + "."
        : " At least " + minimum.value() + ".";
  }

  private static boolean isNumber(Node limit) {
    return limit.value() instanceof Number;
  }

  private Limits() {}
}
