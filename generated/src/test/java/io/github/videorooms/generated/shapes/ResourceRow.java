package io.github.videorooms.generated.shapes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An operation, with the methods of its resource class.
 *
 * @param methods their parameters, in any order
 */
record ResourceRow(String name, String address, String operation, List<String> methods)
    implements Row {
  private static final String THING = "{$ref: '#/components/schemas/Thing'}";
  private static final String BODY = "content: {application/json: {schema: " + THING + "}}";
  private static final String QUERY = "{in: query, name: q, schema: {type: string}}";

  static List<Row> all() {
    return List.of(
        new ResourceRow(
            "resource: a request and a query",
            "post /a/{id}",
            "{parameters: ["
                + path("id")
                + ", "
                + QUERY
                + "],"
                + " requestBody: {required: true, "
                + BODY
                + "}}",
            List.of(
                "String, Consumer",
                "String, Consumer, Consumer",
                "String, Thing",
                "String, Thing, Query")),
        new ResourceRow(
            "resource: a request that may be left out",
            "post /a",
            "{requestBody: {" + BODY + "}}",
            List.of("", "Consumer", "Thing")),
        new ResourceRow(
            "resource: a request, a query, and all of it may be left out",
            "put /a",
            "{parameters: [" + QUERY + "], requestBody: {" + BODY + "}}",
            List.of("", "Consumer", "Consumer, Consumer", "Thing", "Thing, Query")),
        new ResourceRow(
            "resource: a field that replaces the request, and a header",
            "post /a/{id}",
            "{x-arguments: [name], parameters: ["
                + path("id")
                + ", {in: header, name: trace, schema: {type: string}}],"
                + " requestBody: {"
                + BODY
                + "}}",
            List.of(
                "String",
                "String, String",
                "String, String, String",
                "String, Consumer",
                "String, Consumer, String",
                "String, Thing",
                "String, Thing, String")),
        new ResourceRow(
            "resource: headers, one of which is needed",
            "get /a",
            "{deprecated: true, parameters: ["
                + "{in: header, name: one, required: true, schema: {type: integer}},"
                + "{in: header, name: two, schema: {type: string, format: date-time}}]}",
            List.of("Long", "Long, Instant")),
        new ResourceRow(
            "resource: parameters that are called as something in the class",
            "post /{api}/{calls}/{page}/{request}/{query}/{change}/{body}/{now}",
            "{parameters: ["
                + Stream.of("api", "calls", "page", "request", "query", "change", "body", "now")
                    .map(ResourceRow::path)
                    .collect(joining(", "))
                + "], requestBody: {required: true, content: {text/plain: {}}}}",
            List.of("String, String, String, String, String, String, String, String, String")),
        new ResourceRow(
            "resource: a redirect",
            "get /a/{id}",
            "{x-redirect: 302, parameters: ["
                + path("id")
                + "],"
                + " responses: {'302': {headers: {Location: {schema: {type: string}}}}}}",
            List.of("String")),
        new ResourceRow(
            "resource: a list with a request, a header and an enum in its path",
            "post /a/{c}",
            "{x-paged: true, parameters: [{in: path, name: c, required: true, schema: {$ref:"
                + " '#/components/schemas/Colour'}}, {in: header, name: h, schema: {}}, "
                + QUERY
                + "], requestBody: {required: true, "
                + BODY
                + "}, responses: {'200': {content:"
                + " {application/json: {schema: {$ref: '#/components/schemas/ThingList'}}}}}}",
            List.of(
                "Colour, Consumer",
                "Colour, Consumer, Object",
                "Colour, Consumer, Consumer",
                "Colour, Consumer, Consumer, Object",
                "Colour, Thing",
                "Colour, Thing, Object",
                "Colour, Thing, Query",
                "Colour, Thing, Query, Object")));
  }

  private static String path(String name) {
    return "{in: path, name: " + name + ", required: true, schema: {type: string}}";
  }

  @Override
  public void addTo(Map<String, Object> paths, Map<String, Object> schemas, int number) {
    Map<String, Object> node = new LinkedHashMap<>(DocumentYaml.read(operation));
    node.put("operationId", "do_resource_" + number);
    node.put("x-method", "carryOut");
    node.put("tags", List.of("Resource " + number));
    node.putIfAbsent("responses", Map.of("204", Map.of()));
    paths.put(
        "/" + number + address.replaceFirst(".* ", ""),
        Map.of(address.replaceFirst(" .*", ""), node));
  }

  @Override
  public void check(Classes classes, int number) throws Exception {
    Class<?> resource = classes.loader().loadClass("io.github.videorooms.VideoResource" + number);
    assertThat(resource.getDeclaredMethods())
        .filteredOn(method -> method.getName().equals("carryOut"))
        .extracting(method -> parameters(method, number))
        .containsExactlyInAnyOrderElementsOf(methods);
  }

  private static String parameters(Method method, int number) {
    return Stream.of(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(joining(", "))
        .replace("DoResource" + number + "Query", "Query");
  }

  @Override
  public String toString() {
    return name;
  }
}
