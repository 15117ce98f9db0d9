package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Follows the references of a document of the vendor's, and reports those that lead nowhere. */
final class References {
  /** What the base calls a schema that had no name. */
  private static final Pattern INLINE = Pattern.compile("Inline(_\\d+)?");

  private final Document document;

  References(Document document) {
    this.document = document;
  }

  /** The name of a schema without its namespace: {@code Room} for {@code Video.Room}. */
  static String shortName(Node node) {
    String name = Document.schemaName(node);
    String last = name.substring(name.lastIndexOf('.') + 1);
    return INLINE.matcher(last).matches() ? "" : last;
  }

  /** Returns what a node points to in the end, or the node itself if it is no reference. */
  Node resolve(Node node) {
    Set<String> way = new LinkedHashSet<>();
    Node target = node;
    while (target.isReference()) {
      String reference = target.reference();
      if (!way.add(reference)) {
        throw new UnusableDocument(
            node.path(),
            "refers to itself: " + String.join(" -> ", way) + " -> " + reference,
            "Ask the vendor what is meant; a reference has to end at a definition.");
      }
      target = target(reference, node);
    }
    return target;
  }

  /**
   * Returns what is at the end of one reference, be that another one.
   *
   * @param from the node that has it
   */
  Node target(String reference, Node from) {
    Node target = document.target(reference);
    if (target.exists()) {
      return target;
    }
    if (!reference.startsWith("#")) {
      throw new UnusableDocument(
          from.path(),
          "refers to another document: " + reference,
          "Bundle the document into one file first; nothing is fetched.");
    }
    throw new UnusableDocument(
        from.path(),
        "refers to " + reference + ", which is not there",
        "Is the file whole? Otherwise ask the vendor.");
  }
}
