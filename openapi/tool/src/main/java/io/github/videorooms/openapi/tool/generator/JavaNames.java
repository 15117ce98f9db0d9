package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Node;
import java.util.Locale;
import java.util.regex.Pattern;

/** Converts names in the document to Java names. */
public final class JavaNames {
  /** The extension that overrides the Java name of a property or parameter. */
  public static final String EXTENSION = "x-java-name";

  private static final Pattern WORD_START = Pattern.compile("[^A-Za-z0-9]+(.)");
  private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]");

  /** Returns the Java name of a property or parameter, which its extension may override. */
  public static String member(String name, Node node) {
    String explicit = node.get(EXTENSION).text();
    return explicit.isEmpty() ? member(name) : explicit;
  }

  /** Returns the name of a field, parameter or method: {@code pageSize} for {@code page_size}. */
  public static String member(String name) {
    return OTHER
        .matcher(
            WORD_START.matcher(name).replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT)))
        .replaceAll("");
  }

  /** Returns the name of a class: {@code ListRooms} for {@code list_rooms}. */
  public static String type(String name) {
    return capitalized(member(name));
  }

  /** Returns the name of the class of an operation's filters. */
  public static String query(String operationId) {
    return type(operationId) + "Query";
  }

  public static String getter(String member) {
    return "get" + capitalized(member);
  }

  /** Returns the builder method that sends an explicit null, such as {@code clearDescription}. */
  public static String clear(String member) {
    return "clear" + capitalized(member);
  }

  /** Returns the name of an enum constant: {@code IN_PROGRESS} for {@code in-progress}. */
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
