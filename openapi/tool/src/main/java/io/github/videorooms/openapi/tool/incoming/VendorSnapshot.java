package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.incoming.Api.Body;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import io.github.videorooms.openapi.tool.incoming.Api.Response;
import io.github.videorooms.openapi.tool.incoming.Schema.Kind;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes an API as an equivalent OpenAPI 3.1 document, without descriptions, examples and unused
 * components. Reading it yields the same API.
 */
public final class VendorSnapshot {
  private final Map<String, @Nullable Object> schemas = new TreeMap<>();
  private final IdentityHashMap<Schema, String> names = new IdentityHashMap<>();
  private final Map<String, String> schemes = new TreeMap<>();

  private VendorSnapshot() {}

  /** Returns the document. */
  public static Map<String, @Nullable Object> of(Api api) {
    VendorSnapshot snapshot = new VendorSnapshot();
    Map<String, @Nullable Object> paths = new LinkedHashMap<>();
    for (Operation each : api.operations()) {
      Node.of(paths).child(each.path()).put(each.method(), snapshot.operation(each));
    }
    return Trees.of(
        "openapi",
        "3.1.0",
        "info",
        Trees.of("title", "Video API of the vendor", "version", "1"),
        "paths",
        paths,
        "components",
        Trees.of("schemas", snapshot.schemas, "securitySchemes", snapshot.schemes()));
  }

  /** Returns a text that is equal for operations with the same requests and responses. */
  static String text(Operation operation) {
    return LimitKeywords.text(Node.of(of(new Api(List.of(operation)))));
  }

  private Map<String, @Nullable Object> operation(Operation operation) {
    Map<String, @Nullable Object> node = Trees.of("operationId", operation.id());
    if (!operation.tag().isEmpty()) {
      node.put("tags", List.of(operation.tag()));
    }
    if (operation.raw().flag("deprecated")) {
      node.put("deprecated", true);
    }
    List<@Nullable Object> servers = new ArrayList<>();
    operation.servers().forEach(each -> servers.add(Trees.of("url", each)));
    node.put("servers", servers);
    node.put("security", security(operation.security()));
    List<@Nullable Object> parameters = new ArrayList<>();
    operation.parameters().values().forEach(each -> parameters.add(parameter(each)));
    node.put("parameters", parameters);
    Body body = operation.body();
    if (body != null) {
      Map<String, @Nullable Object> request = Trees.of("required", body.required());
      request.put("content", content(body.content()));
      node.put("requestBody", request);
    }
    Map<String, @Nullable Object> responses = new LinkedHashMap<>();
    operation.responses().forEach((status, response) -> responses.put(status, response(response)));
    node.put("responses", responses);
    operation.vocabulary().forEach(node::put);
    return node;
  }

  private Map<String, @Nullable Object> parameter(Parameter parameter) {
    Map<String, @Nullable Object> node =
        Trees.of("name", parameter.name(), "in", parameter.in(), "required", parameter.required());
    if (parameter.encoding().contains("/")) {
      node.put("content", Trees.of(parameter.encoding(), Trees.of("schema", use(parameter.use()))));
      return node;
    }
    if (!parameter.encoding().isEmpty()) {
      node.put("style", parameter.encoding().replace(", exploded", ""));
      node.put("explode", parameter.encoding().endsWith("exploded"));
    }
    node.put("schema", use(parameter.use()));
    return node;
  }

  private Map<String, @Nullable Object> response(Response response) {
    Map<String, @Nullable Object> node = Trees.of("description", "");
    if (!response.headers().isEmpty()) {
      Map<String, @Nullable Object> headers = new LinkedHashMap<>();
      response.headers().forEach((name, use) -> headers.put(name, Trees.of("schema", use(use))));
      node.put("headers", headers);
    }
    if (!response.content().isEmpty()) {
      node.put("content", content(response.content()));
    }
    return node;
  }

  private Map<String, @Nullable Object> content(Map<String, Use> content) {
    Map<String, @Nullable Object> node = new LinkedHashMap<>();
    content.forEach((type, use) -> node.put(type, Trees.of("schema", use(use))));
    return node;
  }

  private List<@Nullable Object> security(Set<String> alternatives) {
    List<@Nullable Object> node = new ArrayList<>();
    for (String each : alternatives) {
      if (!each.equals("none")) {
        String name = schemes.computeIfAbsent(each, key -> "scheme" + (schemes.size() + 1));
        node.add(Trees.of(name, List.of()));
      } else if (alternatives.size() > 1) {
        node.add(Trees.of());
      }
    }
    return node;
  }

  private Map<String, @Nullable Object> schemes() {
    Map<String, @Nullable Object> nodes = new LinkedHashMap<>();
    schemes.forEach(
        (described, name) ->
            nodes.put(
                name,
                described.equals(SecurityReader.BASIC)
                    ? Trees.of("type", "http", "scheme", "basic")
                    : Trees.of(SecurityReader.DESCRIBED, described)));
    return nodes;
  }

  private Map<String, @Nullable Object> use(Use use) {
    Map<String, @Nullable Object> node = reference(use.schema(), use.nullable());
    for (String flag : Schema.FLAGS) {
      if (use.flag(flag)) {
        node.put(flag, true);
      }
    }
    return node;
  }

  private Map<String, @Nullable Object> reference(Schema schema, boolean nullable) {
    if (schema.kind() == Kind.NEVER && nullable) {
      return Trees.of("type", "null");
    }
    boolean named =
        (schema.kind() == Kind.OBJECT && !schema.isFreeForm())
            || schema.kind() == Kind.UNION
            || (schema.values() != null && !schema.label().isEmpty())
            || isOfItself(schema);
    if (!named) {
      Map<String, @Nullable Object> node = written(schema);
      allowNull(node, nullable);
      return node;
    }
    String known = names.get(schema);
    String name = known == null ? name(schema) : known;
    if (known == null) {
      names.put(schema, name);
      schemas.put(name, null);
      schemas.put(name, written(schema));
    }
    Map<String, @Nullable Object> node = Trees.of("$ref", Document.toSchema(name));
    return nullable ? Trees.of("anyOf", List.of(node, Trees.of("type", "null"))) : node;
  }

  /** Whether a schema is an array or a map that contains itself. */
  private static boolean isOfItself(Schema schema) {
    Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Schema part = within(schema);
    while (part != null && part != schema && seen.add(part)) {
      part = within(part);
    }
    return part == schema;
  }

  private static @Nullable Schema within(Schema schema) {
    Use part = schema.kind() == Kind.ARRAY ? schema.items() : schema.additional();
    return part == null || !schema.properties().isEmpty() ? null : part.schema();
  }

  private String name(Schema schema) {
    String label = schema.label().isEmpty() ? "Inline" : schema.label();
    String name = label;
    for (int i = 2; schemas.containsKey(name); i++) {
      name = label + "_" + i;
    }
    return name;
  }

  private static void allowNull(Map<String, @Nullable Object> node, boolean nullable) {
    if (nullable && node.get("type") instanceof String type) {
      node.put("type", new ArrayList<>(List.of(type, "null")));
      Node.of(node).get("enum").list().add(null);
    } else if (nullable) {
      node.put("nullable", true);
    }
  }

  private Map<String, @Nullable Object> written(Schema schema) {
    Map<String, @Nullable Object> node = new LinkedHashMap<>();
    switch (schema.kind()) {
      case ANY -> {}
      case NEVER -> node.put("not", Trees.of());
      case UNION ->
          node.put(
              "anyOf",
              new ArrayList<@Nullable Object>(
                  schema.alternatives().stream()
                      .map(each -> reference(each.schema(), false))
                      .toList()));
      default -> node.put("type", schema.kind().name().toLowerCase(Locale.ROOT));
    }
    if (!schema.format().isEmpty()) {
      node.put("format", schema.format());
    }
    if (schema.values() != null) {
      List<@Nullable Object> values = new ArrayList<>();
      schema.values().forEach(each -> values.add(plain(each)));
      node.put("enum", values);
    }
    for (String key : LimitKeywords.of(schema.kind())) {
      Object limit = schema.limits().get(key);
      if (limit != null) {
        node.put(key, plain(limit));
      }
    }
    if (!schema.required.isEmpty()) {
      node.put("required", new ArrayList<@Nullable Object>(schema.required));
    }
    if (!schema.properties().isEmpty()) {
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      schema.properties().forEach((name, use) -> properties.put(name, use(use)));
      node.put("properties", properties);
    }
    if (schema.items() != null) {
      node.put("items", use(schema.items()));
    }
    if (schema.additional() != null) {
      node.put("additionalProperties", use(schema.additional()));
    }
    schema.vocabulary().forEach(node::put);
    return node;
  }

  /** Converts a number to a type that is written without exponent. */
  private static Object plain(Object value) {
    if (!(value instanceof BigDecimal number)) {
      return value;
    }
    if (number.stripTrailingZeros().scale() > 0) {
      return number.doubleValue();
    }
    return number.precision() - number.scale() > 18
        ? number.toBigInteger()
        : (Object) number.longValue();
  }
}
