package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Base class of the merges of one part of an operation that all three documents have. */
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

  /** Reports a change without modifying our document. */
  void report(
      Kind kind,
      String place,
      String text,
      Object before,
      Object after,
      Severity wire,
      Decision decision) {
    context.report(kind, place, text, before, after, name, wire, () -> decision);
  }

  /**
   * Applies a change. Several of the vendor's operations may correspond to one of ours: the change
   * is made once, and only if all of them agree with it.
   *
   * @param holds whether one of the vendor's operations agrees with the change
   * @param make modifies our document
   */
  void carryOver(
      Kind kind,
      String place,
      String text,
      Object before,
      Object after,
      Severity wire,
      Predicate<Operation> holds,
      Supplier<Decision> make) {
    context.report(
        kind,
        place,
        text,
        before,
        after,
        name,
        wire,
        () ->
            context.isShared(ours, holds)
                ? context.once(List.of(ours.line(), place, text), make)
                : Decision.OTHER_OPERATION);
  }

  static Severity breakingIf(boolean breaks) {
    return breaks ? Severity.BREAKING : Severity.ADDITIVE;
  }

  static String requiredText(boolean required) {
    return required ? "is now required" : "is now optional";
  }

  /**
   * The state that the merges of all operations share.
   *
   * @param pending reports to make after the walk has started from every operation: only then is it
   *     known which of our schemas correspond to the vendor's
   * @param decided the outcomes of changes that several operations have in common
   */
  record Context(
      Document document,
      List<OperationPair> pairs,
      SchemaWalk walk,
      SchemaImport schemas,
      OperationImport imports,
      ChangeCollector changes,
      List<Runnable> pending,
      Map<List<String>, Decision> decided) {
    /**
     * Reads our document into its comparable form and pairs its operations with the vendor's.
     * Before that, a shared parameter is inlined if the vendor changed it for some operations only.
     */
    static Context of(Document document, Api base, Api theirs, ChangeCollector changes) {
      SplitParameters.apply(document, OperationPair.of(base, theirs, ApiReader.read(document)));
      List<OperationPair> pairs = OperationPair.of(base, theirs, ApiReader.read(document));
      SchemaMapping mapping = new SchemaMapping(document);
      SchemaImport schemas = new SchemaImport(document, mapping);
      OperationImport imports = new OperationImport(document, schemas);
      pairs.forEach(imports::note);
      return new Context(
          document,
          pairs,
          new SchemaWalk(document, mapping),
          schemas,
          imports,
          changes,
          new ArrayList<>(),
          new HashMap<>());
    }

    void report(
        Kind kind,
        String place,
        String text,
        Object before,
        Object after,
        String operation,
        Severity wire,
        Supplier<Decision> decision) {
      pending.add(
          () -> changes.add(kind, place, text, before, after, operation, wire, decision.get()));
    }

    /** Makes the pending reports. */
    void runPending() {
      pending.forEach(Runnable::run);
      pending.clear();
    }

    /** Returns the decision for a key; it is made on the first call. */
    Decision once(List<String> key, Supplier<Decision> decision) {
      Decision known = decided.get(key);
      if (known == null) {
        known = decision.get();
        decided.put(key, known);
      }
      return known;
    }

    /**
     * Whether a condition holds for all of the vendor's operations that correspond to one of ours.
     */
    boolean isShared(Operation ours, Predicate<Operation> holds) {
      return pairs.stream()
          .filter(each -> each.ours() == ours)
          .map(OperationPair::theirs)
          .allMatch(each -> each == null || holds.test(each));
    }
  }
}
