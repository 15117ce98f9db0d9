package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.merge.OwnDifferences.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where our document differs from the vendor's on purpose, and which entry of {@code
 * docs/contributing/disagreements.md} explains it.
 *
 * <p>Most of them follow from the two documents. An entry with {@code held: true} stands even where
 * both say the same by now, and a change there asks nothing of users. With {@code held: reported}
 * it stands as well, but the change counts: the client relies on what ours says.
 */
public final class Deviations {
  /**
   * What stands for a disagreement where the generated code could not express what the vendor says.
   */
  public static final String SIMPLIFIED = "simplified";

  private final List<Entry> entries;

  private Deviations(List<Entry> entries) {
    this.entries = entries;
  }

  /** None at all: ours says what the vendor says. */
  static Deviations none() {
    return new Deviations(List.of());
  }

  /** Reads {@code openapi/deviations.yaml}; without such a file there are none. */
  public static Deviations read(Path file) throws IOException {
    return Files.exists(file) ? of(DocumentYaml.read(file)) : none();
  }

  /** Takes the content of such a file. */
  public static Deviations of(Map<String, @Nullable Object> tree) {
    return new Deviations(Node.of(tree).get("deviations").items().map(Deviations::entry).toList());
  }

  private static Entry entry(Node node) {
    String held = node.has("held") ? String.valueOf(node.get("held").value()) : "no";
    return new Entry(
        node.get("disagreement").text(),
        texts(node.get("places")),
        texts(node.get("about")),
        Held.valueOf(held.toUpperCase(Locale.ROOT)));
  }

  private static List<String> texts(Node list) {
    return list.list().stream().map(String::valueOf).toList();
  }

  /**
   * Returns the lines to add to such a file so that it explains some differences as well: what the
   * command simplified.
   */
  public String linesFor(List<Difference> differences) {
    SortedMap<String, SortedSet<String>> places = new TreeMap<>();
    for (Difference each : differences) {
      if (explain(each.place(), each.about()).isEmpty()) {
        places.computeIfAbsent(each.about(), about -> new TreeSet<>()).add(each.place());
      }
    }
    StringBuilder lines = new StringBuilder();
    places.forEach(
        (about, names) ->
            lines
                .append("  - disagreement: " + SIMPLIFIED + "\n    places:\n")
                .append(
                    names.stream()
                        .map(name -> "      - '" + name.replace("'", "''") + "'\n")
                        .collect(Collectors.joining()))
                .append("    about: [" + about + "]\n"));
    return lines.toString();
  }

  /** The entries. */
  public List<Entry> entries() {
    return entries;
  }

  /** The disagreement that explains a difference, such as {@code D17}; or {@code ""}. */
  public String explain(String place, String about) {
    return entries.stream()
        .filter(each -> each.covers(place, about))
        .map(Entry::disagreement)
        .findFirst()
        .orElse("");
  }

  /** Whether a place stays as it is, whatever the vendor says. */
  public Held held(String place, String about) {
    return entries.stream()
        .filter(each -> each.held() != Held.NO && each.covers(place, about))
        .map(Entry::held)
        .findFirst()
        .orElse(Held.NO);
  }

  /** Whether a place stays as it is even where both documents say the same. */
  public enum Held {
    NO,
    TRUE,
    REPORTED
  }

  /**
   * One deviation.
   *
   * @param places names of places, in which an asterisk stands for anything
   * @param about what differs there: the kinds of change, in lower case
   */
  public record Entry(String disagreement, List<String> places, List<String> about, Held held) {
    /** Whether this is about a difference at a place. */
    public boolean covers(String place, String what) {
      return about.contains(what.toLowerCase(Locale.ROOT))
          && places.stream().anyMatch(each -> pattern(each).matcher(place).matches());
    }

    private static Pattern pattern(String glob) {
      return Pattern.compile(
          List.of(glob.split("\\*", -1)).stream()
              .map(Pattern::quote)
              .collect(Collectors.joining(".*")));
    }
  }
}
