package io.github.videorooms.generated.mutation;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All mutations: every kind of edit on every kind of node. */
final class Mutations {
  static List<Mutation> all() {
    return Stream.of(
            OperationMutations.all(),
            ParameterMutations.all(),
            BodyMutations.all(),
            FieldMutations.all(),
            TypeMutations.all(),
            ValueMutations.all(),
            ExtensionMutations.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Parses a node. */
  static Map<String, Object> yaml(String text) {
    return DocumentYaml.read(text);
  }

  static Map<String, Object> reference(String schema) {
    return yaml("$ref: '#/components/schemas/" + schema + "'");
  }

  /** Returns a redirect response. */
  static Map<String, Object> redirect() {
    return yaml("{description: Elsewhere., headers: {Location: {schema: {type: string}}}}");
  }

  private Mutations() {}
}
