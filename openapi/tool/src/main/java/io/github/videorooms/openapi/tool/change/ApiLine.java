package io.github.videorooms.openapi.tool.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A line of an API listing: the declaration of a type or of one of its members. */
record ApiLine(String text) {
  private static final String NULLABLE = "@Nullable ";

  boolean isSameApartFromNullness(ApiLine other) {
    return plain().equals(other.plain());
  }

  /** The line without parts that may change compatibly: nullness, interfaces and {@code final}. */
  private String plain() {
    String plain = text.replace(NULLABLE, "").replace("@Deprecated ", "");
    return isMember() ? plain : plain.replace(" final ", " ").replaceFirst(" implements .*", "");
  }

  private boolean isMember() {
    return text.startsWith(" ");
  }

  /** Whether a line that differs only in those parts is compatible with this one. */
  boolean allows(ApiLine later) {
    if (!isMember()) {
      return (text.contains(" final ") || !later.text.contains(" final "))
          && later.interfaces().containsAll(interfaces());
    }
    return givesNoMore(result(), later.result()) && takesAll(parameters(), later.parameters());
  }

  private Set<String> interfaces() {
    int start = text.indexOf(" implements ");
    return start < 0
        ? Set.of()
        : new TreeSet<>(split(text.substring(start + " implements ".length())));
  }

  private static boolean givesNoMore(String before, String after) {
    return before.equals(after) || before.replaceFirst(NULLABLE, "").equals(after);
  }

  private static boolean takesAll(List<String> before, List<String> after) {
    for (int i = 0; i < before.size(); i++) {
      String one = before.get(i);
      if (!one.equals(after.get(i)) && !(NULLABLE + one).equals(after.get(i))) {
        return false;
      }
    }
    return true;
  }

  private String result() {
    int parameters = text.indexOf('(');
    String head = parameters < 0 ? text : text.substring(0, parameters);
    return head.replace("@Deprecated ", "");
  }

  private List<String> parameters() {
    int start = text.indexOf('(');
    int end = text.lastIndexOf(')');
    return start < 0 || end <= start + 1 ? List.of() : split(text.substring(start + 1, end));
  }

  /** Splits a list at commas outside of angle brackets. */
  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(list.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(list.substring(from).strip());
    return parts;
  }
}
