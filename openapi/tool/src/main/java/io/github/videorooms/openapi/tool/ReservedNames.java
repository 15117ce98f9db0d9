package io.github.videorooms.openapi.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that cannot be used in generated code, since Java or the templates use them. */
public final class ReservedNames {
  private static final Map<String, Set<String>> SECTIONS = read();

  /** Returns the reserved names of fields and parameters, in lower camel case. */
  public static Set<String> members() {
    return section("members");
  }

  /** Returns the reserved names of classes, in lower case. */
  public static Set<String> types() {
    return section("types").stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** Returns the reserved names of methods of resource classes. */
  public static Set<String> methods() {
    return section("methods");
  }

  /** Returns the reserved names of enum constants. */
  public static Set<String> constants() {
    return section("constants");
  }

  private static Set<String> section(String name) {
    return SECTIONS.getOrDefault(name, Set.of());
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> sections = new HashMap<>();
    try (InputStream in = ReservedNames.class.getResourceAsStream("reserved-names.txt")) {
      if (in == null) {
        throw new IllegalStateException("reserved-names.txt is missing on the class path");
      }
      String section = "";
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String text = line.strip();
        if (text.startsWith("[")) {
          section = text.substring(1, text.length() - 1);
        } else if (!text.isEmpty() && !text.startsWith("#")) {
          sections.computeIfAbsent(section, each -> new HashSet<>()).add(text);
        }
      }
      return sections;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ReservedNames() {}
}
