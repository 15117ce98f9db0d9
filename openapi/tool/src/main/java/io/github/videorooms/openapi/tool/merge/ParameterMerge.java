package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.DocumentTree;
import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares and carries over the parameters of an operation. */
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
        both(before, after, our);
      } else if (after != null) {
        added(after, our);
      } else if (before != null) {
        removed(key, before, our);
      }
    }
  }

  private void added(Parameter after, @Nullable Parameter our) {
    report(
        Kind.PARAMETER,
        ours.id() + ", " + after.in() + " " + after.name(),
        after.required() ? "new required parameter" : "new parameter",
        "",
        after.use().schema(),
        breakingIf(after.required()),
        our != null ? Decision.ALREADY : context.imports().addParameter(theirs, after, ours));
  }

  private void removed(String key, Parameter before, @Nullable Parameter our) {
    report(
        Kind.PARAMETER,
        ours.id() + ", " + before.in() + " " + before.name(),
        "parameter removed",
        before.use().schema(),
        "",
        Severity.BREAKING,
        our == null
            ? Decision.ALREADY
            : another(each -> each.parameters().containsKey(key))
                ? Decision.simplified("ours stays, for the other operation at this address")
                : remove(our));
  }

  private Decision remove(Parameter our) {
    if (our.in().equals("path")) {
      return Decision.notApplied("it is part of the path");
    }
    DocumentTree.list(ours.raw().get("parameters")).removeIf(each -> our.original() == each);
    return Decision.APPLIED;
  }

  private void both(Parameter before, Parameter after, @Nullable Parameter our) {
    String component = our == null ? "" : context.document().nameOf(our.raw());
    String place =
        component.isEmpty() ? ours.id() + ", " + after.in() + " " + after.name() : component;
    Decision absent = Decision.notApplied("ours has no such parameter");
    boolean required = after.required();
    if (before.required() != required) {
      boolean already = our != null && our.required() == required;
      if (our != null) {
        DocumentTree.set(our.raw(), "required", required);
      }
      report(
          Kind.REQUIRED,
          place,
          requiredText(required),
          breakingIf(required),
          our == null ? absent : already ? Decision.ALREADY : Decision.APPLIED);
    }
    if (!before.encoding().equals(after.encoding())
        && !before.encoding().isEmpty()
        && !after.encoding().isEmpty()) {
      report(
          Kind.PARAMETER,
          place,
          "is written another way",
          before.encoding(),
          after.encoding(),
          Severity.BREAKING,
          our == null ? absent : context.imports().encode(our.raw(), after));
    }
    deprecation(Kind.PARAMETER, place, before.raw(), after.raw(), our == null ? null : our.raw());
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
}
