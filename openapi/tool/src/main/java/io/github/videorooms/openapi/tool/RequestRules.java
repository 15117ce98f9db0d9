package io.github.videorooms.openapi.tool;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about requests, and about the extensions that relate them to responses. */
final class RequestRules {
  private static final String REQUEST = "x-request";
  private static final String BUILT_FROM = "x-built-from";
  private static final String FALLBACK = "x-fallback";
  private static final String UPDATE_REQUEST = "x-update-request";

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "no-request-default",
              "The generated request would send the default, and an update would reset fields that"
                  + " the caller did not set.",
              RequestRules::defaults),
          new Rule(
              "request-mark",
              "Only schemas with x-request get the checks and the optional fields of a request.",
              RequestRules::wrongRequestFlags),
          new Rule(
              "update-pair",
              "toUpdateRequest() is generated from x-update-request and x-built-from, which have to"
                  + " refer to each other.",
              RequestRules::halfPairs),
          new Rule(
              "built-from-fields",
              "toUpdateRequest() copies every field from one with the same name and type in the"
                  + " response; fields without one need x-not-copied: true.",
              RequestRules::fieldsWithoutSource),
          new Rule(
              "fallback",
              "If a field has no value, toUpdateRequest() sends the one that x-fallback names: a"
                  + " field of the response with the same type.",
              RequestRules::wrongFallbacks));

  private static Stream<Node> defaults(Document document) {
    return document.sentSchemas().stream()
        .filter(schema -> schema.has("default"))
        .map(schema -> schema.get("default"));
  }

  private static Stream<Node> wrongRequestFlags(Document document) {
    Set<String> requests = document.requestNames();
    return document
        .namedSchemas()
        .filter(schema -> schema.get(REQUEST).is(true) != requests.contains(schema.key()))
        .map(schema -> schema.get(REQUEST));
  }

  private static Stream<Node> halfPairs(Document document) {
    return Stream.concat(
        halfPairs(document, UPDATE_REQUEST, BUILT_FROM),
        halfPairs(document, BUILT_FROM, UPDATE_REQUEST));
  }

  private static Stream<Node> halfPairs(Document document, String one, String other) {
    return document
        .namedSchemas()
        .filter(schema -> schema.has(one))
        .filter(schema -> !document.namedSchema(schema.get(one).text()).get(other).is(schema.key()))
        .map(schema -> schema.get(one));
  }

  private static Stream<Node> fieldsWithoutSource(Document document) {
    return document
        .namedSchemas()
        .filter(request -> request.has(BUILT_FROM))
        .flatMap(
            request -> {
              Node source = document.namedSchema(request.get(BUILT_FROM).text());
              return request
                  .get("properties")
                  .members()
                  .filter(
                      field ->
                          Document.sameType(field, source.get("properties").get(field.key()))
                              == field.get("x-not-copied").is(true));
            });
  }

  private static Stream<Node> wrongFallbacks(Document document) {
    return document
        .namedSchemas()
        .filter(schema -> schema.has(BUILT_FROM))
        .flatMap(
            schema -> {
              Node source = document.namedSchema(schema.get(BUILT_FROM).text()).get("properties");
              return schema
                  .get("properties")
                  .members()
                  .filter(field -> field.has(FALLBACK))
                  .filter(
                      field -> !Document.sameType(field, source.get(field.get(FALLBACK).text())))
                  .map(field -> field.get(FALLBACK));
            });
  }

  private RequestRules() {}
}
