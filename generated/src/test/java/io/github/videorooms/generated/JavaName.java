package io.github.videorooms.generated;

import java.util.Locale;
import java.util.regex.Pattern;

/** Converts names in the document to Java names, independent of the generator. */
public final class JavaName {
  private static final Pattern WORD_START = Pattern.compile("_(.)");

  public static String of(String name) {
    return WORD_START.matcher(name).replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
  }

  private JavaName() {}
}
