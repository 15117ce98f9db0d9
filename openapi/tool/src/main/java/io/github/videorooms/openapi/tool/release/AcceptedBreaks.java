package io.github.videorooms.openapi.tool.release;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The breaking changes that may be released without a new major version: the content of {@code
 * openapi/accepted-breaks.yaml}. It has a list per module, and one under {@code document}, of
 * entries with {@code break} and {@code reason}.
 */
final class AcceptedBreaks {
  private final Node root;
  private final List<String> matched = new ArrayList<>();

  private AcceptedBreaks(Node root) {
    this.root = root;
  }

  static AcceptedBreaks read(Path file) throws IOException {
    Map<String, @Nullable Object> tree = Files.exists(file) ? DocumentYaml.read(file) : Map.of();
    return new AcceptedBreaks(Node.of(tree));
  }

  /** Returns whether a break is accepted with a reason. */
  boolean accepts(String section, String line) {
    List<Node> entries =
        root.get(section)
            .items()
            .filter(entry -> entry.get("break").is(line))
            .filter(entry -> !entry.get("reason").text().isBlank())
            .toList();
    entries.forEach(entry -> matched.add(entry.path()));
    return !entries.isEmpty();
  }

  /** Returns a line for each entry that matches no break or has no reason. */
  List<String> stale() {
    return root.members()
        .flatMap(Node::items)
        .filter(entry -> !matched.contains(entry.path()))
        .map(
            entry ->
                "remove this entry from accepted-breaks.yaml, which matches no break, or add a"
                    + " reason: "
                    + entry.path()
                    + " "
                    + entry.get("break").text())
        .toList();
  }
}
