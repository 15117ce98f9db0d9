package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The media types of a body. The client uses one of them: JSON if possible. */
record MediaTypes(Map<String, Use> content) {
  private static final Predicate<String> JSON =
      Pattern.compile("application/json|.*[/+]json").asMatchPredicate();

  /** What the client uses, in order of preference. */
  private static final List<Predicate<String>> PREFERRED =
      List.of(
          "application/json"::equals,
          JSON,
          type -> type.startsWith("text/"),
          "application/octet-stream"::equals,
          type -> true);

  /** Returns the media type that the client uses, or {@code ""} if there is no body. */
  String best() {
    return PREFERRED.stream()
        .flatMap(preferred -> content.keySet().stream().filter(preferred))
        .findFirst()
        .orElse("");
  }

  List<String> others() {
    return content.keySet().stream().filter(each -> !each.equals(best())).toList();
  }

  @Nullable Use schema() {
    return content.get(best());
  }

  @Nullable Use schema(String type) {
    return content.get(type);
  }

  boolean isJson() {
    return JSON.test(best());
  }
}
