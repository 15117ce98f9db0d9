package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Generates random schemas of every shape that OpenAPI allows. */
public final class RandomSchemas {
  /** The component that generated references point to; its own parts may refer to it as well. */
  public static final String NAMED = "Odd";

  private static final int DEEPEST = 3;

  private final Random random;
  private int depth;

  /** Creates a generator with a seed. */
  public RandomSchemas(long seed) {
    this.random = new Random(seed);
  }

  /** Returns an object schema with fields. */
  public Map<String, Object> object() {
    Map<String, Object> properties = Trees.of("a", schema(), "b", schema());
    Map<String, Object> object = Trees.of("type", "object", "properties", properties);
    if (random.nextBoolean()) {
      object.put("required", new ArrayList<Object>(List.of("a")));
    }
    return object;
  }

  /** Returns a schema of any shape. */
  public Map<String, Object> schema() {
    depth++;
    Map<String, Object> schema = depth > DEEPEST ? Trees.of("type", "string") : any();
    depth--;
    if (random.nextInt(4) == 0) {
      schema.put(pick("deprecated", "readOnly", "writeOnly", "nullable"), true);
    }
    return schema;
  }

  private Map<String, Object> any() {
    return switch (random.nextInt(12)) {
      case 0 -> Trees.of("type", pick("string", "boolean", "null"));
      case 1 -> Trees.of("type", pick("integer", "number"), "minimum", random.nextInt(3));
      case 2 -> Trees.of("type", list(pick("string", "object", "array"), "null"));
      case 3 -> Trees.of("enum", list(value(), value(), value()));
      case 4 -> Trees.of("const", value());
      case 5 -> Trees.of("type", "array", "items", schema());
      case 6 -> object();
      case 7 -> Trees.of(pick("anyOf", "oneOf"), list(schema(), schema()));
      case 8 -> overlaid(object());
      case 9 -> Trees.of("$ref", Document.toSchema(NAMED));
      case 10 -> Trees.of("type", "object", "additionalProperties", schema());
      default -> Trees.of();
    };
  }

  /**
   * Returns an {@code allOf} of two objects that both define types and flags of the same fields.
   */
  private Map<String, Object> overlaid(Map<String, Object> object) {
    Map<String, Object> properties = Trees.of();
    Node.of(object)
        .get("properties")
        .object()
        .forEach(
            (name, field) -> {
              Map<String, Object> again = Trees.copy(Node.of(field).object());
              again.keySet().retainAll(Set.of("type", "nullable"));
              again.put(pick("deprecated", "readOnly", "writeOnly"), true);
              properties.put(name, again);
            });
    List<Object> parts = list(object, Trees.of("type", "object", "properties", properties));
    Collections.shuffle(parts, random);
    return Trees.of("allOf", parts);
  }

  private Object value() {
    return switch (random.nextInt(6)) {
      case 0 -> Trees.of("a", 1);
      case 1 -> list(1, "a");
      case 2 -> null;
      case 3 -> random.nextInt(3);
      case 4 -> random.nextBoolean();
      default -> pick("a", "b", "c");
    };
  }

  private String pick(String... several) {
    return several[random.nextInt(several.length)];
  }

  private static List<Object> list(Object... items) {
    return new ArrayList<>(Arrays.asList(items));
  }
}
