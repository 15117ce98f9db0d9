package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.toList;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds schemas that only got another name: one went, one came, and they say the same. */
final class Renames {
  /** Extensions of ours that name a schema. */
  private static final Set<String> NAMES = Set.of("x-update-request", "x-built-from", "x-page-of");

  private final Map<String, String> found = new LinkedHashMap<>();
  private final List<Node> gone;
  private final List<Node> come;

  private Renames(Document before, Document after) {
    this.gone = only(before, after);
    this.come = only(after, before);
  }

  /** Returns the names before and after; a name may hang on another, so this goes round. */
  static Map<String, String> of(Document before, Document after) {
    Renames renames = new Renames(before, after);
    int known;
    do {
      known = renames.found.size();
      renames.round();
    } while (renames.found.size() > known);
    return renames.found;
  }

  private static List<Node> only(Document one, Document other) {
    return one.namedSchemas()
        .filter(schema -> !other.namedSchema(schema.key()).isObject())
        .collect(toList());
  }

  private void round() {
    for (Node schema : new ArrayList<>(gone)) {
      Object shape = shape(schema, schema.key());
      Optional<Node> same =
          come.stream().filter(other -> shape.equals(shape(other, other.key()))).findFirst();
      same.ifPresent(
          other -> {
            found.put(schema.key(), other.key());
            gone.remove(schema);
            come.remove(other);
          });
    }
  }

  /** What the schema says apart from prose, in the names of the document after. */
  private Object shape(Node schema, String ownName) {
    Map<String, @Nullable Object> shape = new TreeMap<>();
    schema
        .members()
        .filter(member -> !Prose.KEYS.contains(member.key()))
        .forEach(member -> shape.put(member.key(), part(schema, member, ownName)));
    return shape;
  }

  private @Nullable Object part(Node schema, Node member, String ownName) {
    if (member.key().equals("$ref")) {
      String name = Described.reference(schema);
      return name.equals(ownName) ? "itself" : found.getOrDefault(name, name);
    }
    if (member.key().equals("properties")) {
      Map<String, Object> properties = new TreeMap<>();
      member.members().forEach(each -> properties.put(each.key(), shape(each, ownName)));
      return properties;
    }
    if (NAMES.contains(member.key()) && !member.text().isEmpty()) {
      return found.getOrDefault(member.text(), member.text());
    }
    if (member.isObject()) {
      return shape(member, ownName);
    }
    return member.isList() && member.items().anyMatch(Node::isObject)
        ? member.items().map(item -> shape(item, ownName)).collect(toList())
        : member.value();
  }
}
