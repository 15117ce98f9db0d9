import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Updates the client to a new version of the vendor's OpenAPI document: {@code java
 * openapi/Regenerate.java path/to/document.yaml}. See docs/contributing/regenerating.md.
 *
 * <p>Requires JDK 17 or later and Maven. Builds the regeneration tool if necessary and starts it.
 * Unknown options are passed to Maven.
 */
public final class Regenerate {
  private static final int CANNOT_START = 2;
  private static final int SECONDS_TO_END = 10;
  private static final String MAIN =
      "io.github.videorooms.openapi.tool.regenerate.Regenerate";

  private static final String USAGE =
      "Usage: java openapi/Regenerate.java path/to/document.yaml [--source TEXT] [options for Maven]\n"
          + "  --source TEXT  where the document was published, for openapi/video.lock, such as\n"
          + "                 'signalwire/docs@481dcec09e fern/apis/signalwire-rest/openapi.yaml'\n"
          + "  -- WORDS       passed to Maven unchanged\n"
          + "Exit code: 0 unchanged, 10 additive, 20 breaking, 30 unreadable, 40 the build failed,"
          + " 2 not started";

  private final Path root;
  private final Arguments arguments;

  private Regenerate(Path root, Arguments arguments) {
    this.root = root;
    this.arguments = arguments;
  }

  public static void main(String[] words) throws IOException, InterruptedException {
    Path here = Path.of("").toAbsolutePath();
    Arguments arguments = Arguments.parse(List.of(words), here);
    if (!arguments.error.isEmpty()) {
      fail(arguments.error);
    }
    System.exit(new Regenerate(root(here), arguments).run());
  }

  /** Returns the closest directory, from here upwards, that contains this file. */
  private static Path root(Path start) {
    for (Path directory = start; directory != null; directory = directory.getParent()) {
      if (Files.exists(directory.resolve("openapi/Regenerate.java"))) {
        return directory;
      }
    }
    return fail("Run this inside a checkout of the repository.");
  }

  private int run() throws IOException, InterruptedException {
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
    command.addAll(List.of(arguments.document, arguments.source));
    command.addAll(arguments.maven);
    return start(command);
  }

  private void buildTool(String maven, Path classPath) throws IOException, InterruptedException {
    System.err.println("Building the regeneration tool, which is missing or out of date.");
    Files.deleteIfExists(classPath);
    List<String> command = new ArrayList<>(List.of(maven, "-B", "-q", "-ntp"));
    if (System.console() == null) {
      command.add("-Dstyle.color=never"); // Maven uses colours even for a file.
    }
    command.addAll(List.of("-f", root.resolve("openapi/tool/pom.xml").toString()));
    command.addAll(arguments.mavenForOneModule());
    command.addAll(List.of("compile", "dependency:build-classpath"));
    command.addAll(List.of("-Dmdep.includeScope=runtime", "-Dmdep.outputFile=" + classPath));
    if (startAside(command) != 0 || !Files.exists(classPath)) {
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

  private static int start(List<String> command) throws IOException, InterruptedException {
    return started(new ProcessBuilder(command).inheritIO()).waitFor();
  }

  /** Starts a process that prints to standard error: standard output is only for the page. */
  private static int startAside(List<String> command) throws IOException, InterruptedException {
    Process process =
        started(new ProcessBuilder(command).inheritIO().redirectOutput(Redirect.PIPE));
    try (BufferedReader lines = process.inputReader()) {
      // Maven resets colours at the end, even if they are disabled.
      lines
          .lines()
          .map(line -> line.replace("\u001b[0m", ""))
          .filter(line -> !line.isBlank())
          .forEach(System.err::println);
    }
    return process.waitFor();
  }

  private static Process started(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
    return process;
  }

  /** Ends a process with its descendants; kills those that still run after a timeout. */
  private static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
            .collect(Collectors.toList());
    process.destroy();
    try {
      process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java")
        .toString();
  }

  /** Returns the Maven wrapper, or Maven from {@code MAVEN_HOME} or the {@code PATH}. */
  private String maven() {
    List<Path> places = new ArrayList<>();
    places.add(root.resolve(isWindows() ? "mvnw.cmd" : "mvnw"));
    String name = isWindows() ? "mvn.cmd" : "mvn";
    String home = System.getenv("MAVEN_HOME");
    if (home != null && !home.isBlank()) {
      path(home, "bin", name).ifPresent(places::add);
    }
    String path = System.getenv("PATH");
    for (String directory : (path == null ? "" : path).split(File.pathSeparator)) {
      path(directory, name).ifPresent(places::add);
    }
    for (Path place : places) {
      if (Files.isRegularFile(place) && Files.isExecutable(place)) {
        return place.toAbsolutePath().toString();
      }
    }
    return fail("Maven was not found: set MAVEN_HOME, or put mvn on the PATH.");
  }

  /** Returns a path, unless the text cannot be one, such as a quoted entry of the PATH. */
  private static Optional<Path> path(String first, String... more) {
    try {
      return Optional.of(Path.of(first, more));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static <T> T fail(String message) {
    System.err.println(message);
    System.exit(CANNOT_START);
    throw new IllegalStateException(message);
  }

  /** The parsed arguments: those of the command, and the options for Maven. */
  static final class Arguments {
    private static final String SOURCE = "--source";

    /** Maven options that take the next word as a value, by the kind of value. */
    private static final Set<String> WITH_FILE =
        Set.of(
            "-s", "--settings", "-gs", "--global-settings", "-ps", "--project-settings", "-is",
            "--install-settings", "-t", "--toolchains", "-gt", "--global-toolchains", "-it",
            "--install-toolchains");

    private static final Set<String> WITH_MODULES =
        Set.of("-pl", "--projects", "-rf", "--resume-from");
    private static final Set<String> WITH_TEXT =
        Set.of(
            "-P", "--activate-profiles", "-D", "--define", "-T", "--threads", "-b", "--builder",
            "-color", "--color");

    private static final Set<String> OF_SEVERAL_MODULES =
        Set.of("-am", "--also-make", "-amd", "--also-make-dependents", "-r", "--resume");

    /** Maven options that are incompatible with the build of the command. */
    private static final Set<String> REFUSED =
        Set.of(
            "-f", "--file", "-l", "--log-file", "-fn", "--fail-never", "-N", "--non-recursive", "-h",
            "--help", "-v", "--version", "-ep", "--encrypt-password", "-emp",
            "--encrypt-master-password");

    final List<String> maven = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();
    private final Path here;
    String document = "";
    String source = "";
    String error = "";

    private Arguments(Path here) {
      this.here = here;
    }

    /** Parses a command line; {@link #error} is not empty if it is invalid. */
    static Arguments parse(List<String> words, Path here) {
      Arguments arguments = new Arguments(here);
      Deque<String> rest = new ArrayDeque<>(words);
      while (arguments.error.isEmpty() && !rest.isEmpty()) {
        arguments.take(rest.remove(), rest);
      }
      if (arguments.error.isEmpty()) {
        arguments.takeDocument();
      }
      return arguments;
    }

    private void take(String word, Deque<String> rest) {
      String name = word.split("=", 2)[0];
      if (word.equals("--")) {
        maven.addAll(rest);
        rest.clear();
      } else if (!word.startsWith("-") || word.equals("-")) {
        documents.add(word);
      } else if (REFUSED.contains(name)) {
        error = name + " cannot be used here: " + reason(name);
      } else if (word.equals(name) && (name.equals(SOURCE) || takesValue(name)) && rest.isEmpty()) {
        error = name + " needs a value.\n" + USAGE;
      } else if (name.equals(SOURCE)) {
        takeSource(word.equals(name) ? rest.remove() : word.substring(name.length() + 1));
      } else {
        takeOption(word, name, rest);
      }
    }

    private static String reason(String name) {
      if (name.equals("-l") || name.equals("--log-file")) {
        return "the command reads the log of Maven, and writes it to openapi/target/regenerate.log.";
      }
      if (name.equals("-fn") || name.equals("--fail-never")) {
        return "a failed build would count as successful.";
      }
      return "Maven would not build this checkout.";
    }

    private static boolean takesValue(String name) {
      return WITH_FILE.contains(name) || WITH_MODULES.contains(name) || WITH_TEXT.contains(name);
    }

    private void takeOption(String word, String name, Deque<String> rest) {
      if (!WITH_FILE.contains(name)) {
        maven.add(word);
        if (takesValue(word)) {
          maven.add(rest.remove());
        }
      } else if (word.equals(name)) {
        maven.addAll(List.of(word, resolved(rest.remove())));
      } else {
        maven.add(name + "=" + resolved(word.substring(name.length() + 1)));
      }
    }

    /** Makes a path absolute, since Maven runs in the root of the checkout. */
    private String resolved(String file) {
      return existing(file).map(Path::toString).orElse(file);
    }

    private Optional<Path> existing(String file) {
      try {
        return Optional.of(here.resolve(file).normalize()).filter(Files::exists);
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }

    private void takeSource(String text) {
      source = text.strip();
      if (source.isEmpty() || source.chars().anyMatch(Character::isISOControl)) {
        error = SOURCE + " needs a single line of text.";
      } else if (existing(source).isPresent()
          || Stream.of(source.split(" ")).anyMatch(Arguments::isLocal)) {
        error =
            SOURCE
                + " has to name where the vendor published the document, such as a URL; this is a"
                + " local path: "
                + source;
      }
    }

    private static boolean isLocal(String word) {
      return word.matches("(?i)file:.*|[/~\\\\].*|[a-z]:[/\\\\].*");
    }

    private void takeDocument() {
      if (documents.size() == 1) {
        try {
          document = here.resolve(documents.get(0)).toString();
        } catch (InvalidPathException e) {
          error = "Not a path of a file: " + documents.get(0) + "\n" + USAGE;
        }
      } else {
        error =
            documents.isEmpty()
                ? USAGE
                : "Pass one document, not " + documents.size() + ": " + documents + ".\n" + USAGE;
      }
    }

    /** Returns the Maven options that also work for a build of a single module. */
    List<String> mavenForOneModule() {
      List<String> fitting = new ArrayList<>();
      Deque<String> rest = new ArrayDeque<>(maven);
      while (!rest.isEmpty()) {
        String word = rest.remove();
        String name = word.split("=", 2)[0];
        if (WITH_MODULES.contains(word)) {
          rest.poll();
        } else if (!WITH_MODULES.contains(name) && !OF_SEVERAL_MODULES.contains(word)) {
          fitting.add(word);
          if (takesValue(word) && !rest.isEmpty()) {
            fitting.add(rest.remove());
          }
        }
      }
      return fitting;
    }
  }
}
