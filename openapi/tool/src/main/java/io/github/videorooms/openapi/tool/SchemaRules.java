package io.github.videorooms.openapi.tool;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about objects and their properties. */
final class SchemaRules {
  private static final List<Secret> SECRETS =
      List.of(
          new Secret("token", Pattern.compile("(Room|Conference)Token")),
          new Secret("url", Pattern.compile(".*Stream.*")),
          new Secret("uri", Pattern.compile(".*Recording.*")));

  /** The keywords that a schema for any value may have. */
  private static final Set<String> ANY_VALUE =
      Set.of("description", "nullable", "example", "deprecated", "title");

  private static final Pattern MEMBER_NAME = Pattern.compile("[a-z][a-z0-9_]*");

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "schema-type",
              "A schema without a type becomes Object in Java. That is only correct for any value:"
                  + " use no compositions and no other keywords.",
              SchemaRules::untyped),
          new Rule(
              "bare-reference",
              "OpenAPI 3.0 ignores siblings of $ref.",
              SchemaRules::referencesWithSiblings),
          new Rule(
              "schema-example",
              "Tests and documentation use the examples.",
              SchemaRules::withoutExample),
          new Rule(
              "free-form-object",
              "An object without properties needs additionalProperties: true to become a map.",
              SchemaRules::vagueObjects),
          new Rule(
              "no-mixed-properties",
              "With additionalProperties, the generator would turn the class into a map; models"
                  + " preserve unknown fields anyway.",
              SchemaRules::mixedProperties),
          new Rule(
              "known-required",
              "A required property that does not exist is probably a typo.",
              SchemaRules::unknownRequired),
          new Rule(
              "required-is-not-null",
              "The getter of a required field in a response never returns null.",
              SchemaRules::nullableRequired),
          new Rule(
              "free-alias",
              "An alias that is also a property would be read into two fields.",
              SchemaRules::takenAliases),
          new Rule(
              "presence-flag",
              "x-presence generates isX(), which reports whether a field is present: the field has"
                  + " to be optional, and X must not be a field.",
              SchemaRules::wrongPresenceFlags),
          new Rule(
              "bytes-are-int64",
              "A recording of 2 GiB does not fit into an int.",
              SchemaRules::narrowByteSizes),
          new Rule(
              "fps-is-an-integer",
              "The API returns fps as an integer in some responses and as a number in others; an"
                  + " integer reads both.",
              SchemaRules::otherFps),
          new Rule(
              "secret-is-a-password",
              "toString() and error messages hide only fields with format: password.",
              SchemaRules::bareSecrets),
          new Rule(
              "error-is-text",
              "The wording of an error differs from response to response, so it is a plain string.",
              SchemaRules::otherErrorTexts));

  private static Stream<Node> untyped(Document document) {
    return document
        .schemas()
        .filter(schema -> !schema.isReference() && schema.get("type").text().isEmpty())
        .filter(schema -> !isAnyValue(schema) && !isWrappedReference(schema));
  }

  /** Whether a schema wraps a reference in {@code allOf} to add extensions. */
  private static boolean isWrappedReference(Node schema) {
    return schema.get("allOf").items().count() == 1
        && schema.get("allOf").get(0).isReference()
        && schema
            .members()
            .allMatch(each -> each.key().equals("allOf") || each.key().startsWith("x-"));
  }

  private static boolean isAnyValue(Node schema) {
    return !schema.has("type")
        && schema
            .members()
            .allMatch(each -> ANY_VALUE.contains(each.key()) || each.key().startsWith("x-"));
  }

  private static Stream<Node> referencesWithSiblings(Document document) {
    return document
        .schemas()
        .filter(schema -> schema.isReference() && schema.members().count() > 1);
  }

  private static Stream<Node> withoutExample(Document document) {
    return document.namedSchemas().filter(schema -> !schema.has("example"));
  }

  private static Stream<Node> vagueObjects(Document document) {
    return document
        .schemas()
        .filter(schema -> schema.get("type").is("object") && !schema.has("properties"))
        .filter(schema -> !schema.get("additionalProperties").is(true));
  }

  private static Stream<Node> mixedProperties(Document document) {
    return document
        .schemas()
        .filter(schema -> schema.has("properties") && schema.has("additionalProperties"))
        .map(schema -> schema.get("additionalProperties"));
  }

  private static Stream<Node> unknownRequired(Document document) {
    return document
        .schemas()
        .flatMap(
            schema ->
                schema
                    .get("required")
                    .items()
                    .filter(name -> !schema.get("properties").has(name.text())));
  }

  private static Stream<Node> nullableRequired(Document document) {
    return document.receivedSchemas().stream()
        .flatMap(
            schema ->
                schema.get("required").texts().stream()
                    .map(name -> schema.get("properties").get(name)))
        .filter(property -> document.resolve(property).get("nullable").is(true));
  }

  private static Stream<Node> takenAliases(Document document) {
    return document
        .schemas()
        .map(schema -> schema.get("properties"))
        .flatMap(
            properties ->
                properties
                    .members()
                    .flatMap(property -> property.get("x-aliases").items())
                    .filter(alias -> alias.text().isBlank() || properties.has(alias.text())));
  }

  private static Stream<Node> wrongPresenceFlags(Document document) {
    return document
        .schemas()
        .flatMap(
            schema ->
                schema
                    .get("properties")
                    .members()
                    .filter(property -> property.has("x-presence"))
                    .filter(
                        property ->
                            schema.get("required").texts().contains(property.key())
                                || !isFreeName(property.get("x-presence").text(), schema)))
        .map(property -> property.get("x-presence"));
  }

  private static boolean isFreeName(String name, Node schema) {
    return MEMBER_NAME.matcher(name).matches() && !schema.get("properties").has(name);
  }

  private static Stream<Node> narrowByteSizes(Document document) {
    return document
        .schemas()
        .flatMap(schema -> schema.get("properties").members())
        .filter(property -> property.key().contains("bytes"))
        .filter(
            property -> property.get("type").is("integer") && !property.get("format").is("int64"));
  }

  private static Stream<Node> otherFps(Document document) {
    return properties(document, "fps")
        .filter(
            property ->
                property.get("type").is("number")
                    || (property.get("type").is("integer") && property.has("enum")));
  }

  private static Stream<Node> bareSecrets(Document document) {
    return document
        .namedSchemas()
        .flatMap(
            schema ->
                schema
                    .get("properties")
                    .members()
                    .filter(property -> property.get("type").is("string"))
                    .filter(property -> isSecret(schema, property))
                    .filter(property -> !property.get("format").is("password")));
  }

  private static boolean isSecret(Node schema, Node property) {
    return SECRETS.stream().anyMatch(secret -> secret.is(schema, property));
  }

  /** Finds types other than a plain string; only in {@code ErrorBody} must it be a string. */
  private static Stream<Node> otherErrorTexts(Document document) {
    Node ours = document.namedSchema("ErrorBody").get("properties").get("error");
    return properties(document, "error")
        .filter(
            property ->
                property.get("type").is("string")
                    ? Stream.of("enum", "pattern", "format").anyMatch(property::has)
                    : property.path().equals(ours.path()));
  }

  private static Stream<Node> properties(Document document, String name) {
    return document
        .schemas()
        .map(schema -> schema.get("properties"))
        .filter(properties -> properties.has(name))
        .map(properties -> properties.get(name));
  }

  /** A property that is a secret in every schema with a matching name. */
  private record Secret(String property, Pattern schemas) {
    boolean is(Node schema, Node candidate) {
      return candidate.key().equals(property) && schemas.matcher(schema.key()).matches();
    }
  }

  private SchemaRules() {}
}
