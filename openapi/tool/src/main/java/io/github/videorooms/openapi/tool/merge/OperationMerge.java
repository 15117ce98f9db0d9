package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.SemanticEquality;
import java.util.List;
import java.util.function.Supplier;

/** Merges one operation: everything except its schemas, for which it starts the schema walk. */
final class OperationMerge {
  private final PartMerge.Context context;

  OperationMerge(PartMerge.Context context) {
    this.context = context;
  }

  /** Merges the changes of an operation that the base has. */
  void apply(OperationPair pair) {
    Operation base = pair.base();
    Operation theirs = pair.theirs();
    Operation ours = pair.ours();
    if (base == null) {
      return;
    }
    if (theirs == null) {
      report(
          pair,
          ours == null ? base.id() : ours.id(),
          "operation removed",
          base.line(),
          "",
          Severity.BREAKING,
          () -> ours == null ? Decision.ALREADY : remove(ours));
    } else if (ours == null) {
      absent(pair, base, theirs);
    } else {
      new ParameterMerge(context, pair.name(), base, theirs, ours).apply();
      new ContentMerge(context, pair.name(), base, theirs, ours).apply();
      new PropertyMerge(context, pair.name(), base, theirs, ours).apply();
    }
  }

  private Decision remove(Operation ours) {
    if (!context.isShared(ours, each -> false)) {
      return Decision.OTHER_OPERATION;
    }
    Node paths = context.document().root().get("paths");
    Node item = paths.get(ours.path());
    item.remove(ours.method());
    if (item.names().isEmpty()) {
      paths.remove(ours.path());
    }
    return Decision.APPLIED;
  }

  /** Retries an operation that was left out before, if it changed. */
  private void absent(OperationPair pair, Operation base, Operation theirs) {
    if (!SemanticEquality.operations(base, theirs)) {
      report(
          pair, base.id(), "operation changed", "", "", Severity.ADDITIVE, () -> add(pair, theirs));
    }
  }

  /** Adds an operation that the base does not have. */
  void addNew(OperationPair pair) {
    Operation theirs = pair.theirs();
    if (theirs == null || pair.base() != null) {
      return;
    }
    report(
        pair,
        theirs.id(),
        "new operation",
        "",
        theirs.line(),
        Severity.ADDITIVE,
        () -> add(pair, theirs));
  }

  private Decision add(OperationPair pair, Operation theirs) {
    if (pair.ours() != null) {
      return Decision.ALREADY;
    }
    List<String> address = List.of(theirs.address());
    boolean first = !context.decided().containsKey(address);
    Decision decision = context.once(address, () -> context.imports().add(theirs, tag(theirs)));
    return first || decision.disposition() == Disposition.NOT_APPLIED
        ? decision
        : Decision.simplified("merged with the other operation with this method and path");
  }

  private void report(
      OperationPair pair,
      String place,
      String text,
      String before,
      String after,
      Severity wire,
      Supplier<Decision> decision) {
    context.report(Kind.OPERATION, place, text, before, after, pair.name(), wire, decision);
  }

  /**
   * Returns our tag for the operation that shares the vendor's tag and has the most similar path,
   * or a new tag.
   */
  private String tag(Operation theirs) {
    String nearest = "";
    int longest = -1;
    for (OperationPair each : context.pairs()) {
      Operation their = each.theirs();
      Operation our = each.ours();
      if (their != null && our != null && their.tag().equals(theirs.tag())) {
        int length = KeyOrder.commonPrefix(their.path(), theirs.path());
        nearest = length > longest ? our.tag() : nearest;
        longest = Math.max(longest, length);
      }
    }
    return nearest.isEmpty()
        ? Identifier.words(theirs.tag().isEmpty() ? "Video" : theirs.tag())
        : nearest;
  }
}
