package io.github.videorooms.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text that left the code under test, and where. */
final class ObservedText {
  private final String where;
  private final String text;

  ObservedText(String where, String text) {
    this.where = where;
    this.text = text;
  }

  /**
   * Returns the texts of a failure: its message, those of causes and suppressed ones, its
   * serialised form.
   */
  static List<ObservedText> allOf(Throwable failure) {
    List<ObservedText> all = new ArrayList<>();
    addMessages(nameOf(failure), failure, all, Collections.newSetFromMap(new IdentityHashMap<>()));
    String bytes = serialised(failure);
    if (bytes != null) {
      all.add(new ObservedText("the serialised form of " + nameOf(failure), bytes));
    }
    return all;
  }

  private static void addMessages(
      String where, @Nullable Throwable failure, List<ObservedText> all, Set<Throwable> seen) {
    if (failure == null || !seen.add(failure)) {
      return;
    }
    all.add(new ObservedText("the message of " + where, failure.toString()));
    Throwable cause = failure.getCause();
    if (cause != null) {
      addMessages(nameOf(cause) + ", cause of " + where, cause, all, seen);
    }
    for (Throwable earlier : failure.getSuppressed()) {
      addMessages(nameOf(earlier) + ", suppressed in " + where, earlier, all, seen);
    }
  }

  /** Returns the bytes as text, or null if a cause that a test made cannot be serialised. */
  private static @Nullable String serialised(Throwable failure) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(failure);
    } catch (NotSerializableException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static String nameOf(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  boolean contains(String secret) {
    return text.contains(secret);
  }

  String where() {
    return where;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObservedText
        && where.equals(((ObservedText) other).where)
        && text.equals(((ObservedText) other).text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(where, text);
  }
}
