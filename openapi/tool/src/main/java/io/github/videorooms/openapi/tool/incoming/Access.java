package io.github.videorooms.openapi.tool.incoming;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that their operations ask for. Where HTTP Basic will do, that is ours under
 * whatever name, and so is what a document names and does not define; anything else is taken over.
 */
final class Access {
  private static final String SECURITY = "security";
  private static final String SCHEMES = "securitySchemes";
  private static final String PROSE = "description";

  private final Map<String, @Nullable Object> root;
  private final Map<String, @Nullable Object> schemes;
  private final References references;

  Access(Map<String, @Nullable Object> root) {
    this.root = root;
    this.schemes = Tree.object(root, "components", SCHEMES);
    this.references = new References(root);
  }

  /** Adds to an operation of a draft what it asks for, and to the draft how that works. */
  void add(
      Map<String, @Nullable Object> operation, Map<String, @Nullable Object> node, Draft draft) {
    @Nullable Object asked = node.containsKey(SECURITY) ? node.get(SECURITY) : root.get(SECURITY);
    if (asked == null || Tree.list(asked).stream().anyMatch(this::isOurs)) {
      return;
    }
    operation.put(SECURITY, Tree.copy(asked));
    for (@Nullable Object way : Tree.list(asked)) {
      for (String name : Tree.object(way).keySet()) {
        Map<String, @Nullable Object> scheme = scheme(name);
        scheme.keySet().removeIf(key -> key.equals(PROSE) || key.startsWith("x-"));
        Tree.child(Tree.child(draft.tree(), "components"), SCHEMES).put(name, scheme);
      }
    }
  }

  private boolean isOurs(@Nullable Object way) {
    return !Tree.object(way).isEmpty()
        && Tree.object(way).keySet().stream()
            .map(this::scheme)
            .allMatch(
                scheme ->
                    scheme.isEmpty()
                        || ("http".equals(scheme.get("type"))
                            && "basic".equalsIgnoreCase(Tree.text(scheme.get("scheme")))));
  }

  private Map<String, @Nullable Object> scheme(String name) {
    String where = "components." + SCHEMES + "." + name;
    return Tree.copy(Tree.object(references.resolve(schemes.get(name), where)));
  }

  /** Adds how the credentials work that the draft asks for, in our words where we have some. */
  static void lay(Map<String, @Nullable Object> document, Draft theirs) {
    Map<String, @Nullable Object> added = Tree.object(theirs.tree(), "components", SCHEMES);
    added.forEach(
        (name, scheme) -> {
          Map<String, @Nullable Object> ours =
              Tree.child(Tree.child(document, "components"), SCHEMES);
          Map<String, @Nullable Object> laid = new LinkedHashMap<>(Tree.object(scheme));
          @Nullable Object words = Tree.object(ours.get(name)).get(PROSE);
          if (words != null) {
            laid.put(PROSE, words);
          }
          ours.put(name, laid);
        });
  }
}
