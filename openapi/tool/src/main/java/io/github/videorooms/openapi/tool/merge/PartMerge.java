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

  /** Reports a change that leaves our document as it is. */
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
   * Carries a change over. Several operations of the vendor's may be one for us: the change is made
   * once, and only if it holds for all of them.
   *
   * @param holds whether an operation of the vendor's agrees with the change
   * @param make changes our document
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
    return required ? "is required now" : "is optional now";
  }

  /**
   * What the merges of all operations share.
   *
   * @param pending reports that are made once the walk has started from every operation: only then
   *     it is known which schemas of ours correspond to the vendor's
   * @param decided what became of changes that several operations have in common
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
     * Reads our document into the form in which it is compared, here and nowhere else, and pairs
     * its operations with those of the vendor's. A shared parameter is split before that where the
     * vendor changed it for some operations only.
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

    /** Makes the reports that have waited. */
    void runPending() {
      pending.forEach(Runnable::run);
      pending.clear();
    }

    /** Decides what several reports have in common. */
    Decision once(List<String> key, Supplier<Decision> decision) {
      Decision known = decided.get(key);
      if (known == null) {
        known = decision.get();
        decided.put(key, known);
      }
      return known;
    }

    /** Whether something holds for all of the vendor's operations that are one for us. */
    boolean isShared(Operation ours, Predicate<Operation> holds) {
      return pairs.stream()
          .filter(each -> each.ours() == ours)
          .map(OperationPair::theirs)
          .allMatch(each -> each == null || holds.test(each));
    }
  }
}
