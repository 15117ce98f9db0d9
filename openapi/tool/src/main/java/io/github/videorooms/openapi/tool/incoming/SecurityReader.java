package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads which credentials operations require, independent of the names of security schemes. */
public final class SecurityReader {
  /** HTTP Basic, the only scheme that the client supports. */
  public static final String BASIC = "HTTP Basic";

  /** The extension of the base that describes any other scheme. */
  static final String DESCRIBED = "x-described";

  private final Node root;
  private final References references;

  SecurityReader(Node root, References references) {
    this.root = root;
    this.references = references;
  }

  /** Returns the alternative requirements, or {@code none} if no credentials are required. */
  Set<String> of(Node operation) {
    Node asked = (operation.has("security") ? operation : root).get("security");
    Set<String> alternatives =
        asked.items().map(this::together).collect(Collectors.toCollection(TreeSet::new));
    return alternatives.isEmpty() ? Set.of(asked.exists() ? "none" : BASIC) : alternatives;
  }

  private String together(Node requirement) {
    Set<String> together = new TreeSet<>();
    requirement.names().forEach(name -> together.add(described(name)));
    return together.isEmpty() ? "none" : String.join(" and ", together);
  }

  /** Describes a scheme; one without a definition is assumed to be HTTP Basic. */
  private String described(String name) {
    Node definition = references.resolve(root.get("components", "securitySchemes", name));
    Map<String, @Nullable Object> scheme = new LinkedHashMap<>(definition.object());
    boolean basic =
        scheme.isEmpty()
            || (definition.get("type").is("http")
                && definition.get("scheme").text().equalsIgnoreCase("basic"));
    scheme.remove("bearerFormat");
    scheme.computeIfPresent("scheme", (key, text) -> String.valueOf(text).toLowerCase(Locale.ROOT));
    String known = definition.get(DESCRIBED).text();
    return basic ? BASIC : known.isEmpty() ? LimitKeywords.text(Node.of(scheme)) : known;
  }
}
