package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a draft says in the one way of our documents. */
final class CanonicalForm {
  private final Draft draft;

  private CanonicalForm(Draft draft) {
    this.draft = draft;
  }

  static void apply(Draft draft) {
    CanonicalForm form = new CanonicalForm(draft);
    draft.replaceSchemas((schema, where) -> form.bareReference(schema));
    draft.prune();
    Set<String> sent = form.reached(true);
    Set<String> answered = form.reached(false);
    answered.removeAll(sent);
    answered.forEach(name -> form.requireNoNull(draft.schema(name)));
    draft.replaceSchemas((schema, where) -> withoutEmptyList(schema));
  }

  /** OpenAPI 3.0 ignores what stands beside a reference, so that null is the target's to allow. */
  private @Nullable Object bareReference(@Nullable Object node) {
    if (!References.isReference(node)) {
      return node;
    }
    Map<String, @Nullable Object> reference = Tree.object(node);
    if (Boolean.TRUE.equals(reference.get("nullable"))) {
      draft.schema(References.schemaName(node)).put("nullable", true);
    }
    reference.keySet().retainAll(Set.of("$ref"));
    return reference;
  }

  /** The schemas that requests can reach, or those that answers can. */
  private Set<String> reached(boolean requests) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    SchemaFunction note =
        (schema, where) -> {
          String name = References.schemaName(schema);
          if (!name.isEmpty() && reached.add(name)) {
            open.add(name);
          }
          return schema;
        };
    draft.operations().forEach(operation -> operation.replaceContent(requests, note));
    while (!open.isEmpty()) {
      SchemaParts.replace(draft.schema(open.remove()), "", note);
    }
    return reached;
  }

  /** A getter that never gives null is promised only where the member is there and not null. */
  private void requireNoNull(Map<String, @Nullable Object> schema) {
    List<@Nullable Object> required = new ArrayList<>(Tree.list(schema.get("required")));
    Map<String, @Nullable Object> properties = Tree.object(schema.get("properties"));
    required.removeIf(name -> isNullable(Tree.object(properties.get(Tree.text(name)))));
    schema.computeIfPresent("required", (key, all) -> required);
  }

  private static @Nullable Object withoutEmptyList(@Nullable Object node) {
    Map<String, @Nullable Object> schema = Tree.object(node);
    if (schema.containsKey("required") && Tree.list(schema.get("required")).isEmpty()) {
      schema.remove("required");
    }
    return node;
  }

  private boolean isNullable(Map<String, @Nullable Object> property) {
    String name = References.schemaName(property);
    Map<String, @Nullable Object> schema = name.isEmpty() ? property : draft.schema(name);
    return Boolean.TRUE.equals(schema.get("nullable"));
  }
}
