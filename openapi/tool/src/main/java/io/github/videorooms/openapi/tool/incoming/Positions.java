package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives schemas that come without a name, or with an unknown one, the name of ours that stands at
 * the same place: the answer of the same operation, the same property of the same schema.
 */
final class Positions {
  private final Draft theirs;
  private final Draft ours;
  private final Set<String> visited = new HashSet<>();
  private final Set<String> named = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  private Positions(Draft theirs, Draft ours) {
    this.theirs = theirs;
    this.ours = ours;
  }

  /** Names what it can, and returns a line for each schema that had another name. */
  static List<String> apply(Draft theirs, Draft ours) {
    Positions positions = new Positions(theirs, ours);
    Map<String, Operation> known = new HashMap<>();
    ours.operations().forEach(operation -> known.put(operation.address(), operation));
    for (Operation operation : theirs.operations()) {
      @Nullable Operation our = known.get(operation.address());
      if (our != null) {
        positions.align(operation, our);
      }
    }
    theirs.prune();
    return positions.notes;
  }

  private void align(Operation their, Operation our) {
    alignContent(their.node().get("requestBody"), our.node().get("requestBody"));
    Map<String, @Nullable Object> responses = Tree.object(our.node().get("responses"));
    Tree.object(their.node().get("responses"))
        .forEach((status, response) -> alignContent(response, responses.get(status)));
    for (@Nullable Object parameter : their.parameters()) {
      our.parameters().stream()
          .filter(known -> isSame(Tree.object(parameter), Tree.object(known)))
          .forEach(known -> align(Tree.object(parameter, "schema"), Tree.object(known, "schema")));
    }
  }

  private static boolean isSame(
      Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
    return Objects.equals(one.get("name"), other.get("name"))
        && Objects.equals(one.get("in"), other.get("in"));
  }

  private void alignContent(@Nullable Object their, @Nullable Object our) {
    Map<String, @Nullable Object> types = Tree.object(our, "content");
    Tree.object(their, "content")
        .forEach(
            (type, media) ->
                align(Tree.object(media, "schema"), Tree.object(types.get(type), "schema")));
  }

  private void align(Map<String, @Nullable Object> their, Map<String, @Nullable Object> our) {
    String name = References.schemaName(our);
    if (name.isEmpty()) {
      alignParts(their, our);
    } else if (References.isReference(their)) {
      alignNamed(References.schemaName(their), name);
    } else if (their.containsKey("enum") || their.containsKey("properties")) {
      alignParts(their, ours.schema(name));
      giveName(their, name);
    }
  }

  private void alignNamed(String their, String our) {
    if (!their.equals(our)
        && !theirs.schemas().containsKey(our)
        && !ours.schemas().containsKey(their)) {
      theirs.rename(their, our);
      notes.add(their + " is taken for " + our + ", since it stands where that stood");
      alignNamed(our, our);
    } else if (their.equals(our) && visited.add(our)) {
      alignParts(theirs.schema(our), ours.schema(our));
    }
  }

  private void alignParts(Map<String, @Nullable Object> their, Map<String, @Nullable Object> our) {
    Map<String, @Nullable Object> properties = Tree.object(our.get("properties"));
    Tree.object(their.get("properties"))
        .forEach((name, schema) -> align(Tree.object(schema), Tree.object(properties.get(name))));
    if (their.get("items") instanceof Map) {
      align(Tree.object(their, "items"), Tree.object(our, "items"));
    }
  }

  /** The first of a name becomes the schema of that name; later ones are added to it. */
  private void giveName(Map<String, @Nullable Object> schema, String name) {
    if (theirs.schemas().containsKey(name) && !named.contains(name)) {
      return;
    }
    Map<String, @Nullable Object> content = new LinkedHashMap<>(schema);
    content.remove("nullable");
    theirs.schemas().put(name, named.add(name) ? content : Union.of(theirs.schema(name), content));
    Object nullable = schema.get("nullable");
    schema.clear();
    schema.put("$ref", References.toSchema(name));
    if (nullable != null) {
      schema.put("nullable", nullable);
    }
  }
}
