package io.github.videorooms.generated;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the compiled classes of this module. */
public final class GeneratedClasses {
  public static final Path DIRECTORY = Path.of("target/classes");

  /**
   * Returns the models and open enums: all classes of the model package except {@code
   * ModelAdapters}.
   */
  public static Stream<Class<?>> values() {
    return Stream.concat(models(), enums());
  }

  public static Stream<Class<?>> models() {
    return topLevel("io.github.videorooms.model").filter(type -> hasNested(type, "Builder"));
  }

  public static Stream<Class<?>> enums() {
    return topLevel("io.github.videorooms.model").filter(type -> hasNested(type, "Known"));
  }

  /** Returns the interfaces that Retrofit implements. */
  public static Stream<Class<?>> interfaces() {
    return topLevel("io.github.videorooms.api")
        .filter(type -> type.getSimpleName().endsWith("Api"));
  }

  public static Stream<Class<?>> queries() {
    return interfaces().flatMap(type -> Stream.of(type.getDeclaredClasses()));
  }

  public static Stream<Class<?>> topLevel(String packageName) {
    return all()
        .filter(type -> type.getPackageName().equals(packageName))
        .filter(type -> type.getEnclosingClass() == null);
  }

  private static Stream<Class<?>> all() {
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      List<Path> classes = files.filter(file -> file.toString().endsWith(".class")).toList();
      return classes.stream()
          .map(file -> DIRECTORY.relativize(file).toString())
          .filter(file -> !file.endsWith("-info.class"))
          .map(
              file ->
                  file.substring(0, file.length() - ".class".length())
                      .replace(File.separatorChar, '.'))
          .map(GeneratedClasses::load);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, GeneratedClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean hasNested(Class<?> type, String name) {
    return Stream.of(type.getDeclaredClasses())
        .anyMatch(nested -> nested.getSimpleName().equals(name));
  }

  private GeneratedClasses() {}
}
