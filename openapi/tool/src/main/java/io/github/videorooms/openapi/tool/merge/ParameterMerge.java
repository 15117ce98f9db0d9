package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import io.github.videorooms.openapi.tool.incoming.SemanticEquality;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Merges the parameters of an operation. */
final class ParameterMerge extends PartMerge {
  ParameterMerge(Context context, String name, Operation base, Operation theirs, Operation ours) {
    super(context, name, base, theirs, ours);
  }

  void apply() {
    Set<String> keys = new LinkedHashSet<>(base.parameters().keySet());
    keys.addAll(theirs.parameters().keySet());
    for (String key : keys) {
      Parameter before = base.parameters().get(key);
      Parameter after = theirs.parameters().get(key);
      Parameter our = ours.parameters().get(key);
      if (before != null && after != null) {
        both(key, before, after, our);
      } else if (after != null) {
        added(key, after, our);
      } else if (before != null) {
        removed(key, before, our);
      }
    }
  }

  private void added(String key, Parameter after, @Nullable Parameter our) {
    carryOver(
        Kind.PARAMETER,
        ours.id() + ", " + after.in() + " " + after.name(),
        after.required() ? "new required parameter" : "new parameter",
        "",
        after.use().schema(),
        breakingIf(after.required()),
        each -> isSame(after, each.parameters().get(key)),
        () -> our != null ? Decision.ALREADY : context.imports().addParameter(theirs, after, ours));
  }

  private static boolean isSame(Parameter one, @Nullable Parameter other) {
    return other != null
        && one.required() == other.required()
        && one.encoding().equals(other.encoding())
        && SemanticEquality.uses(one.use(), other.use());
  }

  private void removed(String key, Parameter before, @Nullable Parameter our) {
    carryOver(
        Kind.PARAMETER,
        ours.id() + ", " + before.in() + " " + before.name(),
        "parameter removed",
        before.use().schema(),
        "",
        Severity.BREAKING,
        each -> !each.parameters().containsKey(key),
        () -> our == null ? Decision.ALREADY : remove(our));
  }

  private Decision remove(Parameter our) {
    if (our.in().equals("path")) {
      return Decision.notApplied("the parameter is part of the path");
    }
    List<@Nullable Object> parameters = ours.raw().get("parameters").list();
    parameters.removeIf(each -> our.original().value() == each);
    if (parameters.isEmpty()) {
      ours.raw().remove("parameters");
    }
    return Decision.APPLIED;
  }

  private void both(String key, Parameter before, Parameter after, @Nullable Parameter our) {
    String component = our == null ? "" : context.document().nameOf(our.raw());
    String place =
        component.isEmpty() ? ours.id() + ", " + after.in() + " " + after.name() : component;
    if (OperationImport.isSendable(after) && (our != null || OperationImport.isSendable(before))) {
      sendable(key, place, before, after, our);
    } else if (!isSame(before, after) || isDeprecated(before) != isDeprecated(after)) {
      carryOver(
          Kind.PARAMETER,
          place,
          "parameter changed",
          text(before),
          text(after),
          Severity.BREAKING,
          agrees(key, each -> isSame(after, each)),
          () ->
              our == null
                  ? context.imports().addParameter(theirs, after, ours)
                  : Decision.notApplied("the client cannot send it this way"));
    }
  }

  private static boolean isDeprecated(Parameter parameter) {
    return parameter.use().flag("deprecated");
  }

  private static String text(Parameter parameter) {
    return parameter.use().schema()
        + (parameter.encoding().isEmpty() ? "" : " (" + parameter.encoding() + ")");
  }

  /** Returns whether a parameter passes a test; true for operations without that parameter. */
  private static Predicate<Operation> agrees(String key, Predicate<Parameter> test) {
    return each -> !each.parameters().containsKey(key) || test.test(each.parameters().get(key));
  }

  private void sendable(
      String key, String place, Parameter before, Parameter after, @Nullable Parameter our) {
    Decision absent = Decision.notApplied("video.yaml has no such parameter");
    boolean required = after.required();
    if (before.required() != required) {
      carryOver(
          Kind.REQUIRED,
          place,
          requiredText(required),
          "",
          "",
          breakingIf(required),
          agrees(key, each -> each.required() == required),
          () -> our == null ? absent : require(our, required));
    }
    if (!before.encoding().equals(after.encoding())) {
      carryOver(
          Kind.PARAMETER,
          place,
          "serialization changed",
          before.encoding(),
          after.encoding(),
          Severity.BREAKING,
          agrees(key, each -> each.encoding().equals(after.encoding())),
          () -> our == null ? absent : OperationImport.encode(our, after));
    }
    context
        .walk()
        .from(
            name,
            Direction.SENT,
            our == null
                ? Place.nowhere(place)
                : new Place(place, our.raw(), "schema", our.use(), null),
            before.use(),
            after.use());
  }

  private static Decision require(Parameter our, boolean required) {
    if (our.required() == required) {
      return Decision.ALREADY;
    }
    our.raw().set("required", required);
    return Decision.APPLIED;
  }
}
