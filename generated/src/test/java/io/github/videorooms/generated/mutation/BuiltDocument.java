package io.github.videorooms.generated.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.google.gson.Gson;
import io.github.videorooms.generated.Generation;
import io.github.videorooms.openapi.tool.ApiListing;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import okhttp3.ResponseBody;
import org.jspecify.annotations.NullMarked;
import retrofit2.Retrofit;

/** Generates and compiles the classes for a document. */
public final class BuiltDocument {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final String SEPARATOR = System.getProperty("path.separator");

  /**
   * The class path of generated code, without the generator's dependencies, which would slow down
   * each compilation.
   */
  private static final String CLASS_PATH =
      Stream.of(Retrofit.class, ResponseBody.class, Gson.class, NullMarked.class)
          .map(BuiltDocument::origin)
          .collect(joining(SEPARATOR));

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*.*?\\*/");

  private final Path directory;
  private final List<String> options;
  private boolean isSameCode;

  /**
   * @param options additional compiler options
   */
  public BuiltDocument(Path directory, String... options) {
    this.directory = directory;
    this.options = List.of(options);
  }

  public Path classes() {
    return directory.resolve("classes");
  }

  /** Returns the path of the built document. */
  public Path document() {
    return directory.resolve("video.yaml");
  }

  /** Generates and compiles; returns the compiler's errors, or {@code ""}. */
  public String build(String yaml) throws IOException {
    generate(yaml);
    return compile(filesIn(sources()).stream().map(sources()::resolve).toList(), classes(), "");
  }

  private void generate(String yaml) throws IOException {
    Files.createDirectories(classes());
    Files.writeString(document(), yaml);
    Generation.main(new String[] {document().toString(), directory.toString()});
  }

  private Path sources() {
    return directory.resolve("src/main/java");
  }

  /**
   * Generates, and compiles only the files that differ from an existing build and those that refer
   * to them; returns the compiler's errors, or {@code ""}.
   */
  String buildFrom(BuiltDocument old, String yaml) throws IOException {
    try {
      generate(yaml);
    } catch (RuntimeException e) {
      return "The generator failed: " + e;
    }
    Map<String, String> before = old.code();
    Map<String, String> now = code();
    Set<String> changed = new TreeSet<>(before.keySet());
    changed.addAll(now.keySet());
    changed.removeIf(file -> Objects.equals(before.get(file), now.get(file)));
    isSameCode = changed.isEmpty();
    copyClasses(old, changed);
    List<Path> files =
        now.keySet().stream()
            .filter(file -> changed.contains(file) || names(now.get(file), changed))
            .map(sources()::resolve)
            .toList();
    return files.isEmpty() ? "" : compile(files, classes(), classes() + SEPARATOR);
  }

  /** Returns whether only comments differ from the build that this one is based on. */
  boolean isSameCode() {
    return isSameCode;
  }

  private static boolean names(String code, Set<String> files) {
    return files.stream().anyMatch(file -> code.contains(typeOf(file)));
  }

  /** Returns the type name of a source or class file. */
  private static String typeOf(String file) {
    return file.replaceFirst(".*/", "").replaceFirst("[.$].*", "");
  }

  private void copyClasses(BuiltDocument old, Set<String> except) throws IOException {
    Set<String> types = except.stream().map(BuiltDocument::typeOf).collect(toSet());
    for (String file : filesIn(old.classes())) {
      if (!types.contains(typeOf(file))) {
        Path target = classes().resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(old.classes().resolve(file), target);
      }
    }
  }

  /** Returns the sources without comments, by name. */
  private Map<String, String> code() throws IOException {
    Map<String, String> code = new TreeMap<>();
    for (String file : filesIn(sources())) {
      code.put(file, COMMENT.matcher(Files.readString(sources().resolve(file))).replaceAll(""));
    }
    return code;
  }

  private static List<String> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  /** Compiles a program against these classes; returns the compiler's errors. */
  String compileAgainst(Path program, Path output) throws IOException {
    Files.createDirectories(output);
    return compile(List.of(program), output, classes() + SEPARATOR);
  }

  private static String origin(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  private String compile(List<Path> files, Path output, String before) throws IOException {
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = COMPILER.getStandardFileManager(null, null, UTF_8)) {
      List<String> all = new ArrayList<>(options);
      all.addAll(
          List.of(
              "-proc:none",
              "-nowarn",
              "-parameters",
              "-d",
              output.toString(),
              "-cp",
              before + CLASS_PATH));
      boolean fine =
          COMPILER
              .getTask(
                  messages, manager, null, all, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      return fine ? "" : messages.toString();
    }
  }

  /** Runs a compiled program against these classes; returns the first linkage error. */
  String run(Path program) throws IOException {
    URL[] path = {program.toUri().toURL(), classes().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      for (Method method : loader.loadClass(OldCaller.NAME).getDeclaredMethods()) {
        String fault = call(method);
        if (!fault.isEmpty()) {
          return fault;
        }
      }
      return "";
    } catch (ReflectiveOperationException | LinkageError e) {
      return e.toString();
    }
  }

  /** Calls a method with null receivers; returns only errors caused by changed classes. */
  private static String call(Method method) throws IllegalAccessException {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(BuiltDocument::nothing).toArray();
    try {
      method.setAccessible(true);
      method.invoke(null, arguments);
      return "";
    } catch (InvocationTargetException e) {
      boolean counts =
          e.getCause() instanceof LinkageError || e.getCause() instanceof IllegalStateException;
      return counts ? e.getCause().toString() : "";
    }
  }

  private static Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == long.class) {
      return 0L;
    }
    return type == int.class ? 0 : null;
  }

  /** Returns the API listing. */
  String listing() throws IOException {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes().toUri().toURL()}, getClass().getClassLoader())) {
      return ApiListing.ofDirectory(classes(), loader).toString();
    }
  }

  List<Class<?>> types() throws IOException, ReflectiveOperationException {
    URLClassLoader loader =
        new URLClassLoader(new URL[] {classes().toUri().toURL()}, getClass().getClassLoader());
    List<Class<?>> types = new ArrayList<>();
    for (String file : filesIn(classes())) {
      String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
      types.add(Class.forName(name, false, loader));
    }
    return types;
  }
}
