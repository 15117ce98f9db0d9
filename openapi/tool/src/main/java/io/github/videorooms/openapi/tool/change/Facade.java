package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import io.github.videorooms.openapi.tool.ApiDiff;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hand-written client, as its API listing and the table of operations tell of it. */
final class Facade {
  private static final String PACKAGE = "io.github.videorooms.";
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([^`]+)` \\| `[^`]*` \\| `(\\w+)\\(\\)\\.(\\w+)` \\|");
  private static final Pattern ACCESSOR =
      Pattern.compile("public " + PACKAGE.replace(".", "\\.") + "(\\w+) (\\w+)\\(\\)");
  private static final Pattern METHOD = Pattern.compile("(\\w+)\\(");

  private final SortedMap<String, Set<String>> listing;
  private final Map<String, String> resourceByOperation = new TreeMap<>();
  private final Map<String, Set<String>> methodsByOperation = new TreeMap<>();
  private final Map<String, String> classByAccessor = new TreeMap<>();

  Facade(String apiListing, String operationsTable) {
    this.listing = ApiDiff.linesByType(apiListing);
    for (Matcher row = ROW.matcher(operationsTable); row.find(); ) {
      resourceByOperation.put(row.group(1), row.group(2));
      methodsByOperation.computeIfAbsent(row.group(1), id -> new TreeSet<>()).add(row.group(3));
    }
    for (String line : listing.getOrDefault(PACKAGE + "Video", Set.of())) {
      Matcher accessor = ACCESSOR.matcher(line);
      if (accessor.find()) {
        classByAccessor.put(accessor.group(2), accessor.group(1));
      }
    }
  }

  boolean isKnown() {
    return !resourceByOperation.isEmpty();
  }

  boolean reaches(String operation) {
    return resourceByOperation.containsKey(operation);
  }

  /** What carries an operation out, such as {@code rooms().get, rooms().getByName}; or "". */
  String callsOf(String operation) {
    return methodsByOperation.getOrDefault(operation, Set.of()).stream()
        .map(method -> resourceByOperation.get(operation) + "()." + method)
        .collect(joining(", "));
  }

  /** The accessor that has the other operations of an interface, or the one to make. */
  String accessorFor(Endpoint endpoint, List<Endpoint> all) {
    return all.stream()
        .filter(other -> other.apis().equals(endpoint.apis()) && reaches(other.id()))
        .map(other -> resourceByOperation.getOrDefault(other.id(), ""))
        .findFirst()
        .orElse(JavaName.member(endpoint.tag().toLowerCase(Locale.ROOT)));
  }

  /** The class that an accessor returns, or the one to make. */
  String classOf(String accessor) {
    return classByAccessor.getOrDefault(accessor, "Video" + JavaName.type(accessor));
  }

  boolean hasAccessor(String accessor) {
    return classByAccessor.containsKey(accessor);
  }

  /** The methods whose signature names one of the models, by their class. */
  SortedMap<String, Set<String>> methodsWith(Set<String> models) {
    SortedMap<String, Set<String>> methods = new TreeMap<>();
    List<Pattern> names =
        models.stream()
            .map(model -> Pattern.compile("\\.model\\." + Pattern.quote(model) + "\\b"))
            .collect(toList());
    listing.forEach(
        (type, lines) -> {
          Set<String> found =
              lines.stream()
                  .skip(1)
                  .filter(line -> names.stream().anyMatch(name -> name.matcher(line).find()))
                  .flatMap(line -> METHOD.matcher(line).results().limit(1))
                  .map(method -> method.group(1))
                  .collect(toCollection(TreeSet::new));
          if (!found.isEmpty()) {
            methods.put(type.substring(type.lastIndexOf('.') + 1), found);
          }
        });
    return methods;
  }
}
