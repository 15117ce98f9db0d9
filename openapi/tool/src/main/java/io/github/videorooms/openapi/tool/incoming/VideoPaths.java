package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.DocumentTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paths of the Video API, whether the document writes all of an address in its paths or
 * the beginning in its servers.
 */
final class VideoPaths {
  private static final Pattern SERVER = Pattern.compile("(?:[A-Za-z]+://[^/]*)?(/.*)?");

  private final Map<String, @Nullable Object> paths;
  private final String base;
  private final Set<String> known;

  VideoPaths(Map<String, @Nullable Object> root, Set<String> known) {
    this.paths = DocumentTree.object(root.get("paths"));
    this.base = base(root);
    this.known = known.stream().map(Api.Operation::structure).collect(Collectors.toSet());
  }

  private static String base(Map<String, @Nullable Object> root) {
    List<@Nullable Object> servers = DocumentTree.list(root.get("servers"));
    String url =
        servers.isEmpty() ? "" : DocumentTree.text(DocumentTree.object(servers.get(0)).get("url"));
    Matcher path = SERVER.matcher(url);
    return path.matches() && path.group(1) != null ? path.group(1).replaceAll("/+$", "") : "";
  }

  /** The Video paths as the document writes them, with what each is in full. */
  Map<String, String> byOriginal() {
    return Stream.of("", base, "/api", "/api/video")
        .map(this::underPrefix)
        .filter(this::holdsKnown)
        .findFirst()
        .orElseGet(
            () ->
                Stream.of("", base)
                    .map(this::underPrefix)
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(Map.of()));
  }

  private Map<String, String> underPrefix(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String path : paths.keySet()) {
      String whole = prefix + (path.startsWith("/") ? path : "/" + path);
      String plain = whole.length() > 1 ? whole.replaceAll("/$", "") : whole;
      if (plain.startsWith(ApiReader.PREFIX)) {
        found.put(path, plain);
      }
    }
    return found;
  }

  private boolean holdsKnown(Map<String, String> found) {
    return found.values().stream().map(Api.Operation::structure).anyMatch(known::contains);
  }
}
