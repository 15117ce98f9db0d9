package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Collects the imports of a resource class. */
final class Imports {
  private static final Pattern NAME = Pattern.compile("(?<![\\w.\"])[A-Z]\\w*");
  private static final String CHECK = "requireNonNull";

  /** The keys of a method whose values are code rather than comments. */
  private static final Set<String> CODE =
      Set.of(
          "type", "futureType", "request", "declaration", "call", "statements", "pages", "modify");

  private static final Map<String, String> LIBRARIES =
      Map.of(
          "BigDecimal", "java.math",
          "Instant", "java.time",
          "LocalDate", "java.time",
          "List", "java.util",
          "Map", "java.util",
          "CompletableFuture", "java.util.concurrent",
          "Consumer", "java.util.function",
          "RequestBody", "okhttp3",
          "ResponseBody", "okhttp3",
          "Nullable", "org.jspecify.annotations");

  private final Document document;
  private final Map<String, String> packages = new HashMap<>(LIBRARIES);
  private final SortedSet<String> names = new TreeSet<>();
  private boolean checks;

  Imports(Document document) {
    this.document = document;
  }

  void addInterface(String api, List<OperationView> operations) {
    String name = "io.github.videorooms.api." + api;
    names.add(name);
    operations.stream()
        .filter(OperationView::hasQuery)
        .map(OperationView::queryType)
        .forEach(query -> packages.put(query, name));
  }

  void addAll(Map<String, Object> method) {
    CODE.forEach(key -> add(String.valueOf(method.get(key))));
    checks |= Boolean.TRUE.equals(method.get("modify"));
  }

  private void add(String code) {
    checks |= code.contains(CHECK + "(");
    NAME.matcher(code)
        .results()
        .map(name -> name.group())
        .forEach(
            name -> {
              if (packages.containsKey(name)) {
                names.add(packages.get(name) + "." + name);
              } else if (document.isNamedSchema(document.namedSchema(name))
                  && document.namedSchema(name).isObject()) {
                names.add("io.github.videorooms.model." + name);
              }
            });
  }

  List<String> staticNames() {
    return checks ? List.of("java.util.Objects." + CHECK) : List.of();
  }

  List<String> names() {
    return List.copyOf(names);
  }
}
