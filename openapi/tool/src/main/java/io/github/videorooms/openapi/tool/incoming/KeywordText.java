package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes keywords that are not understood as texts, so that a change of their meaning is noticed.
 */
final class KeywordText {
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

  private final References references;

  KeywordText(References references) {
    this.references = references;
  }

  /**
   * Returns a canonical text of a keyword that is not understood, as {@link LimitKeywords#text}
   * does, but without prose and with the target in place of each reference. A target that occurs
   * again, possibly in itself, is represented by a number.
   */
  String of(Node keyword) {
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
      Node target = references.resolve(node);
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
}
