package io.github.videorooms.openapi.tool;

import io.github.videorooms.openapi.tool.generator.Content;
import io.github.videorooms.openapi.tool.generator.Lookup;
import io.github.videorooms.openapi.tool.generator.MethodNames;
import io.github.videorooms.openapi.tool.generator.TagName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about the extensions from which resource classes are generated. */
final class ResourceRules {
  private static final String ARGUMENTS = "x-arguments";
  private static final String ERROR_CODES = "x-error-codes";

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "class-of-a-tag",
              "Each tag becomes a class and an accessor, so tags have to differ in more than case"
                  + " and punctuation.",
              ResourceRules::tagsOfOneClass),
          new Rule(
              "method-name",
              "x-method is the method name of an operation in the class of its tag: an identifier"
                  + " in lower camel case that is unique in the class, also with Async appended.",
              ResourceRules::wrongMethods),
          new Rule(
              "lookup",
              "x-lookup needs an operation with one id in its path and a string field in its"
                  + " response to find the object by.",
              ResourceRules::wrongLookups),
          new Rule(
              "short-form",
              "x-arguments lists fields that replace the request as parameters: all required ones,"
                  + " and only existing ones.",
              ResourceRules::wrongShortForms),
          new Rule(
              "error-codes",
              "x-error-codes needs a short text per error code, which becomes Javadoc.",
              ResourceRules::codesWithoutReason));

  private static Stream<Node> tagsOfOneClass(Document document) {
    Map<String, String> tags = new HashMap<>();
    return document
        .operations()
        .flatMap(operation -> operation.get("tags").items())
        .filter(
            tag -> {
              String name = classOf(document, tag.text());
              return !tags.computeIfAbsent(name, each -> tag.text()).equals(tag.text());
            });
  }

  private static String classOf(Document document, String tag) {
    return TagName.of(tag).resource(document).toLowerCase(Locale.ROOT);
  }

  private static Stream<Node> wrongMethods(Document document) {
    Map<String, Set<String>> methods = new HashMap<>();
    return document
        .operations()
        .flatMap(
            operation -> {
              String tag = operation.get("tags").texts().stream().findFirst().orElse("");
              Set<String> ofClass =
                  methods.computeIfAbsent(classOf(document, tag), each -> new HashSet<>());
              return Stream.of(
                      operation.get(MethodNames.EXTENSION),
                      operation.get(MethodNames.LOOKUP).get("method"))
                  .filter(name -> name.key().equals(MethodNames.EXTENSION) || isLookup(operation))
                  .filter(name -> !ofClass.add(name.text()) || !MethodNames.isUsable(name.text()));
            });
  }

  private static boolean isLookup(Node operation) {
    return operation.has(MethodNames.LOOKUP);
  }

  private static Stream<Node> wrongLookups(Document document) {
    return document
        .operations()
        .filter(ResourceRules::isLookup)
        .filter(operation -> !Lookup.isPossible(document, operation))
        .map(operation -> operation.get(MethodNames.LOOKUP));
  }

  private static Stream<Node> wrongShortForms(Document document) {
    return document
        .operations()
        .filter(operation -> operation.has(ARGUMENTS))
        .filter(
            operation -> {
              Set<String> fields = operation.get(ARGUMENTS).texts();
              Node request = requestOf(document, operation);
              return fields.isEmpty()
                  || !fields.containsAll(request.get("required").texts())
                  || !fields.stream().allMatch(request.get("properties")::has);
            })
        .map(operation -> operation.get(ARGUMENTS));
  }

  private static Node requestOf(Document document, Node operation) {
    String type =
        Content.of(document, operation.get("requestBody")).map(Content::requestType).orElse("");
    return document.namedSchema(type);
  }

  private static Stream<Node> codesWithoutReason(Document document) {
    return document
        .operations()
        .flatMap(operation -> operation.get(ERROR_CODES).members())
        .filter(reason -> reason.text().isBlank());
  }

  private ResourceRules() {}
}
