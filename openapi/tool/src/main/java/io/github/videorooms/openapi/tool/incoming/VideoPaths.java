package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the paths of the Video API, whether their prefix is part of the paths or of the servers.
 */
final class VideoPaths {
  private static final Pattern SERVER = Pattern.compile("(?:[A-Za-z]+://[^/]*)?(/.*)?");

  private final Set<String> paths;
  private final String base;
  private final Set<String> known;

  VideoPaths(Node root, Set<String> known) {
    this.paths =
        root.get("paths").names().stream()
            .filter(each -> !each.startsWith("x-"))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    this.base = base(root);
    this.known = known.stream().map(Api.Operation::structure).collect(Collectors.toSet());
  }

  private static String base(Node root) {
    String url = root.get("servers").get(0).get("url").text();
    Matcher path = SERVER.matcher(url);
    return path.matches() && path.group(1) != null ? path.group(1).replaceAll("/+$", "") : "";
  }

  /** Returns the Video paths as the document writes them, each with its full path. */
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
    for (String path : paths) {
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
