package io.github.videorooms.openapi.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public API of compiled classes as text, which is committed and reviewed. */
public final class ApiListing {
  private static final String UPDATE = "api.update";

  private final String text;

  private ApiListing(String text) {
    this.text = text;
  }

  /** Lists the public and protected API of the visible types among the given ones. */
  public static ApiListing of(Collection<Class<?>> types) {
    return new ApiListing(
        types.stream()
            .filter(ApiType::isVisible)
            .map(ApiType::new)
            .sorted()
            .map(ApiType::toString)
            .collect(Collectors.joining("\n")));
  }

  /** Lists the API of the compiled classes in a directory, without initializing them. */
  public static ApiListing ofDirectory(Path directory, ClassLoader loader) throws IOException {
    List<Class<?>> types = new ArrayList<>();
    for (String name : classNames(directory)) {
      try {
        types.add(Class.forName(name, false, loader));
      } catch (ClassNotFoundException e) {
        throw new IllegalArgumentException(
            name + " is in " + directory + " but cannot be loaded", e);
      }
    }
    return of(types);
  }

  private static List<String> classNames(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".class") && !file.startsWith("META-INF/"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .filter(name -> !name.endsWith("-info"))
          .toList();
    }
  }

  /**
   * Fails with the differences unless the file equals this listing. With {@code -Dapi.update=true},
   * writes the file instead, even if nothing changed: its modification time shows that it is
   * current.
   */
  public void check(Path golden) throws IOException {
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(golden, text);
      return;
    }
    String committed = Files.exists(golden) ? Files.readString(golden).replace("\r\n", "\n") : "";
    if (committed.equals(text)) {
      return;
    }
    throw new AssertionError(
        "The API differs from "
            + golden
            + ":\n\n"
            + ApiDiff.of(committed, text)
            + "\nIf this change is intended, run the build once with -D"
            + UPDATE
            + "=true and commit the file.");
  }

  /** Returns the listing: types sorted by name, members by kind and name. */
  @Override
  public String toString() {
    return text;
  }
}
