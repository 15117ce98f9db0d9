package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.ReservedNames;
import io.github.videorooms.openapi.tool.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Java name of its own to whatever could not be called as it is: a field that is no
 * identifier, that meets another after camel case, or whose name is taken.
 */
final class FieldNames {
  static final String KEY = "x-java-name";

  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  /** Names the fields of an object that need it, those that have a name already aside. */
  static void assign(Node properties) {
    Set<String> taken = new HashSet<>();
    properties.members().forEach(each -> taken.add(key(known(each.key(), each))));
    Set<String> seen = new HashSet<>();
    properties
        .members()
        .forEach(
            each -> {
              String name = each.key();
              boolean first = seen.add(key(known(name, each)));
              if (!each.has(KEY) && !(first && isPlain(name))) {
                properties.put(name, dressed(each, KEY, free(name, taken)).value());
              }
            });
  }

  /** The name that a node gives itself in Java, or its name in JSON. */
  static String known(String name, Node node) {
    Object own = node.get(KEY).value();
    return own == null ? name : String.valueOf(own);
  }

  /**
   * Sets an extension of a place, or removes it. Beside a reference, nothing counts in OpenAPI 3.0:
   * what has to be said goes around it.
   */
  static Node dressed(Node node, String extension, @Nullable Object value) {
    if (value == null) {
      node.remove(extension);
      return node.names().equals(Set.of("allOf")) ? Document.bare(node) : node;
    }
    Node around =
        node.isReference()
            ? Node.of(Trees.of("allOf", new ArrayList<>(List.of(node.object()))))
            : node;
    around.put(extension, value);
    return around;
  }

  static boolean isPlain(String name) {
    return PLAIN.matcher(name).matches() && !ReservedNames.members().contains(camel(name));
  }

  /** Returns a lower camel case name that no other has, and makes it taken. */
  static String free(String wanted, Set<String> taken) {
    String plain = camel(Identifier.snakeCase(wanted));
    if (plain.isEmpty() || !Character.isLetter(plain.charAt(0))) {
      plain = "field" + plain;
    }
    if (ReservedNames.members().contains(plain)) {
      plain = plain + "Field";
    }
    String name = plain;
    for (int i = 2; taken.contains(key(name)) || ReservedNames.members().contains(name); i++) {
      name = plain + i;
    }
    taken.add(key(name));
    return name;
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_", -1)) {
      camel.append(
          camel.length() == 0 || word.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }

  /** What two names have in common that could meet, whatever the way to camel case. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Whether a class cannot have a name, for a file system that does not tell cases apart. */
  static boolean isTaken(String type, Collection<String> types) {
    String lower = type.toLowerCase(Locale.ROOT);
    return ReservedNames.types().contains(lower)
        || types.stream().anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(lower));
  }

  private FieldNames() {}
}
