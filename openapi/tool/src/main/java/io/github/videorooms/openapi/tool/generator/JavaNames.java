package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Node;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is called how in Java. */
public final class JavaNames {
  /** Gives a property or parameter another name in Java than the one that its own name leads to. */
  public static final String EXTENSION = "x-java-name";

  private static final Pattern WORD_START = Pattern.compile("[^A-Za-z0-9]+(.)");
  private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]");

  /** The name of what stands in a document under a name: {@code page_size} is {@code pageSize}. */
  public static String member(String name, Node node) {
    String explicit = node.get(EXTENSION).text();
    return explicit.isEmpty() ? member(name) : explicit;
  }

  /** A field, parameter or method: {@code page_size} is {@code pageSize}. */
  public static String member(String name) {
    return OTHER
        .matcher(
            WORD_START.matcher(name).replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT)))
        .replaceAll("");
  }

  /** A class: {@code list_rooms} is {@code ListRooms}. */
  public static String type(String name) {
    return capitalized(member(name));
  }

  public static String getter(String member) {
    return "get" + capitalized(member);
  }

  /** The method of a builder that sends an explicit null: {@code clearDescription}. */
  public static String clear(String member) {
    return "clear" + capitalized(member);
  }

  /** A constant of an enum: {@code in-progress} is {@code IN_PROGRESS}. */
  public static String constant(String value) {
    String name = value.replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }

  static String flag(String name) {
    return "is" + type(name);
  }

  private static String capitalized(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  static String uncapitalized(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private JavaNames() {}
}
