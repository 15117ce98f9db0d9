package io.github.videorooms.openapi.tool;

import io.github.videorooms.openapi.tool.generator.JavaNames;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Rules about enums. */
final class EnumRules {
  private static final String NAMES = "x-enum-varnames";
  private static final Pattern CONSTANT = Pattern.compile("[A-Z_][A-Z0-9_]*");

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "named-enum",
              "An inline enum would become a nested class, one for every place that uses it.",
              EnumRules::inlineEnums),
          new Rule(
              "enum-constants",
              "Each value needs a unique, unreserved constant name in upper case: the value itself"
                  + " if it is an identifier, otherwise a name in x-enum-varnames.",
              EnumRules::wrongConstants),
          new Rule(
              "enum-null",
              "A nullable enum has nullable: true and null as its last value: validators require"
                  + " both, and constant names are assigned by position.",
              EnumRules::wrongNulls));

  private static Stream<Node> inlineEnums(Document document) {
    return document
        .schemas()
        .filter(schema -> schema.has("enum") && !document.isNamedSchema(schema))
        .map(schema -> schema.get("enum"));
  }

  private static Stream<Node> wrongConstants(Document document) {
    return enums(document).filter(each -> !hasConstants(each)).map(each -> each.get(NAMES));
  }

  private static boolean hasConstants(Node schema) {
    List<String> values =
        schema
            .get("enum")
            .items()
            .filter(value -> !value.is(null))
            .map(value -> String.valueOf(value.value()))
            .toList();
    if (!schema.has(NAMES) && !values.stream().allMatch(SourceVersion::isIdentifier)) {
      return false;
    }
    List<String> names =
        schema.has(NAMES)
            ? schema.get(NAMES).items().map(Node::text).toList()
            : values.stream().map(JavaNames::constant).toList();
    return names.size() == values.size()
        && Set.copyOf(names).size() == names.size()
        && Set.copyOf(values).size() == values.size()
        && names.stream().allMatch(EnumRules::isConstant);
  }

  private static boolean isConstant(String name) {
    return CONSTANT.matcher(name).matches() && !ReservedNames.constants().contains(name);
  }

  private static Stream<Node> wrongNulls(Document document) {
    return enums(document)
        .filter(
            schema -> {
              long values = schema.get("enum").items().count();
              long beforeNull =
                  schema.get("enum").items().takeWhile(value -> !value.is(null)).count();
              boolean nullable = schema.get("nullable").is(true);
              return beforeNull != (nullable ? values - 1 : values);
            })
        .map(schema -> schema.get("enum"));
  }

  private static Stream<Node> enums(Document document) {
    return document.schemas().filter(schema -> schema.has("enum"));
  }

  private EnumRules() {}
}
