package io.github.videorooms.openapi.tool;

import io.github.videorooms.openapi.tool.generator.JavaNames;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about names, which become names in Java. */
final class NameRules {
  private static final Pattern MEMBER = Pattern.compile("[a-z][a-zA-Z0-9]*");
  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final Pattern TYPE = Pattern.compile("[A-Z][a-zA-Z0-9]*");

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "member-name",
              "A property or parameter needs x-java-name, a unique identifier in lower camel case,"
                  + " if its name is not lower_snake_case, is reserved, or collides with another.",
              NameRules::wrongMembers),
          new Rule(
              "type-name",
              "A schema's name is its class name: in upper camel case, not reserved, and unique"
                  + " regardless of case.",
              NameRules::wrongTypes));

  private static Stream<Node> wrongMembers(Document document) {
    Stream<Stream<Member>> properties =
        document
            .namedSchemas()
            .map(
                schema ->
                    schema.get("properties").members().map(each -> new Member(each.key(), each)));
    Stream<Stream<Member>> parameters =
        document
            .paths()
            .flatMap(
                path ->
                    Document.operationsOf(path)
                        .flatMap(operation -> scopes(document, path, operation)));
    return Stream.concat(properties, parameters).flatMap(NameRules::wrongIn);
  }

  /** Returns the parameters by scope: those of the query become a separate type. */
  private static Stream<Stream<Member>> scopes(Document document, Node path, Node operation) {
    List<Node> all =
        Stream.of(path, operation)
            .flatMap(each -> each.get("parameters").items())
            .map(document::resolve)
            .filter(each -> each.has("name"))
            .toList();
    return Stream.of(true, false)
        .map(
            inQuery ->
                all.stream()
                    .filter(each -> each.get("in").is("query") == inQuery)
                    .map(each -> new Member(each.get("name").text(), each)));
  }

  private static Stream<Node> wrongIn(Stream<Member> scope) {
    Set<String> seen = new HashSet<>();
    return scope
        .filter(each -> !each.isValid() || !seen.add(each.name().toLowerCase(Locale.ROOT)))
        .map(each -> each.node);
  }

  private static Stream<Node> wrongTypes(Document document) {
    Set<String> seen = new HashSet<>();
    Set<String> queries =
        document
            .operations()
            .map(each -> JavaNames.query(each.get("operationId").text()))
            .collect(Collectors.toSet());
    return document
        .namedSchemas()
        .filter(
            schema ->
                !TYPE.matcher(schema.key()).matches()
                    || ReservedNames.types().contains(schema.key().toLowerCase(Locale.ROOT))
                    || queries.contains(schema.key())
                    || !seen.add(schema.key().toLowerCase(Locale.ROOT)));
  }

  /** A property or parameter, by its name in JSON or HTTP. */
  private record Member(String wireName, Node node) {
    String name() {
      return JavaNames.member(wireName, node);
    }

    boolean isValid() {
      boolean named = node.has(JavaNames.EXTENSION) || PLAIN.matcher(wireName).matches();
      return named && MEMBER.matcher(name()).matches() && !ReservedNames.members().contains(name());
    }
  }

  private NameRules() {}
}
