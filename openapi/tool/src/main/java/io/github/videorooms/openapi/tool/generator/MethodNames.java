package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.ReservedNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names the methods of operations in resource classes. */
public final class MethodNames {
  /** The extension with the method name of an operation. */
  public static final String EXTENSION = "x-method";

  /** The extension with a second method, which finds an object by one of its fields. */
  public static final String LOOKUP = "x-lookup";

  /** The name of the method that combines a get and an update. */
  public static final String MODIFY = "modify";

  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*");
  private static final String ASYNC = "Async";

  /** Returns the method name, or that of the generated interface if the extension is missing. */
  static String of(Node operation) {
    String explicit = operation.get(EXTENSION).text();
    return explicit.isEmpty() ? JavaNames.member(operation.get("operationId").text()) : explicit;
  }

  /** Returns whether a name is valid and cannot collide with variants of other methods. */
  public static boolean isUsable(String name) {
    return NAME.matcher(name).matches()
        && !name.equals(MODIFY)
        && !name.endsWith(ASYNC)
        && !ReservedNames.members().contains(name)
        && !ReservedNames.methods().contains(name);
  }

  /**
   * Proposes a name: the operation id without the words of its tag, such as {@code listEvents} for
   * {@code list_room_session_events} in {@code Room Sessions}.
   *
   * @param taken the names of other methods of the tag
   */
  public static String propose(String operationId, String tag, Set<String> taken) {
    List<String> words = words(operationId);
    Set<String> ofTag = words(tag).stream().map(MethodNames::singular).collect(Collectors.toSet());
    ofTag.add("video");
    List<String> own = new ArrayList<>(words.subList(0, Math.min(1, words.size())));
    words.stream().skip(1).filter(word -> !ofTag.contains(singular(word))).forEach(own::add);
    String whole = JavaNames.member(String.join("_", words));
    String prefixed = JavaNames.member("operation_" + whole);
    return Stream.concat(
            Stream.of(JavaNames.member(String.join("_", own)), whole, prefixed),
            Stream.iterate(2, number -> number + 1).map(number -> whole + "Operation" + number))
        .filter(name -> isUsable(name) && !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> words(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toList());
  }

  private static String singular(String word) {
    return word.replaceFirst("s$", "");
  }

  private MethodNames() {}
}
