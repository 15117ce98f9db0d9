package io.github.videorooms.openapi.tool.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Lint;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests changes of two vendor operations that are one in our document: getting a room by id and by
 * name.
 */
class OperationsAtOneAddressTest {
  private static final List<String> PATHS =
      List.of("/api/video/rooms/{id}", "/api/video/rooms/{name}");

  private final Map<String, Object> ours = MergeDocuments.OURS;
  private final Map<String, Object> vendor = MergeDocuments.VENDOR;
  private final Deviations deviations = MergeDocuments.DEVIATIONS;

  static Stream<Arguments> edits() {
    return Stream.of(
        edit("new parameter", add("{name: verbose, in: query, schema: {type: boolean}}")),
        edit(
            "new required parameter",
            add("{name: verbose, in: query, required: true, schema: {type: boolean}}")),
        edit("new header", add("{name: X-Verbose, in: header, schema: {type: boolean}}")),
        edit("parameter that others have", add("{name: page_size, in: query, schema: PAGE}")),
        edit("header called as a query parameter", add("{name: id, in: header, schema: PAGE}")),
        edit("parameter removed", node -> parameters(node).remove(1)),
        edit("parameter required", node -> parameter(node).put("required", true)),
        edit("parameter deprecated", node -> parameter(node).put("deprecated", true)),
        edit(
            "schema of a parameter deprecated",
            node -> Node.of(parameter(node)).child("schema").object().put("deprecated", true)),
        edit("parameter of another type", schema("{type: string}")),
        edit("parameter of several values", schema("{type: array, items: {type: string}}")),
        edit("operation deprecated", node -> node.put("deprecated", true)),
        edit("other credentials", node -> node.put("security", yaml("a: [{other: []}]").get("a"))),
        edit("error removed", node -> responses(node).remove("404")),
        // The name of the schema and the description of the response are lost.
        lasting("other status", node -> move(responses(node), "200", "203")),
        lasting("text only", node -> move(content(node), "application/json", "text/plain")),
        lasting("no content", node -> Node.of(node).get("responses", "200").object().clear()),
        lasting(
            "redirect",
            node -> {
              responses(node).remove("200");
              responses(node).put("302", yaml("headers: {Location: {schema: {type: string}}}"));
            }));
  }

  private static Arguments edit(String name, Consumer<Map<String, Object>> edit) {
    return Arguments.of(name, edit, true);
  }

  private static Arguments lasting(String name, Consumer<Map<String, Object>> edit) {
    return Arguments.of(name, edit, false);
  }

  private static Consumer<Map<String, Object>> add(String parameter) {
    return node ->
        parameters(node).add(yaml(parameter.replace("PAGE", "{type: integer, minimum: 1}")));
  }

  private static Consumer<Map<String, Object>> schema(String schema) {
    return node -> parameter(node).put("schema", yaml(schema));
  }

  private static void move(Map<String, Object> object, String from, String to) {
    object.put(to, object.remove(from));
  }

  private static Map<String, Object> yaml(String text) {
    return DocumentYaml.read(text);
  }

  private static List<Object> parameters(Map<String, Object> node) {
    return Node.of(node).get("parameters").list();
  }

  private static Map<String, Object> parameter(Map<String, Object> node) {
    return Node.of(parameters(node).get(1)).object();
  }

  private static Map<String, Object> responses(Map<String, Object> node) {
    return Node.of(node).get("responses").object();
  }

  private static Map<String, Object> content(Map<String, Object> node) {
    return Node.of(node).get("responses", "200", "content").object();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  void of_changeOfBoth_isAppliedOnce(
      String name, Consumer<Map<String, Object>> edit, boolean isUndone) {
    Map<String, Object> theirs = edited(edit, PATHS);

    DocumentMerge merge = merge(vendor, theirs, ours);

    assertThat(merge.changes())
        .isNotEmpty()
        .noneMatch(each -> each.note().contains("the other operation"))
        .allSatisfy(
            each ->
                assertThat(each.operations())
                    .containsExactlyInAnyOrder("get_room", "get_room_by_name"));
    assertThat(Lint.check(merge.document())).isEmpty();
    assertThat(DocumentDiff.between(ours, merge.document()).changes())
        .as("differences between our documents")
        .hasSameSizeAs(merge.changes());
    DocumentMerge back = merge(theirs, vendor, merge.document());
    assertThat(Lint.check(back.document())).isEmpty();
    if (isUndone) {
      assertThat(TreeDifferences.between(ours, back.document())).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  void of_changeOfOne_leavesOursUnchanged(String name, Consumer<Map<String, Object>> edit) {
    Map<String, Object> theirs = edited(edit, PATHS.subList(1, 2));

    DocumentMerge merge = merge(vendor, theirs, ours);

    assertThat(merge.changes())
        .isNotEmpty()
        .extracting(VendorChange::disposition)
        .containsOnly(Disposition.SIMPLIFIED);
    assertThat(merge.changes())
        .allSatisfy(each -> assertThat(each.operations()).containsExactly("get_room_by_name"));
    assertThat(TreeDifferences.between(ours, merge.document())).isEmpty();
    assertThat(TreeDifferences.between(ours, merge(theirs, vendor, ours).document())).isEmpty();
  }

  /** With the second change, both operations agree, and the change is applied. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  void of_changeOfOneThenOfTheOther_equalsAChangeOfBoth(
      String name, Consumer<Map<String, Object>> edit) {
    Map<String, Object> first = edited(edit, PATHS.subList(0, 1));
    Map<String, Object> second = edited(edit, PATHS);

    DocumentMerge half = merge(vendor, first, ours);

    assertThat(
            TreeDifferences.between(
                merge(vendor, second, ours).document(),
                merge(first, second, half.document()).document()))
        .isEmpty();
  }

  @Test
  void of_parametersOfOneNameThatDiffer_leavesOursUnchanged() {
    Map<String, Object> theirs = edited(add("{name: a, in: query, schema: {type: string}}"), PATHS);
    parameters(node(theirs, PATHS.get(1))).remove(2);
    add("{name: a, in: query, schema: {type: integer}}").accept(node(theirs, PATHS.get(1)));

    DocumentMerge merge = merge(vendor, theirs, ours);

    assertThat(merge.changes())
        .hasSize(2)
        .extracting(VendorChange::disposition)
        .containsOnly(Disposition.SIMPLIFIED);
    assertThat(TreeDifferences.between(ours, merge.document())).isEmpty();
  }

  @Test
  void of_newOperationsAtOnePath_becomeOne() {
    Map<String, Object> theirs = Trees.copy(vendor);
    for (String each : List.of("id", "name")) {
      Map<String, Object> node =
          yaml("{operationId: get_badge_by_" + each + ", tags: [Rooms], responses: {'204': {}}}");
      Node.of(theirs)
          .get("paths")
          .object()
          .put("/api/video/badges/{" + each + "}", Trees.of("get", node));
    }

    DocumentMerge merge = merge(vendor, theirs, ours);

    assertThat(merge.changes())
        .extracting(VendorChange::disposition)
        .containsExactly(Disposition.APPLIED, Disposition.SIMPLIFIED);
    assertThat(Node.of(merge.document()).get("paths", "/api/video/badges/{id}", "get").object())
        .containsEntry("operationId", "get_badge_by_id");
    assertThat(TreeDifferences.between(ours, merge(theirs, vendor, merge.document()).document()))
        .isEmpty();
  }

  private Map<String, Object> edited(Consumer<Map<String, Object>> edit, List<String> paths) {
    Map<String, Object> theirs = Trees.copy(vendor);
    Node.of(theirs)
        .get("components", "securitySchemes")
        .object()
        .put("other", yaml("{type: http, scheme: bearer}"));
    paths.forEach(each -> edit.accept(node(theirs, each)));
    return theirs;
  }

  private static Map<String, Object> node(Map<String, Object> document, String path) {
    return Node.of(document).get("paths", path, "get").object();
  }

  private DocumentMerge merge(
      Map<String, Object> base, Map<String, Object> theirs, Map<String, Object> into) {
    Set<String> known = Node.of(into).get("paths").object().keySet();
    Api before = ApiReader.read(Trees.copy(base), known);
    Api after = ApiReader.read(Trees.copy(theirs), known);
    return DocumentMerge.of(before, after, into, deviations);
  }
}
