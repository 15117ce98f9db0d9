package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays operations of theirs over ours, and writes new ones as ours are written. */
final class OperationOver {
  private static final List<String> KEYS =
      List.of(
          "operationId",
          "x-reference",
          "tags",
          "deprecated",
          "summary",
          "description",
          "security",
          "parameters",
          "requestBody",
          "x-paged",
          "responses");

  private final Reusables parameters;
  private final Reusables responses;
  private final List<String> notes = new ArrayList<>();

  OperationOver(Map<String, @Nullable Object> document) {
    this.parameters = new Reusables("parameters", document);
    this.responses = new Reusables("responses", document);
  }

  /** What a reader of the page should know of beyond the differences. */
  List<String> notes() {
    return notes;
  }

  /** Looks at an operation before any is laid over. */
  void note(Map<String, @Nullable Object> raw, Operation ours, @Nullable Operation theirs) {
    List<@Nullable Object> written = Tree.list(raw.get("parameters"));
    for (int i = 0; i < written.size(); i++) {
      Map<String, @Nullable Object> our = Tree.object(ours.parameters().get(i));
      parameters.note(
          written.get(i), ours.path(), "", our, theirs == null ? null : same(theirs, our));
    }
    Map<String, @Nullable Object> theirResponses =
        theirs == null ? Map.of() : Tree.object(theirs.node().get("responses"));
    Tree.object(raw.get("responses"))
        .forEach(
            (status, response) ->
                responses.note(
                    response,
                    ours.path(),
                    status,
                    Tree.object(ours.node(), "responses", status),
                    theirResponses.containsKey(status)
                        ? Tree.object(theirResponses.get(status))
                        : null));
  }

  void settle() {
    parameters.settle();
    responses.settle();
  }

  private static @Nullable Map<String, @Nullable Object> same(
      Operation operation, Map<String, @Nullable Object> parameter) {
    return operation.parameters().stream()
        .map(Tree::object)
        .filter(
            each ->
                Objects.equals(each.get("name"), parameter.get("name"))
                    && Objects.equals(each.get("in"), parameter.get("in")))
        .findFirst()
        .orElse(null);
  }

  Map<String, @Nullable Object> of(
      Map<String, @Nullable Object> raw, Operation ours, Operation theirs) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>(raw);
    put(result, "deprecated", theirs.node().get("deprecated"));
    takeSecurity(result, theirs);
    put(result, "parameters", parameters(raw, ours, theirs));
    put(result, "requestBody", requestBody(raw, theirs));
    put(result, "responses", responses(raw, ours, theirs));
    return sorted(result);
  }

  private static void put(Map<String, @Nullable Object> node, String key, @Nullable Object value) {
    if (value == null || value.equals(List.of())) {
      node.remove(key);
    } else {
      node.put(key, value);
    }
  }

  /** An empty list stays: it says that no credentials are asked for. */
  private static void takeSecurity(Map<String, @Nullable Object> result, Operation theirs) {
    result.remove("security");
    if (theirs.node().containsKey("security")) {
      result.put("security", theirs.node().get("security"));
    }
  }

  private List<@Nullable Object> parameters(
      Map<String, @Nullable Object> raw, Operation ours, Operation theirs) {
    List<@Nullable Object> result = new ArrayList<>();
    List<@Nullable Object> written = Tree.list(raw.get("parameters"));
    for (int i = 0; i < written.size(); i++) {
      Map<String, @Nullable Object> our = Tree.object(ours.parameters().get(i));
      @Nullable Map<String, @Nullable Object> their = same(theirs, our);
      if (their != null) {
        result.add(parameters.at(written.get(i), our, their));
      }
    }
    for (@Nullable Object each : theirs.parameters()) {
      if (same(ours, Tree.object(each)) == null) {
        result.add(freshParameter(Tree.object(each), ours.path()));
      }
    }
    return result;
  }

  private Map<String, @Nullable Object> freshParameter(
      Map<String, @Nullable Object> theirs, String path) {
    @Nullable Map<String, @Nullable Object> known = parameters.like(theirs, path, "");
    return known == null
        ? NodeOver.fresh(theirs, Prose.sentence(Tree.text(theirs.get("name"))))
        : known;
  }

  private static @Nullable Object requestBody(Map<String, @Nullable Object> raw, Operation theirs) {
    if (!theirs.node().containsKey("requestBody")) {
      return null;
    }
    Map<String, @Nullable Object> their = Tree.object(theirs.node().get("requestBody"));
    return raw.containsKey("requestBody")
        ? NodeOver.of(Tree.object(raw.get("requestBody")), their)
        : NodeOver.fresh(their, "");
  }

  private Map<String, @Nullable Object> responses(
      Map<String, @Nullable Object> raw, Operation ours, Operation theirs) {
    Map<String, @Nullable Object> written = Tree.object(raw.get("responses"));
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (String status : statuses(theirs, written)) {
      Map<String, @Nullable Object> their = Tree.object(theirs.node(), "responses", status);
      result.put(
          status,
          written.containsKey(status)
              ? responses.at(
                  written.get(status), Tree.object(ours.node(), "responses", status), their)
              : freshResponse(their, theirs, status));
    }
    return result;
  }

  private Map<String, @Nullable Object> freshResponse(
      Map<String, @Nullable Object> theirs, Operation operation, String status) {
    @Nullable Map<String, @Nullable Object> known =
        responses.like(theirs, operation.path(), status);
    return known == null ? NodeOver.fresh(theirs, "Status " + status + ".") : known;
  }

  /** All statuses, numbers first; of several successes, ours or else the first. */
  private List<String> statuses(Operation theirs, Map<String, @Nullable Object> ours) {
    List<String> statuses = new ArrayList<>(Tree.object(theirs.node().get("responses")).keySet());
    statuses.sort(Comparator.naturalOrder());
    List<String> successes = new ArrayList<>(statuses);
    successes.removeIf(status -> !status.startsWith("2"));
    if (successes.size() > 1) {
      String kept =
          successes.stream().filter(ours::containsKey).findFirst().orElse(successes.get(0));
      successes.remove(kept);
      statuses.removeAll(successes);
      notes.add(
          theirs
              + " can succeed with "
              + successes
              + " as well as "
              + kept
              + "; a method has one type of result, and takes any 2xx for a success");
    }
    return statuses;
  }

  /** Writes an operation that we have none of. */
  Map<String, @Nullable Object> fresh(Operation theirs, String id, String tag) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    String summary = Prose.plain(theirs.node().get("summary"), Prose.sentence(id));
    List<@Nullable Object> tags = new ArrayList<>();
    tags.add(tag);
    List<@Nullable Object> taken = new ArrayList<>();
    theirs
        .parameters()
        .forEach(each -> taken.add(freshParameter(Tree.object(each), theirs.path())));
    Map<String, @Nullable Object> answers = new LinkedHashMap<>();
    for (String status : statuses(theirs, Map.of())) {
      answers.put(
          status, freshResponse(Tree.object(theirs.node(), "responses", status), theirs, status));
    }
    result.put("operationId", id);
    result.put("tags", tags);
    put(result, "deprecated", theirs.node().get("deprecated"));
    result.put("summary", summary.replaceAll("\\.$", ""));
    result.put("description", Prose.plain(theirs.node().get("description"), summary));
    takeSecurity(result, theirs);
    put(result, "parameters", taken);
    put(result, "requestBody", requestBody(Map.of(), theirs));
    result.put("responses", answers);
    return result;
  }

  static Map<String, @Nullable Object> sorted(Map<String, @Nullable Object> operation) {
    Map<String, @Nullable Object> sorted = new LinkedHashMap<>();
    KEYS.stream()
        .filter(operation::containsKey)
        .forEach(key -> sorted.put(key, operation.get(key)));
    operation.forEach(sorted::putIfAbsent);
    return sorted;
  }
}
