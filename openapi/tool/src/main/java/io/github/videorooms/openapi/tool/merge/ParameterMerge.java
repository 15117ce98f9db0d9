package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares and carries over the parameters of an operation. */
final class ParameterMerge {
  private final OurDocument document;
  private final OperationImport imports;
  private final ChangeCollector changes;
  private final SchemaWalk walk;
  private final List<OperationPair> pairs;

  ParameterMerge(
      OurDocument document,
      OperationImport imports,
      ChangeCollector changes,
      SchemaWalk walk,
      List<OperationPair> pairs) {
    this.document = document;
    this.imports = imports;
    this.changes = changes;
    this.walk = walk;
    this.pairs = pairs;
  }

  void parameters(String name, Operation base, Operation theirs, Operation ours) {
    Set<String> keys = new LinkedHashSet<>(base.parameters().keySet());
    keys.addAll(theirs.parameters().keySet());
    for (String key : keys) {
      Parameter before = base.parameters().get(key);
      Parameter after = theirs.parameters().get(key);
      Parameter our = ours.parameters().get(key);
      if (before != null && after != null) {
        parameter(name, before, after, our, ours);
      } else if (after != null) {
        boolean required = after.required();
        List<String> losses = new ArrayList<>();
        Decision decision =
            our != null ? Decision.ALREADY : imports.addParameter(theirs, after, ours, losses);
        changes.add(
            Kind.PARAMETER,
            ours.id() + ", " + after.in() + " " + after.name(),
            required ? "new required parameter" : "new parameter",
            "",
            after.use().schema(),
            name,
            required ? Severity.BREAKING : Severity.ADDITIVE,
            decision);
      } else if (before != null) {
        changes.add(
            Kind.PARAMETER,
            ours.id() + ", " + before.in() + " " + before.name(),
            "parameter removed",
            before.use().schema(),
            "",
            name,
            Severity.BREAKING,
            our == null
                ? Decision.ALREADY
                : OperationPair.another(
                        pairs, theirs, ours, each -> each.parameters().containsKey(key))
                    ? Decision.simplified("ours stays, for the other operation at this address")
                    : removed(ours, our));
      }
    }
  }

  private static Decision removed(Operation ours, Parameter our) {
    if (our.in().equals("path")) {
      return Decision.notApplied("it is part of the path");
    }
    Tree.list(ours.raw().get("parameters")).removeIf(each -> our.original() == each);
    return Decision.APPLIED;
  }

  private void parameter(
      String name, Parameter before, Parameter after, @Nullable Parameter our, Operation ours) {
    String component = our == null ? "" : document.nameOf(our.raw());
    String place =
        component.isEmpty() ? ours.id() + ", " + after.in() + " " + after.name() : component;
    if (before.required() != after.required()) {
      boolean required = after.required();
      boolean already = our != null && our.required() == required;
      if (our != null && !already) {
        if (required) {
          our.raw().put("required", true);
        } else {
          our.raw().remove("required");
        }
      }
      changes.add(
          Kind.REQUIRED,
          place,
          required ? "is required now" : "is optional now",
          "",
          "",
          name,
          required ? Severity.BREAKING : Severity.ADDITIVE,
          our == null
              ? Decision.notApplied("ours has no such parameter")
              : already ? Decision.ALREADY : Decision.APPLIED);
    }
    if (!before.encoding().equals(after.encoding())
        && !before.encoding().isEmpty()
        && !after.encoding().isEmpty()) {
      changes.add(
          Kind.PARAMETER,
          place,
          "is written another way",
          before.encoding(),
          after.encoding(),
          name,
          Severity.BREAKING,
          our == null
              ? Decision.notApplied("ours has no such parameter")
              : imports.encode(our.raw(), after));
    }
    deprecation(name, place, before.raw(), after.raw(), our == null ? null : our.raw());
    walk.from(
        name,
        Direction.SENT,
        our == null ? Place.nowhere(place) : new Place(place, our.raw(), "schema", our.use(), null),
        before.use(),
        after.use());
  }

  private void deprecation(
      String name,
      String place,
      Map<String, @Nullable Object> before,
      Map<String, @Nullable Object> after,
      @Nullable Map<String, @Nullable Object> our) {
    Object flag = after.get("deprecated");
    if (Boolean.TRUE.equals(before.get("deprecated")) == Boolean.TRUE.equals(flag)) {
      return;
    }
    if (our != null) {
      if (Boolean.TRUE.equals(flag)) {
        our.put("deprecated", true);
      } else {
        our.remove("deprecated");
      }
    }
    changes.add(
        Kind.PARAMETER,
        place,
        Boolean.TRUE.equals(flag) ? "is deprecated now" : "is no longer deprecated",
        "",
        "",
        name,
        Severity.ADDITIVE,
        our == null ? Decision.notApplied("ours has no such parameter") : Decision.APPLIED);
  }
}
