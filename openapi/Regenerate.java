import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * From the vendor's OpenAPI document to a reviewed client: {@code java openapi/Regenerate.java
 * path/to/document.yaml}. See docs/regenerating.md.
 *
 * <p>Needs a JDK from 17 on and Maven, and nothing that was built before. Options, which begin with a
 * hyphen, are passed on to Maven.
 */
public final class Regenerate {
  private static final int CANNOT_START = 2;
  private static final String MAIN =
      "io.github.videorooms.openapi.tool.regenerate.Regenerate";

  private final Path root;
  private final List<String> options = new ArrayList<>();
  private final List<String> documents = new ArrayList<>();

  private Regenerate(Path root, String[] arguments) {
    this.root = root;
    for (String argument : arguments) {
      (argument.startsWith("-") ? options : documents).add(argument);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = root(Path.of("").toAbsolutePath());
    System.exit(new Regenerate(root, arguments).run());
  }

  /** The nearest directory, from here upwards, that holds this very file. */
  private static Path root(Path start) {
    for (Path directory = start; directory != null; directory = directory.getParent()) {
      if (Files.exists(directory.resolve("openapi/Regenerate.java"))) {
        return directory;
      }
    }
    return fail("Run this inside a checkout of the repository.");
  }

  private int run() throws IOException, InterruptedException {
    if (documents.size() != 1) {
      return fail(
          "Usage: java openapi/Regenerate.java path/to/document.yaml [options for Maven]\n"
              + "Exit code: 0 unchanged, 10 additive, 20 breaking, 30 unreadable, 40 the build failed,"
              + " 2 not started");
    }
    String maven = maven();
    Path classPath = root.resolve("openapi/tool/target/regenerate.classpath");
    if (!isUpToDate(classPath)) {
      buildTool(maven, classPath);
    }
    List<String> command = new ArrayList<>(List.of(java(), "-cp"));
    command.add(
        root.resolve("openapi/tool/target/classes")
            + File.pathSeparator
            + Files.readString(classPath).strip());
    command.addAll(List.of(MAIN, root.toString(), maven));
    command.add(Path.of(documents.get(0)).toAbsolutePath().toString());
    command.addAll(options);
    return start(command);
  }

  private void buildTool(String maven, Path classPath) throws IOException, InterruptedException {
    System.err.println("Building the tool, for the first time or because it changed.");
    Files.deleteIfExists(classPath);
    List<String> command = new ArrayList<>(List.of(maven, "-B", "-q", "-ntp"));
    command.addAll(List.of("-f", root.resolve("openapi/tool/pom.xml").toString()));
    command.addAll(options);
    command.addAll(List.of("compile", "dependency:build-classpath"));
    command.addAll(List.of("-Dmdep.includeScope=runtime", "-Dmdep.outputFile=" + classPath));
    if (start(command) != 0 || !Files.exists(classPath)) {
      fail("The tool in openapi/tool does not build; see above.");
    }
  }

  private boolean isUpToDate(Path built) throws IOException {
    if (!Files.exists(built)) {
      return false;
    }
    FileTime time = Files.getLastModifiedTime(built);
    List<Path> inputs = new ArrayList<>();
    inputs.add(root.resolve("pom.xml"));
    inputs.add(root.resolve("openapi/tool/pom.xml"));
    try (Stream<Path> sources = Files.walk(root.resolve("openapi/tool/src/main"))) {
      sources.forEach(inputs::add);
    }
    for (Path input : inputs) {
      if (Files.getLastModifiedTime(input).compareTo(time) > 0) {
        return false;
      }
    }
    return true;
  }

  private int start(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process.waitFor();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java")
        .toString();
  }

  /** The wrapper of the checkout, or the Maven of {@code MAVEN_HOME}, or the first on the path. */
  private String maven() {
    List<Path> places = new ArrayList<>();
    places.add(root.resolve(isWindows() ? "mvnw.cmd" : "mvnw"));
    String name = isWindows() ? "mvn.cmd" : "mvn";
    String home = System.getenv("MAVEN_HOME");
    if (home != null && !home.isBlank()) {
      places.add(Path.of(home, "bin", name));
    }
    String path = System.getenv("PATH");
    for (String directory : (path == null ? "" : path).split(File.pathSeparator)) {
      places.add(Path.of(directory, name));
    }
    for (Path place : places) {
      if (Files.isRegularFile(place) && Files.isExecutable(place)) {
        return place.toAbsolutePath().toString();
      }
    }
    return fail("There is no Maven: set MAVEN_HOME, or put mvn on the PATH.");
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static <T> T fail(String message) {
    System.err.println(message);
    System.exit(CANNOT_START);
    throw new IllegalStateException(message);
  }
}
