package io.github.videorooms.generated.mutation;

import static io.github.videorooms.generated.mutation.Kind.DEFAULT;
import static io.github.videorooms.generated.mutation.Kind.ENUM;
import static io.github.videorooms.generated.mutation.Kind.LIMIT;
import static io.github.videorooms.generated.mutation.Mutation.of;
import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import java.util.Collections;
import java.util.List;

/** Mutations of limits, enumeration values and defaults. */
final class ValueMutations {
  static List<Mutation> all() {
    return List.of(
        of(
            LIMIT,
            "shorter text in a request",
            BREAKING,
            NONE,
            tree -> tree.property("CreateRoomRequest", "name").put("maxLength", 50)),
        of(
            LIMIT,
            "longer text in a request",
            ADDITIVE,
            NONE,
            tree -> tree.property("CreateRoomRequest", "name").put("maxLength", 200)),
        of(
            LIMIT,
            "higher minimum in a request",
            BREAKING,
            NONE,
            tree -> tree.property("CreateRoomRequest", "max_members").put("minimum", 2)),
        of(
            LIMIT,
            "no maximum in a request",
            ADDITIVE,
            NONE,
            tree -> tree.property("CreateRoomRequest", "max_members").remove("maximum")),
        of(
            LIMIT,
            "exclusive minimum in a request",
            BREAKING,
            NONE,
            tree ->
                tree.property("CreateRoomRequest", "max_members").put("exclusiveMinimum", true)),
        of(
            LIMIT,
            "the same number in another notation",
            NONE,
            NONE,
            tree -> tree.property("CreateRoomRequest", "max_members").put("maximum", 300.0)),
        of(
            LIMIT,
            "other pattern",
            BREAKING,
            NONE,
            tree -> tree.property("CreateRoomRequest", "name").put("pattern", "^[a-z]+$")),
        of(
            LIMIT,
            "no pattern",
            ADDITIVE,
            NONE,
            tree -> tree.property("CreateRoomRequest", "name").remove("pattern")),
        of(
            LIMIT,
            "in a response",
            ADDITIVE,
            NONE,
            tree -> tree.property("Room", "name").put("maxLength", 100)),
        of(
            LIMIT,
            "items of a list in a request",
            BREAKING,
            NONE,
            tree -> tree.property("CreateRoomTokenRequest", "permissions").put("maxItems", 5)),
        of(
            LIMIT,
            "no repetitions in a list",
            BREAKING,
            NONE,
            tree ->
                tree.property("CreateRoomTokenRequest", "permissions").put("uniqueItems", true)),
        of(
            LIMIT,
            "read only in a request",
            BREAKING,
            NONE,
            tree -> tree.property("CreateRoomRequest", "meta").put("readOnly", true)),
        of(
            LIMIT,
            "deprecated field",
            ADDITIVE,
            NONE,
            tree -> tree.property("Room", "fps").put("deprecated", true)),
        of(
            ENUM,
            "new value at the end",
            ADDITIVE,
            ADDITIVE,
            tree -> value(tree, "Layout", 13, "9x9", "LAYOUT_9X9")),
        of(
            ENUM,
            "new value at the start",
            ADDITIVE,
            ADDITIVE,
            tree -> value(tree, "Layout", 0, "9x9", "LAYOUT_9X9")),
        of(
            ENUM,
            "new value that is only sent",
            ADDITIVE,
            ADDITIVE,
            tree -> value(tree, "JoinAs", 2, "guest", "GUEST")),
        of(
            ENUM,
            "value removed that goes both ways",
            BREAKING,
            BREAKING,
            tree -> remove(tree, "Layout", 6)),
        of(
            ENUM,
            "value removed that is only received",
            ADDITIVE,
            BREAKING,
            tree -> remove(tree, "LogType", 0)),
        of(
            ENUM,
            "value removed that is only sent",
            BREAKING,
            BREAKING,
            tree -> remove(tree, "JoinAs", 0)),
        of(
            ENUM,
            "value renamed under its constant",
            BREAKING,
            NONE,
            tree -> Tree.listIn(tree.schema("Layout"), "enum").set(6, "five-up")),
        of(
            ENUM,
            "constant renamed",
            NONE,
            BREAKING,
            tree -> Tree.listIn(tree.schema("Layout"), "x-enum-varnames").set(6, "FIVE_UP")),
        of(
            ENUM,
            "order",
            NONE,
            NONE,
            tree -> {
              Collections.swap(Tree.listIn(tree.schema("Layout"), "enum"), 0, 1);
              Collections.swap(Tree.listIn(tree.schema("Layout"), "x-enum-varnames"), 0, 1);
            }),
        of(
            ENUM,
            "no longer an enumeration",
            ADDITIVE,
            BREAKING,
            tree -> {
              tree.schema("JoinAs").remove("enum");
              tree.schema("JoinAs").remove("x-enum-varnames");
            }),
        of(
            DEFAULT,
            "new in a request",
            NONE,
            NONE,
            tree -> tree.property("CreateRoomRequest", "max_members").put("default", 20)),
        of(
            DEFAULT,
            "of an enumeration",
            NONE,
            NONE,
            tree -> tree.schema("Quality").put("default", "720p")));
  }

  private static void value(Tree tree, String schema, int index, String value, String constant) {
    Tree.listIn(tree.schema(schema), "enum").add(index, value);
    Tree.listIn(tree.schema(schema), "x-enum-varnames").add(index, constant);
  }

  private static void remove(Tree tree, String schema, int index) {
    Tree.listIn(tree.schema(schema), "enum").remove(index);
    Tree.listIn(tree.schema(schema), "x-enum-varnames").remove(index);
  }

  private ValueMutations() {}
}
