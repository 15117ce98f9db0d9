package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.References;
import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives every schema an example, and mends those that no longer fit what they are examples of. */
final class Examples {
  private final OurDocument document;
  private final ExampleGenerator values;

  private Examples(OurDocument document) {
    this.document = document;
    this.values = new ExampleGenerator(this.document);
  }

  static void apply(OurDocument document) {
    Examples samples = new Examples(document);
    samples
        .document
        .schemas()
        .forEach((name, schema) -> samples.mendNamed(name, Tree.object(schema)));
    for (Map<String, @Nullable Object> each : samples.document.operations()) {
      samples.addToBodies(each);
      samples.mendBelow(each);
    }
    for (String section : List.of("parameters", "responses", "headers")) {
      samples.mendBelow(document.section(section));
    }
  }

  /** Gives a body an example whose schema has no name, and so none of its own. */
  private void addToBodies(Map<String, @Nullable Object> operation) {
    Stream.concat(
            Stream.of(operation.get("requestBody")),
            Tree.object(operation.get("responses")).values().stream())
        .flatMap(holder -> Tree.object(holder, "content").values().stream())
        .map(Tree::object)
        .filter(media -> !media.containsKey("example") && !media.containsKey("examples"))
        .filter(media -> References.schemaName(media.get("schema")).isEmpty())
        .forEach(media -> media.put("example", values.of(Tree.object(media, "schema"))));
  }

  private void mendNamed(String name, Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> reference = Tree.of("$ref", References.toSchema(name));
    if (schema.containsKey("example")) {
      schema.put("example", mended(schema.get("example"), reference));
    } else {
      schema.put("example", values.of(reference));
    }
  }

  /** Mends the examples that stand beside a schema. */
  private void mendBelow(Map<String, @Nullable Object> node) {
    if (node.get("schema") instanceof Map) {
      Map<String, @Nullable Object> schema = Tree.object(node, "schema");
      node.computeIfPresent("example", (key, value) -> mended(value, schema));
      Tree.object(node.get("examples"))
          .forEach(
              (name, example) ->
                  Tree.object(example)
                      .computeIfPresent("value", (key, value) -> mended(value, schema)));
      return;
    }
    node.values().forEach(this::mendEach);
  }

  private void mendEach(@Nullable Object child) {
    if (child instanceof List) {
      Tree.list(child).forEach(this::mendEach);
    } else {
      mendBelow(Tree.object(child));
    }
  }

  private @Nullable Object mended(
      @Nullable Object value, Map<String, @Nullable Object> schemaOrReference) {
    Map<String, @Nullable Object> schema = values.resolve(schemaOrReference);
    if (!values.fits(value, schema)) {
      return values.of(schemaOrReference);
    }
    if (value instanceof List) {
      List<@Nullable Object> items = new ArrayList<>();
      Tree.list(value).forEach(item -> items.add(mended(item, Tree.object(schema, "items"))));
      return items;
    }
    return value instanceof Map && schema.containsKey("properties")
        ? mendedObject(Tree.object(value), schema)
        : value;
  }

  private Map<String, @Nullable Object> mendedObject(
      Map<String, @Nullable Object> value, Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> properties = Tree.object(schema, "properties");
    Map<String, @Nullable Object> mended = new LinkedHashMap<>();
    value.forEach(
        (name, member) -> {
          if (properties.containsKey(name)) {
            mended.put(name, mended(member, Tree.object(properties.get(name))));
          }
        });
    for (@Nullable Object name : Tree.list(schema.get("required"))) {
      String member = Tree.text(name);
      if (!mended.containsKey(member)) {
        mended.put(member, values.of(Tree.object(properties.get(member))));
      }
    }
    return mended;
  }
}
