package io.github.videorooms.openapi.tool.incoming;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays a parameter, header, body or response of theirs over ours, as {@link SchemaOver} a schema.
 */
final class NodeOver {
  private static final List<String> KEYS =
      List.of("name", "in", "required", "deprecated", "description");

  /** Returns ours as it is if both mean the same. */
  static Map<String, @Nullable Object> of(
      Map<String, @Nullable Object> ours, Map<String, @Nullable Object> theirs) {
    if (Meaning.same(ours, theirs)) {
      return ours;
    }
    Set<String> keys = new LinkedHashSet<>(ours.keySet());
    theirs.keySet().stream().filter(key -> !Meaning.isProse(key)).forEach(keys::add);
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (String key : keys) {
      if (Meaning.isProse(key)) {
        result.put(key, ours.get(key));
      } else if (theirs.containsKey(key)) {
        result.put(key, member(key, ours.get(key), theirs.get(key)));
      }
    }
    return result;
  }

  private static @Nullable Object member(
      String key, @Nullable Object ours, @Nullable Object theirs) {
    if (key.equals("schema")) {
      return ours == null
          ? SchemaOver.fresh(Tree.object(theirs), "")
          : SchemaOver.of(Tree.object(ours), Tree.object(theirs));
    }
    if (!key.equals("content") && !key.equals("headers")) {
      return Tree.copy(theirs);
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    Map<String, @Nullable Object> known = Tree.object(ours);
    Tree.object(theirs)
        .forEach(
            (name, node) ->
                result.put(
                    name,
                    known.containsKey(name)
                        ? of(Tree.object(known.get(name)), Tree.object(node))
                        : fresh(Tree.object(node), "")));
    return result;
  }

  /** Returns a node that we have none of, described by its own words or by others. */
  static Map<String, @Nullable Object> fresh(
      Map<String, @Nullable Object> theirs, String otherwise) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    String description = Prose.plain(theirs.get("description"), otherwise);
    for (String key : KEYS) {
      if (key.equals("description") && !description.isEmpty()) {
        result.put(key, description);
      } else if (theirs.containsKey(key) && !key.equals("description")) {
        result.put(key, theirs.get(key));
      }
    }
    theirs.forEach(
        (key, value) -> {
          if (!Meaning.isProse(key) && !KEYS.contains(key)) {
            result.put(key, member(key, null, value));
          }
        });
    return result;
  }

  private NodeOver() {}
}
