package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentTree;
import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The merge of one part of an operation that both documents of the vendor's have, and ours. */
abstract class PartMerge {
  final Context context;
  final String name;
  final Operation base;
  final Operation theirs;
  final Operation ours;

  PartMerge(Context context, String name, Operation base, Operation theirs, Operation ours) {
    this.context = context;
    this.name = name;
    this.base = base;
    this.theirs = theirs;
    this.ours = ours;
  }

  /** Reports a change that has no values before and after. */
  void report(Kind kind, String place, String text, Severity wire, Decision decision) {
    report(kind, place, text, "", "", wire, decision);
  }

  void report(
      Kind kind,
      String place,
      String text,
      Object before,
      Object after,
      Severity wire,
      Decision decision) {
    context.changes().add(kind, place, text, before, after, name, wire, decision);
  }

  /** Whether another operation of the vendor's that is the same for us passes a test. */
  boolean another(Predicate<Operation> test) {
    return context.pairs().stream()
        .filter(each -> each.ours() == ours && each.theirs() != null && each.theirs() != theirs)
        .anyMatch(each -> test.test(each.theirs()));
  }

  static Severity breakingIf(boolean breaks) {
    return breaks ? Severity.BREAKING : Severity.ADDITIVE;
  }

  static String requiredText(boolean required) {
    return required ? "is required now" : "is optional now";
  }

  /** Carries over whether something is deprecated. */
  void deprecation(
      Kind kind,
      String place,
      Map<String, @Nullable Object> before,
      Map<String, @Nullable Object> after,
      @Nullable Map<String, @Nullable Object> our) {
    boolean deprecated = DocumentTree.flag(after, "deprecated");
    if (DocumentTree.flag(before, "deprecated") == deprecated) {
      return;
    }
    if (our != null) {
      DocumentTree.set(our, "deprecated", deprecated);
    }
    report(
        kind,
        place,
        deprecated ? "is deprecated now" : "is no longer deprecated",
        Severity.ADDITIVE,
        our == null ? Decision.notApplied("ours has no such parameter") : Decision.APPLIED);
  }

  /** What the merges of all operations share. */
  record Context(
      Document document,
      OperationImport imports,
      ChangeCollector changes,
      SchemaWalk walk,
      List<OperationPair> pairs) {}
}
