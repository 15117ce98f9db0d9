package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.SecurityReader;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Merges the credentials, the servers, the deprecation and the keywords of an operation. */
final class PropertyMerge extends PartMerge {
  PropertyMerge(Context context, String name, Operation base, Operation theirs, Operation ours) {
    super(context, name, base, theirs, ours);
  }

  void apply() {
    credentials();
    boolean named = !base.servers().isEmpty() && !theirs.servers().isEmpty();
    if (named && !hosts(base).equals(hosts(theirs))) {
      report(
          Kind.SERVER,
          "servers",
          "servers",
          base.servers(),
          theirs.servers(),
          breakingIf(!hosts(theirs).containsAll(hosts(base))),
          Decision.notApplied("the client derives the host from the name of the space"));
    }
    deprecation();
    keywords();
  }

  /** Returns the servers in a form without case and names of variables, which do not matter. */
  static Set<String> hosts(Operation operation) {
    return operation.servers().stream()
        .map(each -> Operation.structure(each).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private void keywords() {
    Set<String> words = new LinkedHashSet<>(base.vocabulary().keySet());
    words.addAll(theirs.vocabulary().keySet());
    for (String each : words) {
      String before = base.vocabulary().getOrDefault(each, "");
      String after = theirs.vocabulary().getOrDefault(each, "");
      if (!before.equals(after)) {
        report(
            Kind.OPERATION,
            ours.id(),
            each,
            before,
            after,
            breakingIf(!before.isEmpty()),
            Decision.notApplied(
                "the client does not understand this keyword; check what it means"));
      }
    }
  }

  private void deprecation() {
    boolean deprecated = theirs.raw().flag("deprecated");
    if (base.raw().flag("deprecated") == deprecated) {
      return;
    }
    carryOver(
        Kind.OPERATION,
        ours.id(),
        deprecated ? "is now deprecated" : "is no longer deprecated",
        "",
        "",
        Severity.ADDITIVE,
        each -> each.raw().flag("deprecated") == deprecated,
        () -> {
          ours.raw().set("deprecated", deprecated);
          return Decision.APPLIED;
        });
  }

  private void credentials() {
    if (base.security().equals(theirs.security())) {
      return;
    }
    carryOver(
        Kind.SECURITY,
        "credentials",
        "credentials",
        base.security(),
        theirs.security(),
        breakingIf(!isServed(theirs)),
        each -> isServed(each) == isServed(theirs),
        this::secure);
  }

  /** Whether the operation accepts the credentials that the client sends. */
  static boolean isServed(Operation operation) {
    return operation.security().contains(SecurityReader.BASIC)
        || operation.security().contains("none");
  }

  private Decision secure() {
    if (!isServed(theirs)) {
      return context.imports().secure(theirs, ours);
    }
    if (!isServed(ours)) {
      ours.raw().remove("security");
      return Decision.APPLIED;
    }
    return Decision.harmless("the client continues to use HTTP Basic");
  }
}
