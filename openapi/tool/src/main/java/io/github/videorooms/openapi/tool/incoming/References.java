package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resolves references in the vendor's document, each once, and rejects those that cannot be
 * resolved.
 */
final class References {
  /** The prefix of the names that the base gives to inline schemas. */
  private static final Pattern INLINE = Pattern.compile("Inline(_\\d+)?");

  /** The keywords whose members have arbitrary names. */
  private static final Set<String> NAMED =
      Set.of(
          "properties",
          "patternProperties",
          "dependentSchemas",
          "dependentRequired",
          "headers",
          "callbacks");

  /** The keywords whose values are data. */
  private static final Set<String> VALUES = Set.of("enum", "const");

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

  /**
   * Returns a canonical text of a keyword that is not understood, as {@link LimitKeywords#text}
   * does, but without prose and with the target in place of each reference. A target that occurs
   * again, possibly in itself, is represented by a number.
   */
  String text(Node keyword) {
    return LimitKeywords.text(
        Node.of(expanded(keyword, NAMED.contains(keyword.key()), new HashMap<>())));
  }

  private @Nullable Object expanded(Node node, boolean isNamed, Map<Node, Integer> seen) {
    if (node.isList()) {
      List<@Nullable Object> items = new ArrayList<>();
      node.items().forEach(each -> items.add(expanded(each, false, seen)));
      return items;
    }
    if (!node.isObject()) {
      return node.value();
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (!isNamed && node.isReference()) {
      Node target = resolve(node);
      Integer known = seen.putIfAbsent(target, seen.size());
      if (known != null) {
        copy.put("$ref", known);
      } else if (expanded(target, false, seen) instanceof Map<?, ?> object) {
        object.forEach((key, value) -> copy.put(String.valueOf(key), value));
      }
    }
    node.members()
        .sorted(Comparator.comparing(Node::key))
        .filter(each -> isNamed || isMeaning(each))
        .forEach(
            each ->
                copy.put(
                    each.key(),
                    !isNamed && VALUES.contains(each.key())
                        ? each.value()
                        : expanded(each, !isNamed && NAMED.contains(each.key()), seen)));
    return copy;
  }

  private static boolean isMeaning(Node member) {
    return !(member.key().equals("$ref") && member.value() instanceof String)
        && (SchemaReader.isMeaning(member.key()) || member.key().equals("nullable"));
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
