package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The media types of a body. The client uses one of them: JSON if possible. */
record MediaTypes(Map<String, Use> content) {
  /** Returns the media type that the client uses, or {@code ""} if there is no body. */
  String best() {
    return Stream.of("application/json", ".*[/+]json", "text/.*", "application/octet-stream", ".*")
        .flatMap(pattern -> content.keySet().stream().filter(each -> each.matches(pattern)))
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
    return best().matches("application/json|.*[/+]json");
  }
}
