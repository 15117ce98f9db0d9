package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import io.github.videorooms.openapi.tool.Node;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares where requests go and which credentials they carry. */
final class AccessComparison {
  private static final String HAND_WRITTEN =
      "Address and credentials are hand-written in the client: no generated line tells.";

  private final List<Change> changes;

  AccessComparison(List<Change> changes) {
    this.changes = changes;
  }

  /** Compares what two documents say about both. */
  void compare(Node before, Node after) {
    alternatives(Kind.SECURITY, "document", before.get("security"), after.get("security"));
    alternatives(Kind.SERVER, "document", before.get("servers"), after.get("servers"));
  }

  /** Compares what operations say themselves; what one leaves out it has from its document. */
  void compare(Endpoint before, Endpoint after) {
    for (Kind kind : List.of(Kind.SECURITY, Kind.SERVER)) {
      String key = kind == Kind.SECURITY ? "security" : "servers";
      if (before.node().has(key) || after.node().has(key)) {
        alternatives(kind, before.name(), before.orInherited(key), after.orInherited(key));
      }
    }
  }

  /** Compares the schemes that credentials follow. */
  void compareSchemes(Node before, Node after) {
    Stream.concat(before.members(), after.members())
        .map(Node::key)
        .distinct()
        .filter(name -> !Objects.equals(plain(before.get(name)), plain(after.get(name))))
        .forEach(
            name ->
                Change.of(Kind.SECURITY, "security scheme " + name, text(before, after, name))
                    .because(HAND_WRITTEN)
                    .addTo(changes, before.has(name) ? BREAKING : ADDITIVE, NONE));
  }

  private static String text(Node before, Node after, String name) {
    if (!before.has(name)) {
      return "new";
    }
    return after.has(name) ? "changed" : "removed";
  }

  /** A client that used one of several ways goes on as long as that one is left. */
  private void alternatives(Kind kind, String where, Node before, Node after) {
    List<String> old = before.items().map(AccessComparison::plain).collect(Collectors.toList());
    List<String> now = after.items().map(AccessComparison::plain).collect(Collectors.toList());
    if (old.equals(now)) {
      return;
    }
    boolean kept = !old.isEmpty() && (now.containsAll(old) || isFree(after));
    Change.of(kind, where, kind == Kind.SECURITY ? "credentials" : "servers")
        .from(old.toString())
        .to(now.toString())
        .because(HAND_WRITTEN)
        .addTo(changes, kept ? ADDITIVE : BREAKING, NONE);
  }

  private static boolean isFree(Node security) {
    return security.key().equals("security")
        && security.items().allMatch(each -> each.members().findAny().isEmpty());
  }

  /** What the node says apart from prose. */
  private static String plain(Node node) {
    if (node.isObject()) {
      return node.members()
          .filter(member -> !Prose.KEYS.contains(member.key()))
          .map(member -> member.key() + ": " + plain(member))
          .sorted()
          .collect(Collectors.joining(", "));
    }
    return node.isList()
        ? node.items().map(AccessComparison::plain).collect(Collectors.toList()).toString()
        : String.valueOf(node.value());
  }
}
