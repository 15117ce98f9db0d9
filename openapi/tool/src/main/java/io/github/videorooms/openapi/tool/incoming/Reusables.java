package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parameters or responses that our document defines once and refers to. One that changed for
 * all who refer to it is changed where it is defined; one that changed for some is spelled out
 * there.
 */
final class Reusables {
  private final String prefix;
  private final Map<String, @Nullable Object> definitions;
  private final Map<String, List<Use>> uses = new LinkedHashMap<>();

  Reusables(String section, Map<String, @Nullable Object> document) {
    this.prefix = "#/components/" + section + "/";
    this.definitions = Tree.child(Tree.child(document, "components"), section);
  }

  /**
   * Notes a place that may refer to a definition.
   *
   * @param raw what is written there
   * @param key what has to be the same wherever the definition is used, such as a status
   * @param ours what that means
   * @param theirs what it is to become, or null if it is to go
   */
  void note(
      @Nullable Object raw,
      String path,
      String key,
      Map<String, @Nullable Object> ours,
      @Nullable Map<String, @Nullable Object> theirs) {
    String name = nameIn(raw);
    if (!name.isEmpty()) {
      uses.computeIfAbsent(name, each -> new ArrayList<>()).add(new Use(path, key, ours, theirs));
    }
  }

  /** Changes the definitions on whose change all agree. */
  void settle() {
    uses.forEach(
        (name, places) -> {
          Map<String, @Nullable Object> meant = places.get(0).theirs();
          if (places.stream().allMatch(use -> Meaning.same(use.theirs(), meant))
              && !Meaning.same(places.get(0).ours, meant)) {
            definitions.put(name, NodeOver.of(Tree.object(definitions.get(name)), meant));
            places.forEach(use -> use.ours = meant);
          }
        });
  }

  /** Returns what to write at a place that was noted. */
  Map<String, @Nullable Object> at(
      @Nullable Object raw,
      Map<String, @Nullable Object> ours,
      Map<String, @Nullable Object> theirs) {
    String name = nameIn(raw);
    if (name.isEmpty()) {
      return NodeOver.of(Tree.object(raw), theirs);
    }
    Map<String, @Nullable Object> now = uses.getOrDefault(name, List.of()).get(0).ours;
    return Meaning.same(now, theirs)
        ? Tree.object(raw)
        : NodeOver.of(Tree.copy(Tree.object(definitions.get(name))), theirs);
  }

  /** Returns a reference to the nearest definition that means the same, or null. */
  @Nullable Map<String, @Nullable Object> like(
      Map<String, @Nullable Object> theirs, String path, String key) {
    String nearest = "";
    int longest = 0;
    for (Map.Entry<String, List<Use>> definition : uses.entrySet()) {
      for (Use use : definition.getValue()) {
        String common = common(use.path, path);
        boolean fits =
            use.key.equals(key)
                && Meaning.same(use.ours, theirs)
                && (!"path".equals(theirs.get("in")) || common.contains("{" + theirs.get("name")));
        if (fits && common.length() > longest) {
          longest = common.length();
          nearest = definition.getKey();
        }
      }
    }
    Map<String, @Nullable Object> reference = new LinkedHashMap<>();
    reference.put("$ref", prefix + nearest);
    return nearest.isEmpty() ? null : reference;
  }

  private static String common(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return one.substring(0, length);
  }

  private String nameIn(@Nullable Object raw) {
    String reference = Tree.text(Tree.object(raw).get("$ref"));
    return reference.startsWith(prefix) ? reference.substring(prefix.length()) : "";
  }

  private static final class Use {
    private final String path;
    private final String key;
    private final @Nullable Map<String, @Nullable Object> theirs;
    private Map<String, @Nullable Object> ours;

    Use(
        String path,
        String key,
        Map<String, @Nullable Object> ours,
        @Nullable Map<String, @Nullable Object> theirs) {
      this.path = path;
      this.key = key;
      this.ours = ours;
      this.theirs = theirs;
    }

    /** What it becomes; what goes away has no say. */
    Map<String, @Nullable Object> theirs() {
      return Objects.requireNonNullElse(theirs, ours);
    }
  }
}
