package io.github.videorooms.generated.shapes;

import com.google.gson.JsonObject;
import io.github.videorooms.generated.mutation.BuiltDocument;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Generates and compiles the document of all rows, and checks each of them. Runs in a separate
 * process on the class path. Usage: {@code ShapeRun directory}.
 */
final class ShapeRun {
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    BuiltDocument built =
        new BuiltDocument(
            directory.resolve("built"), "-Xdoclint:all,-missing", "-Xmaxerrs", "1000");
    String compiler = built.build(Rows.document());
    if (compiler.isEmpty()) {
      compiler =
          BuiltResources.build(built.document(), directory.resolve("resources"), built.classes());
    }
    JsonObject outcomes = new JsonObject();
    if (compiler.isEmpty()) {
      check(built, outcomes);
    }
    outcomes.addProperty("compiler", compiler);
    Files.writeString(directory.resolve("outcomes.json"), outcomes.toString());
    System.exit(0);
  }

  private static void check(BuiltDocument built, JsonObject outcomes) throws Exception {
    URL[] path = {built.classes().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, ShapeRun.class.getClassLoader())) {
      Classes classes = new Classes(loader);
      List<Row> rows = Rows.all();
      for (int number = 0; number < rows.size(); number++) {
        outcomes.addProperty(rows.get(number).name(), outcome(rows.get(number), classes, number));
      }
    }
  }

  private static String outcome(Row row, Classes classes, int number) {
    try {
      row.check(classes, number);
      return "";
    } catch (Exception | LinkageError | AssertionError e) {
      return row.getClass().getSimpleName() + " " + number + ": " + e;
    }
  }

  private ShapeRun() {}
}
