package io.github.videorooms.openapi.tool.generator;

import static java.util.stream.Collectors.joining;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.ReservedNames;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Java names of a tag: an interface in the generated module and a class in the facade. */
public final class TagName {
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private final List<String> words;

  private TagName(String tag) {
    List<String> found =
        BETWEEN_WORDS
            .splitAsStream(tag)
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(Collectors.toList());
    this.words = found.isEmpty() ? List.of("default") : found;
  }

  public static TagName of(String tag) {
    return new TagName(tag);
  }

  static TagName ofOperation(Node operation) {
    return new TagName(operation.get("tags").items().findFirst().map(Node::text).orElse(""));
  }

  /**
   * Returns {@code room tokens} for {@code Room Tokens}; the generator does not change such a tag.
   */
  String words() {
    return (startsWithDigit() ? "video " : "") + String.join(" ", words);
  }

  /** Returns {@code RoomTokensApi} for {@code Room Tokens}. */
  public String api() {
    return (startsWithDigit() ? "Video" : "") + type() + "Api";
  }

  /** Returns {@code VideoRoomTokens} for {@code Room Tokens}; no schema has the same name. */
  public String resource(Document document) {
    String name = "Video" + type();
    boolean taken = document.namedSchemas().anyMatch(schema -> schema.key().equalsIgnoreCase(name));
    return taken ? name + "Resource" : name;
  }

  /** Returns {@code roomTokens} for {@code Room Tokens}. */
  String accessor() {
    String name = JavaNames.uncapitalized((startsWithDigit() ? "Video" : "") + type());
    boolean taken =
        ReservedNames.members().contains(name) || ReservedNames.methods().contains(name);
    return taken ? name + "Resource" : name;
  }

  private boolean startsWithDigit() {
    return Character.isDigit(words.get(0).charAt(0));
  }

  private String type() {
    return words.stream().map(JavaNames::type).collect(joining());
  }
}
