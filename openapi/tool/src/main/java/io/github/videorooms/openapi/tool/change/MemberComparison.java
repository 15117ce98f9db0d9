package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;

import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares the members of an object: which there are, and which of them have to be there. */
final class MemberComparison {
  private final Sides sides;
  private final SchemaComparison schemas;
  private final List<Change> changes;

  MemberComparison(Sides sides, SchemaComparison schemas, List<Change> changes) {
    this.sides = sides;
    this.schemas = schemas;
    this.changes = changes;
  }

  void compare(String where, Node before, Node after, Direction direction, Severity java) {
    List<String> taken = new ArrayList<>();
    before
        .get("properties")
        .members()
        .filter(member -> !after.get("properties").has(member.key()))
        .forEach(member -> gone(where, member, after, direction, taken));
    after
        .get("properties")
        .members()
        .filter(member -> !taken.contains(member.key()))
        .forEach(
            member -> {
              if (before.get("properties").has(member.key())) {
                kept(where, before, after, member, direction);
              } else {
                added(where, after, member, direction);
              }
            });
    freeMembers(where, before, after, direction, java);
  }

  private void kept(String where, Node before, Node after, Node member, Direction direction) {
    String place = where + "." + member.key();
    schemas.compare(place, before.get("properties").get(member.key()), member, direction);
    boolean required = isRequired(after, member.key());
    if (required != isRequired(before, member.key())) {
      Change.of(Kind.REQUIRED, place, required ? "is required now" : "is optional now")
          .because(reasonOfFlip(required, after, member))
          .addTo(changes, required ? direction.narrowed() : direction.widened(), BREAKING);
    }
  }

  private String reasonOfFlip(boolean required, Node schema, Node member) {
    String type = JavaType.of(sides.after(), member);
    String primitive = primitive(type);
    String form =
        primitive.isEmpty()
            ? ""
            : " "
                + (required ? type : primitive)
                + " becomes "
                + (required ? primitive : type)
                + ".";
    if (!required) {
      return "The getter may give null from now on." + form;
    }
    return (schema.get("x-request").is(true)
            ? "build() fails without it."
            : "The builder's method no longer takes null.")
        + form;
  }

  private static String primitive(String type) {
    switch (type) {
      case "Boolean":
        return "boolean";
      case "Integer":
        return "int";
      case "Long":
        return "long";
      default:
        return "";
    }
  }

  private void added(String where, Node schema, Node member, Direction direction) {
    boolean required = isRequired(schema, member.key());
    boolean demanded = required && direction.isSent();
    boolean checked = required && schema.get("x-request").is(true);
    Change.of(
            Kind.PROPERTY,
            where + "." + member.key(),
            required ? "new required field" : "new field")
        .to(Described.schema(member))
        .because(checked ? "build() fails without it." : "")
        .addTo(
            changes, demanded ? BREAKING : direction.compatible(), checked ? BREAKING : ADDITIVE);
  }

  /** A field that went; if a new one reads its old name, it only has another name. */
  private void gone(
      String where, Node member, Node after, Direction direction, List<String> taken) {
    Change.Draft change =
        after
            .get("properties")
            .members()
            .filter(other -> other.get("x-aliases").texts().contains(member.key()))
            .filter(other -> !other.get("x-aliases").is(member.get("x-aliases").value()))
            .findFirst()
            .map(
                other -> {
                  taken.add(other.key());
                  return Change.of(Kind.PROPERTY, where, "field renamed")
                      .from(member.key())
                      .to(other.key());
                })
            .orElseGet(
                () ->
                    Change.of(Kind.PROPERTY, where + "." + member.key(), "field removed")
                        .from(Described.schema(member)));
    change.addTo(changes, direction.changed(), BREAKING);
  }

  private void freeMembers(
      String where, Node before, Node after, Direction direction, Severity java) {
    Node one = before.get("additionalProperties");
    Node other = after.get("additionalProperties");
    if (one.isObject() && other.isObject()) {
      schemas.compare(where + ".*", one, other, direction);
    } else if (!Objects.equals(one.value(), other.value())) {
      boolean classBecomesMap = before.has("properties") && (isOpen(one) || isOpen(other));
      Change.of(Kind.ADDITIONAL_PROPERTIES, where, "additionalProperties")
          .from(Described.valueOrNone(before, "additionalProperties"))
          .to(Described.valueOrNone(after, "additionalProperties"))
          .addTo(changes, severity(one, other, direction), classBecomesMap ? BREAKING : java);
    }
  }

  private static boolean isOpen(Node additionalProperties) {
    return additionalProperties.is(true) || additionalProperties.isObject();
  }

  private static Severity severity(Node before, Node after, Direction direction) {
    if (after.is(false) || before.is(true)) {
      return direction.narrowed();
    }
    return before.is(false) || after.is(true) ? direction.widened() : direction.changed();
  }

  private static boolean isRequired(Node schema, String name) {
    return schema.get("required").texts().contains(name);
  }
}
