package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Resolves references in the vendor's document, each once, and rejects those that cannot be
 * resolved.
 */
final class References {
  /** The prefix of the names that the base gives to inline schemas. */
  private static final Pattern INLINE = Pattern.compile("Inline(_\\d+)?");

  private final Document document;
  private final Map<String, Node> targets = new HashMap<>();

  References(Document document) {
    this.document = document;
  }

  /** Returns the name of a schema without its namespace: {@code Room} for {@code Video.Room}. */
  static String shortName(Node node) {
    String name = Document.schemaName(node);
    String last = name.substring(name.lastIndexOf('.') + 1);
    return INLINE.matcher(last).matches() ? "" : last;
  }

  /** Follows references to their final target; returns a node that is not a reference as it is. */
  Node resolve(Node node) {
    List<Node> nodes = way(node);
    return nodes.get(nodes.size() - 1);
  }

  /** Returns a node and those that it refers to, up to the final target. */
  List<Node> way(Node node) {
    Set<String> way = new LinkedHashSet<>();
    List<Node> nodes = new ArrayList<>(List.of(node));
    Node target = node;
    while (target.isReference()) {
      String reference = target.reference();
      if (!way.add(reference)) {
        throw new UnusableDocument(
            node.path(),
            "refers to itself: " + String.join(" -> ", way) + " -> " + reference,
            "Ask the vendor what is meant: a reference has to end at a definition.");
      }
      target = target(reference, node);
      nodes.add(target);
    }
    return nodes;
  }

  /**
   * Returns the direct target of a reference, which may be another reference.
   *
   * @param from the node that has the reference
   */
  Node target(String reference, Node from) {
    Node target = targets.computeIfAbsent(reference, document::target);
    if (target.exists()) {
      return target;
    }
    if (!reference.startsWith("#")) {
      throw new UnusableDocument(
          from.path(),
          "refers to another document: " + reference,
          "Bundle the document into one file first: the tool downloads nothing.");
    }
    throw new UnusableDocument(
        from.path(),
        "refers to " + reference + ", which does not exist",
        "Check that the file is complete; if it is, ask the vendor.");
  }
}
