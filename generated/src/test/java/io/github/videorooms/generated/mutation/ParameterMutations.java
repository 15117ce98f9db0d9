package io.github.videorooms.generated.mutation;

import static io.github.videorooms.generated.mutation.Kind.DEFAULT;
import static io.github.videorooms.generated.mutation.Kind.DOCUMENTATION;
import static io.github.videorooms.generated.mutation.Kind.FORMAT;
import static io.github.videorooms.generated.mutation.Kind.LIMIT;
import static io.github.videorooms.generated.mutation.Kind.PARAMETER;
import static io.github.videorooms.generated.mutation.Kind.REQUIRED;
import static io.github.videorooms.generated.mutation.Kind.TYPE;
import static io.github.videorooms.generated.mutation.Mutation.of;
import static io.github.videorooms.generated.mutation.Mutations.yaml;
import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import java.util.List;

/** Mutations of parameters. */
final class ParameterMutations {
  static List<Mutation> all() {
    return List.of(
        of(
            PARAMETER,
            "new in a query",
            ADDITIVE,
            ADDITIVE,
            tree ->
                parameters(tree, "list_rooms")
                    .add(yaml("{name: archived, in: query, schema: {type: boolean}}"))),
        of(
            PARAMETER,
            "new and required in a query",
            BREAKING,
            ADDITIVE,
            tree ->
                parameters(tree, "list_rooms")
                    .add(
                        yaml("{name: region, in: query, required: true, schema: {type: string}}"))),
        of(
            PARAMETER,
            "first of a query",
            ADDITIVE,
            BREAKING,
            tree ->
                parameters(tree, "delete_room")
                    .add(yaml("{name: at_once, in: query, schema: {type: boolean}}"))),
        of(
            PARAMETER,
            "removed from a query",
            BREAKING,
            BREAKING,
            tree -> parameters(tree, "list_rooms").remove(1)),
        of(
            PARAMETER,
            "last of a query removed",
            BREAKING,
            BREAKING,
            tree -> parameters(tree, "get_room").remove(1)),
        of(
            PARAMETER,
            "shared one renamed",
            BREAKING,
            BREAKING,
            tree -> tree.parameter("PageToken").put("name", "cursor")),
        of(
            PARAMETER,
            "from the query to a header",
            BREAKING,
            BREAKING,
            tree -> tree.parameter("MediaTtl").put("in", "header")),
        of(
            PARAMETER,
            "new header",
            ADDITIVE,
            BREAKING,
            tree ->
                tree.operation("create_room")
                    .put(
                        "parameters",
                        List.of(yaml("{name: X-Trace, in: header, schema: {type: string}}")))),
        of(
            PARAMETER,
            "new header that is required",
            BREAKING,
            BREAKING,
            tree ->
                tree.operation("create_room")
                    .put(
                        "parameters",
                        List.of(
                            yaml(
                                "{name: X-Trace, in: header, required: true, schema: {type:"
                                    + " string}}")))),
        of(
            PARAMETER,
            "another serialization style",
            NONE,
            NONE,
            tree -> tree.parameter("CreatedOn").put("style", "spaceDelimited")),
        of(
            PARAMETER,
            "one more in the path",
            BREAKING,
            BREAKING,
            tree -> {
              Tree.rename(
                  tree.object("paths"), "/api/video/logs/{id}", "/api/video/{region}/logs/{id}");
              parameters(tree, "get_log")
                  .add(0, yaml("{name: region, in: path, required: true, schema: {type: string}}"));
            }),
        of(
            TYPE,
            "of a query parameter",
            BREAKING,
            BREAKING,
            tree -> tree.parameter("IncludeDeleted").put("schema", yaml("type: string"))),
        of(
            TYPE,
            "of a parameter in the path",
            BREAKING,
            BREAKING,
            tree -> tree.parameter("VideoLogId").put("schema", yaml("type: integer"))),
        of(
            TYPE,
            "of a query parameter, enumeration to string",
            ADDITIVE,
            BREAKING,
            tree ->
                tree.parameter("SessionStatusIs")
                    .put("schema", yaml("{type: string, nullable: true}"))),
        of(
            FORMAT,
            "of a query parameter, wider",
            ADDITIVE,
            BREAKING,
            tree ->
                tree.object("components", "parameters", "PageSize", "schema")
                    .put("format", "int64")),
        of(
            FORMAT,
            "of a parameter in the path, wider",
            ADDITIVE,
            NONE,
            tree -> tree.object("components", "parameters", "StreamId", "schema").remove("format")),
        of(
            FORMAT,
            "of a parameter in the path, narrower",
            BREAKING,
            NONE,
            tree ->
                tree.object("components", "parameters", "ConferenceId", "schema")
                    .put("format", "uuid")),
        of(
            FORMAT,
            "of one operation that takes another shared parameter",
            ADDITIVE,
            NONE,
            tree ->
                parameters(tree, "update_room")
                    .set(0, yaml("$ref: \"#/components/parameters/RoomIdOrName\""))),
        of(
            LIMIT,
            "of a query parameter, lower maximum",
            BREAKING,
            NONE,
            tree ->
                tree.object("components", "parameters", "PageSize", "schema").put("maximum", 200)),
        of(
            LIMIT,
            "of a query parameter, higher maximum",
            ADDITIVE,
            NONE,
            tree ->
                tree.object("components", "parameters", "PageSize", "schema").put("maximum", 5000)),
        of(
            REQUIRED,
            "query parameter",
            BREAKING,
            NONE,
            tree -> tree.parameter("StartsAfter").put("required", true)),
        of(
            DEFAULT,
            "of a query parameter",
            NONE,
            NONE,
            tree ->
                tree.object("components", "parameters", "PageSize", "schema").put("default", 50)),
        of(
            DOCUMENTATION,
            "description of a parameter",
            NONE,
            NONE,
            tree -> tree.parameter("PageSize").put("description", "How many.")));
  }

  private static List<Object> parameters(Tree tree, String operation) {
    return Tree.listIn(tree.operation(operation), "parameters");
  }

  private ParameterMutations() {}
}
