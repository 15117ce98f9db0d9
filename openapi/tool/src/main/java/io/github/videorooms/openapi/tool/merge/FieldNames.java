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
 * Assigns Java names ({@code x-java-name}) to fields that need one: the JSON name is not a valid
 * identifier, is reserved, or collides with another in camel case.
 */
final class FieldNames {
  static final String KEY = "x-java-name";

  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  /** Assigns names to the fields of an object that need one; existing names are preserved. */
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
                properties.put(name, withExtension(each, KEY, free(name, taken)).value());
              }
            });
  }

  /** Returns the assigned Java name of a node, or its name in JSON if it has none. */
  static String known(String name, Node node) {
    Object own = node.get(KEY).value();
    return own == null ? name : String.valueOf(own);
  }

  /**
   * Sets an extension of a schema, or removes it if the value is null. OpenAPI 3.0 ignores siblings
   * of {@code $ref}, so a reference is wrapped in {@code allOf}. Returns the node to use in place
   * of the given one.
   */
  static Node withExtension(Node node, String extension, @Nullable Object value) {
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

  /** Returns an unused lower camel case name, and adds it to the used ones. */
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

  /** Returns a key that is equal for names that could collide in camel case. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Whether a class name is in use or reserved; case is ignored, as some file systems do. */
  static boolean isTaken(String type, Collection<String> types) {
    String lower = type.toLowerCase(Locale.ROOT);
    return ReservedNames.types().contains(lower)
        || types.stream().anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(lower));
  }

  private FieldNames() {}
}
