package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the references within a document; nothing is ever fetched. */
public final class References {
  /** What the base calls a schema that had no name. */
  private static final Pattern INLINE = Pattern.compile("Inline(_\\d+)?");

  private static final Set<String> SAMPLES = Set.of("example", "examples");

  private final Map<String, @Nullable Object> root;

  References(Map<String, @Nullable Object> root) {
    this.root = root;
  }

  /** Where a reference points, in the words of messages: {@code components.schemas.Room}. */
  static String pointer(@Nullable Object node) {
    return Document.unescape(
            DocumentTree.text(DocumentTree.object(node).get("$ref")).replaceFirst("^#/", ""))
        .replace('/', '.');
  }

  /** The name of a schema without its namespace: {@code Room} for {@code Video.Room}. */
  public static String shortName(@Nullable Object node) {
    String name = Document.schemaName(node);
    String last = name.substring(name.lastIndexOf('.') + 1);
    return INLINE.matcher(last).matches() ? "" : last;
  }

  /** Returns what a node points to in the end, or the node itself if it is no reference. */
  @Nullable Object resolve(@Nullable Object node, String where) {
    Set<String> way = new LinkedHashSet<>();
    @Nullable Object target = node;
    while (DocumentTree.isReference(target)) {
      String reference = DocumentTree.text(DocumentTree.object(target).get("$ref"));
      if (!way.add(reference)) {
        throw new UnusableDocument(
            where,
            "refers to itself: " + String.join(" -> ", way) + " -> " + reference,
            "Ask the vendor what is meant; a reference has to end at a definition.");
      }
      target = target(reference, where);
    }
    return target;
  }

  /** The schema that gives itself a name for references, or null. */
  private @Nullable Object named(String reference) {
    return Stream.of("components", "paths")
        .map(section -> named(root.get(section), reference))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Object named(@Nullable Object node, String reference) {
    Map<String, @Nullable Object> object = DocumentTree.object(node);
    if (reference.equals("#" + object.get("$anchor")) || reference.equals(object.get("$id"))) {
      return node;
    }
    return Stream.concat(
            object.keySet().stream().filter(key -> !isSample(key)).map(object::get),
            DocumentTree.list(node).stream())
        .map(each -> named(each, reference))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Whether no schema stands below a keyword. */
  private static boolean isSample(String key) {
    return key.startsWith("x-") || SAMPLES.contains(key);
  }

  /** Returns what is at the end of one reference, be that another one. */
  @Nullable Object target(String reference, String where) {
    if (!reference.startsWith("#/")) {
      @Nullable Object named = named(reference);
      if (named != null) {
        return named;
      }
      if (!reference.startsWith("#")) {
        throw new UnusableDocument(
            where,
            "refers to another document: " + reference,
            "Bundle the document into one file first; nothing is fetched.");
      }
      throw absent(reference, where);
    }
    @Nullable Object target = root;
    for (String step : reference.substring(2).split("/", -1)) {
      target = step(target, Document.unescape(step));
      if (target == null) {
        throw absent(reference, where);
      }
    }
    return target;
  }

  private static UnusableDocument absent(String reference, String where) {
    return new UnusableDocument(
        where,
        "refers to " + reference + ", which is not there",
        "Is the file whole? Otherwise ask the vendor.");
  }

  private static @Nullable Object step(@Nullable Object node, String step) {
    if (node instanceof List) {
      List<?> items = (List<?>) node;
      return step.matches("\\d{1,6}") && Integer.parseInt(step) < items.size()
          ? items.get(Integer.parseInt(step))
          : null;
    }
    return DocumentTree.object(node).get(step);
  }
}
