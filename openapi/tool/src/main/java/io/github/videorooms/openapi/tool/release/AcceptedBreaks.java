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
 * Breaks that are released without a new first number, each with the reason: lists under {@code
 * document} and the names of the modules, of entries with {@code break} and {@code reason}.
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

  /** Whether there is an entry for a break, with a reason. */
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

  /** A line for each entry that no break was asked for, or that gives no reason. */
  List<String> stale() {
    return root.members()
        .flatMap(Node::items)
        .filter(entry -> !matched.contains(entry.path()))
        .map(
            entry ->
                "accepted-breaks.yaml accepts what is no break, or says no reason: "
                    + entry.path()
                    + " "
                    + entry.get("break").text())
        .toList();
  }
}
