package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.SecurityReader;
import io.github.videorooms.openapi.tool.incoming.SemanticEquality;
import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares one operation of the vendor's with what it was, carries over what its schemas do not
 * say, and sends the walk through those.
 */
final class OperationMerge {
  private final OurDocument document;
  private final OperationImport imports;
  private final ChangeCollector changes;
  private final ParameterMerge parameters;
  private final ContentMerge content;
  private final List<OperationPair> pairs;

  OperationMerge(
      OurDocument document,
      OperationImport imports,
      ChangeCollector changes,
      SchemaWalk walk,
      List<OperationPair> pairs) {
    this.document = document;
    this.imports = imports;
    this.changes = changes;
    this.parameters = new ParameterMerge(document, imports, changes, walk, pairs);
    this.content = new ContentMerge(document, imports, changes, walk, pairs);
    this.pairs = pairs;
  }

  /** Carries over what became of an operation that there was. */
  void apply(OperationPair pair) {
    Operation base = pair.base();
    Operation theirs = pair.theirs();
    Operation ours = pair.ours();
    if (base == null) {
      return;
    }
    if (theirs == null) {
      changes.add(
          Kind.OPERATION,
          ours == null ? base.id() : ours.id(),
          "operation removed",
          base.line(),
          "",
          pair.name(),
          Severity.BREAKING,
          ours == null ? Decision.ALREADY : remove(ours));
    } else if (ours == null) {
      absent(pair, base, theirs);
    } else {
      compare(pair, base, theirs, ours);
    }
  }

  private Decision remove(Operation ours) {
    if (pairs.stream().anyMatch(each -> each.theirs() != null && each.ours() == ours)) {
      return Decision.simplified("ours stays, for the other operation at this address");
    }
    Map<String, @Nullable Object> item = Tree.object(document.paths().get(ours.path()));
    item.remove(ours.method());
    if (item.isEmpty()) {
      document.paths().remove(ours.path());
    }
    return Decision.APPLIED;
  }

  /** One that was left out before is tried again when something about it changed. */
  private void absent(OperationPair pair, Operation base, Operation theirs) {
    if (!SemanticEquality.operations(base, theirs)) {
      changes.add(
          Kind.OPERATION,
          base.id(),
          "operation changed",
          "",
          "",
          pair.name(),
          Severity.ADDITIVE,
          imports.add(theirs, tag(theirs)));
    }
  }

  /** Adds an operation that there was not. */
  void addNew(OperationPair pair) {
    Operation theirs = pair.theirs();
    if (theirs == null || pair.base() != null) {
      return;
    }
    changes.add(
        Kind.OPERATION,
        theirs.id(),
        "new operation",
        "",
        theirs.line(),
        pair.name(),
        Severity.ADDITIVE,
        pair.ours() == null ? imports.add(theirs, tag(theirs)) : Decision.ALREADY);
  }

  /**
   * The tag of ours for the nearest operation that has the same tag with the vendor, or a new one.
   */
  private String tag(Operation theirs) {
    String nearest = "";
    int longest = -1;
    for (OperationPair each : pairs) {
      Operation their = each.theirs();
      Operation our = each.ours();
      if (their != null && our != null && their.tag().equals(theirs.tag())) {
        int length = common(their.path(), theirs.path());
        nearest = length > longest ? our.tag() : nearest;
        longest = Math.max(longest, length);
      }
    }
    return nearest.isEmpty()
        ? Identifier.words(theirs.tag().isEmpty() ? "Video" : theirs.tag())
        : nearest;
  }

  private static int common(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
  }

  private void compare(OperationPair pair, Operation base, Operation theirs, Operation ours) {
    String name = pair.name();
    parameters.parameters(name, base, theirs, ours);
    content.bodies(name, base, theirs, ours);
    content.responses(name, base, theirs, ours);
    credentials(name, base, theirs, ours);
    boolean said = !base.servers().isEmpty() && !theirs.servers().isEmpty();
    if (said && !hosts(base).equals(hosts(theirs))) {
      changes.add(
          Kind.SERVER,
          "servers",
          "servers",
          base.servers(),
          theirs.servers(),
          name,
          hosts(theirs).containsAll(hosts(base)) ? Severity.ADDITIVE : Severity.BREAKING,
          Decision.notApplied("the client's address comes from the name of a space"));
    }
    flags(name, base, theirs, ours);
  }

  /** The servers of an operation: their case, and the names of their variables, say nothing. */
  private static Set<String> hosts(Operation operation) {
    return operation.servers().stream()
        .map(each -> Operation.structure(each).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private void flags(String name, Operation base, Operation theirs, Operation ours) {
    boolean deprecated = isDeprecated(theirs);
    if (isDeprecated(base) != deprecated) {
      if (deprecated) {
        ours.raw().put("deprecated", true);
      } else {
        ours.raw().remove("deprecated");
      }
      changes.add(
          Kind.OPERATION,
          ours.id(),
          deprecated ? "is deprecated now" : "is no longer deprecated",
          "",
          "",
          name,
          Severity.ADDITIVE,
          Decision.APPLIED);
    }
    Set<String> words = new LinkedHashSet<>(base.vocabulary().keySet());
    words.addAll(theirs.vocabulary().keySet());
    for (String each : words) {
      String before = base.vocabulary().getOrDefault(each, "");
      String after = theirs.vocabulary().getOrDefault(each, "");
      if (!before.equals(after)) {
        changes.add(
            Kind.OPERATION,
            ours.id(),
            each,
            before,
            after,
            name,
            before.isEmpty() ? Severity.ADDITIVE : Severity.BREAKING,
            Decision.notApplied("not a keyword that the client understands; look it up"));
      }
    }
  }

  private static boolean isDeprecated(Operation operation) {
    return Boolean.TRUE.equals(operation.raw().get("deprecated"));
  }

  private void credentials(String name, Operation base, Operation theirs, Operation ours) {
    if (base.security().equals(theirs.security())) {
      return;
    }
    boolean basic = theirs.security().contains(SecurityReader.BASIC);
    boolean none = theirs.security().contains("none");
    changes.add(
        Kind.SECURITY,
        "credentials",
        "credentials",
        base.security(),
        theirs.security(),
        name,
        basic || none ? Severity.ADDITIVE : Severity.BREAKING,
        basic || none
            ? Decision.harmless("the client goes on with HTTP Basic")
            : imports.secure(theirs, ours));
  }
}
