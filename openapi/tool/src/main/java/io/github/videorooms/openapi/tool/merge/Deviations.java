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
 * The intentional differences between our document and the vendor's: the content of {@code
 * openapi/deviations.yaml}. Each refers to the entry of {@code docs/contributing/disagreements.md}
 * that explains it.
 *
 * <p>With {@code held: true}, our document stays as it is even if the vendor's changes, and such a
 * change does not affect users. With {@code held: reported} it stays as well, but the severity of
 * the change counts, since the client relies on what our document says.
 */
public final class Deviations {
  /**
   * The name used instead of a disagreement if the generated code cannot express what the vendor's
   * document says.
   */
  public static final String SIMPLIFIED = "simplified";

  private final List<Entry> entries;

  private Deviations(List<Entry> entries) {
    this.entries = entries;
  }

  /** Returns an empty list of deviations. */
  static Deviations none() {
    return new Deviations(List.of());
  }

  /** Reads {@code openapi/deviations.yaml}; returns no deviations if the file does not exist. */
  public static Deviations read(Path file) throws IOException {
    return Files.exists(file) ? of(DocumentYaml.read(file)) : none();
  }

  /** Returns the deviations in the parsed content of such a file. */
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
   * Returns the YAML lines that add the unexplained differences among the given ones as {@link
   * #SIMPLIFIED}.
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

  /** Returns all entries. */
  public List<Entry> entries() {
    return entries;
  }

  /** Returns the disagreement that explains a difference, such as {@code D17}, or {@code ""}. */
  public String explain(String place, String about) {
    return entries.stream()
        .filter(each -> each.covers(place, about))
        .map(Entry::disagreement)
        .findFirst()
        .orElse("");
  }

  /** Returns whether our document stays as it is at a place, whatever the vendor changes. */
  public Held held(String place, String about) {
    return entries.stream()
        .filter(each -> each.held() != Held.NO && each.covers(place, about))
        .map(Entry::held)
        .findFirst()
        .orElse(Held.NO);
  }

  /** Whether our document stays as it is at a place; see {@link Deviations}. */
  public enum Held {
    NO,
    TRUE,
    REPORTED
  }

  /**
   * One deviation.
   *
   * @param places names of places; {@code *} matches any text
   * @param about what differs there: names of {@code Kind} constants, in lower case
   */
  public record Entry(String disagreement, List<String> places, List<String> about, Held held) {
    /** Returns whether this entry explains a difference of a kind at a place. */
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
