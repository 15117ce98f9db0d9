package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.DocumentTree;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads which credentials operations ask for, whatever the document calls them. */
public final class SecurityReader {
  /** HTTP Basic, which is what the client sends. */
  public static final String BASIC = "HTTP Basic";

  /** What is known of any other scheme, in the base. */
  static final String DESCRIBED = "x-described";

  private final Map<String, @Nullable Object> root;
  private final Map<String, @Nullable Object> schemes;
  private final References references;

  SecurityReader(Map<String, @Nullable Object> root) {
    this.root = root;
    this.schemes = DocumentTree.object(root, "components", "securitySchemes");
    this.references = new References(root);
  }

  /** The alternatives, of which one is enough; none if the operation asks for nothing. */
  Set<String> of(Map<String, @Nullable Object> operation) {
    Object asked =
        operation.containsKey("security") ? operation.get("security") : root.get("security");
    Set<String> alternatives = new TreeSet<>();
    for (@Nullable Object way : DocumentTree.list(asked)) {
      Set<String> together = new TreeSet<>();
      DocumentTree.object(way).keySet().forEach(name -> together.add(described(name)));
      alternatives.add(together.isEmpty() ? "none" : String.join(" and ", together));
    }
    return alternatives.isEmpty() ? Set.of(asked == null ? BASIC : "none") : alternatives;
  }

  /** A name without a definition is taken for the credentials that there were until now. */
  private String described(String name) {
    Map<String, @Nullable Object> scheme =
        new LinkedHashMap<>(
            DocumentTree.object(
                references.resolve(schemes.get(name), "components.securitySchemes." + name)));
    boolean basic =
        scheme.isEmpty()
            || ("http".equals(scheme.get("type"))
                && "basic".equalsIgnoreCase(DocumentTree.text(scheme.get("scheme"))));
    scheme.remove("bearerFormat");
    scheme.computeIfPresent("scheme", (key, text) -> String.valueOf(text).toLowerCase(Locale.ROOT));
    String known = DocumentTree.text(scheme.get(DESCRIBED));
    return basic ? BASIC : known.isEmpty() ? LimitKeywords.text(scheme) : known;
  }
}
