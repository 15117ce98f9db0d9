package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.incoming.JsonPath.Place;
import io.github.videorooms.openapi.tool.incoming.JsonPath.Segment;
import io.github.videorooms.openapi.tool.incoming.JsonPath.Selector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a query, character by character. */
final class JsonPathParser {
  private static final Object NOTHING = new Object();

  private final String text;
  private int at;

  JsonPathParser(String text) {
    this.text = text;
  }

  JsonPath whole() {
    require("$");
    JsonPath path = new JsonPath(segments());
    if (at < text.length()) {
      throw wrong("nothing more");
    }
    return path;
  }

  private List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    while (at < text.length() && (peek('.') || peek('['))) {
      boolean descendants = skip("..");
      if (peek('[')) {
        segments.add(new Segment(bracketed(), descendants));
      } else if (descendants || skip(".")) {
        segments.add(new Segment(List.of(dotted()), descendants));
      }
    }
    return segments;
  }

  private Selector dotted() {
    if (skip("*")) {
      return (child, root) -> true;
    }
    String name = name();
    return (child, root) -> child.isNamed(name);
  }

  private String name() {
    int start = at;
    while (at < text.length() && isPartOfName(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw wrong("a name");
    }
    return text.substring(start, at);
  }

  private static boolean isPartOfName(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  private List<Selector> bracketed() {
    List<Selector> selectors = new ArrayList<>();
    require("[");
    do {
      blanks();
      selectors.add(selector());
      blanks();
    } while (skip(","));
    require("]");
    return selectors;
  }

  private Selector selector() {
    if (skip("*")) {
      return (child, root) -> true;
    }
    if (skip("?")) {
      Condition condition = either();
      return (child, root) -> condition.holds(child.value(), root);
    }
    if (peek('\'') || peek('"')) {
      String name = quoted();
      return (child, root) -> child.isNamed(name);
    }
    int index = number().intValueExact();
    return (child, root) -> child.isAt(index);
  }

  private Condition either() {
    Condition condition = both();
    while (skip("||")) {
      Condition left = condition;
      Condition right = both();
      condition = (node, root) -> left.holds(node, root) || right.holds(node, root);
    }
    return condition;
  }

  private Condition both() {
    Condition condition = single();
    while (skip("&&")) {
      Condition left = condition;
      Condition right = single();
      condition = (node, root) -> left.holds(node, root) && right.holds(node, root);
    }
    return condition;
  }

  private Condition single() {
    blanks();
    if (peek('!') && !text.startsWith("!=", at)) {
      at++;
      Condition condition = single();
      return (node, root) -> !condition.holds(node, root);
    }
    if (skip("(")) {
      Condition condition = either();
      require(")");
      blanks();
      return condition;
    }
    return comparison();
  }

  private Condition comparison() {
    Operand left = operand();
    blanks();
    for (String operator : List.of("==", "!=", "<=", ">=", "<", ">")) {
      if (skip(operator)) {
        blanks();
        Operand right = operand();
        blanks();
        return (node, root) -> compare(operator, left.value(node, root), right.value(node, root));
      }
    }
    return (node, root) -> left.value(node, root) != NOTHING;
  }

  private static boolean compare(String operator, @Nullable Object left, @Nullable Object right) {
    boolean equal = Objects.equals(plain(left), plain(right));
    switch (operator) {
      case "==":
        return equal;
      case "!=":
        return !equal;
      case "<=":
        return equal || isLess(left, right);
      case ">=":
        return equal || isLess(right, left);
      case "<":
        return isLess(left, right);
      default:
        return isLess(right, left);
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : value;
  }

  private static boolean isLess(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number && right instanceof Number) {
      return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) < 0;
    }
    return left instanceof String
        && right instanceof String
        && ((String) left).compareTo((String) right) < 0;
  }

  private Operand operand() {
    if (skip("@")) {
      JsonPath path = new JsonPath(segments());
      return (node, root) -> first(path.select(node, root));
    }
    if (skip("$")) {
      JsonPath path = new JsonPath(segments());
      return (node, root) -> first(path.select(root, root));
    }
    @Nullable Object literal = literal();
    return (node, root) -> literal;
  }

  private static @Nullable Object first(List<Place> places) {
    return places.isEmpty() ? NOTHING : places.get(0).value();
  }

  private @Nullable Object literal() {
    if (peek('\'') || peek('"')) {
      return quoted();
    }
    if (skip("true")) {
      return true;
    }
    if (skip("false")) {
      return false;
    }
    return skip("null") ? null : number();
  }

  private String quoted() {
    char quote = text.charAt(at++);
    StringBuilder quoted = new StringBuilder();
    while (at < text.length() && !peek(quote)) {
      if (peek('\\')) {
        at++;
      }
      if (at < text.length()) {
        quoted.append(text.charAt(at++));
      }
    }
    require(String.valueOf(quote));
    return quoted.toString();
  }

  private BigDecimal number() {
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return new BigDecimal(text.substring(start, at));
    } catch (NumberFormatException e) {
      at = start;
      throw wrong("a name in quotes, a number, a filter or *");
    }
  }

  private void blanks() {
    while (peek(' ')) {
      at++;
    }
  }

  private boolean peek(char expected) {
    return at < text.length() && text.charAt(at) == expected;
  }

  private boolean skip(String expected) {
    boolean found = text.startsWith(expected, at);
    if (found) {
      at += expected.length();
    }
    return found;
  }

  private void require(String expected) {
    if (!skip(expected)) {
      throw wrong(expected);
    }
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException(
        "Expected " + expected + " at character " + (at + 1) + " of " + text);
  }

  private interface Condition {
    boolean holds(@Nullable Object node, @Nullable Object root);
  }

  private interface Operand {
    @Nullable Object value(@Nullable Object node, @Nullable Object root);
  }
}
