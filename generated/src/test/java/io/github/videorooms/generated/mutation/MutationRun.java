package io.github.videorooms.generated.mutation;

import static java.util.stream.Collectors.groupingBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.videorooms.openapi.tool.change.ApiChanges;
import io.github.videorooms.openapi.tool.change.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Builds each mutated document and checks it with {@link OldCaller}. Runs in a separate process on
 * the class path. Usage: {@code MutationRun document directory}.
 *
 * <p>Mutations that should not affect Java code are built together, and so are additive ones. If
 * the result is not as expected, each of them is built separately to find out which one is wrong.
 */
final class MutationRun {
  private final Path directory;
  private final Tree document;
  private final BuiltDocument old;
  private final Path callerSource;
  private final Path callerClasses;
  private String listing = "";

  private MutationRun(Path document, Path directory) throws IOException {
    this.directory = directory;
    this.document = new Tree(Files.readString(document));
    this.old = new BuiltDocument(directory.resolve("old"));
    this.callerSource = directory.resolve(OldCaller.NAME + ".java");
    this.callerClasses = directory.resolve("caller");
  }

  public static void main(String[] arguments) throws Exception {
    new MutationRun(Path.of(arguments[0]), Path.of(arguments[1])).run();
    System.exit(0);
  }

  private void run() throws Exception {
    expectNothing(old.build(document.toYaml()));
    Files.writeString(callerSource, OldCaller.source(old.types()));
    expectNothing(old.compileAgainst(callerSource, callerClasses));
    expectNothing(old.run(callerClasses));
    listing = old.listing();
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<Void>> met =
        threads.invokeAll(groups().<Callable<Void>>map(group -> () -> meet(group)).toList());
    threads.shutdown();
    for (Future<Void> each : met) {
      each.get();
    }
  }

  private Stream<Together> groups() {
    Map<Severity, List<Mutation>> byJava =
        Mutations.all().stream().collect(groupingBy(Mutation::java));
    return Stream.of(
            Together.of(document, byJava.get(Severity.NONE)),
            Together.of(document, byJava.get(Severity.ADDITIVE)),
            byJava.get(Severity.BREAKING).stream()
                .map(each -> Together.alone(document, each))
                .toList())
        .flatMap(List::stream);
  }

  private Void meet(Together group) throws IOException {
    Outcome outcome = outcome(group);
    boolean tellsOfEach = group.mutations().size() == 1 || isAsJudged(group, outcome);
    for (Mutation mutation : group.mutations()) {
      if (tellsOfEach) {
        Path file = directory.resolve(fileName(mutation) + ".json");
        Files.writeString(file, outcome.toJson().toString());
      } else {
        meet(Together.alone(document, mutation));
      }
    }
    return null;
  }

  private static boolean isAsJudged(Together group, Outcome outcome) {
    boolean mayAdd = group.mutations().stream().allMatch(each -> each.java() == Severity.ADDITIVE);
    return !outcome.isBroken() && (mayAdd || outcome.lines().isEmpty());
  }

  private Outcome outcome(Together group) throws IOException {
    BuiltDocument built = new BuiltDocument(Files.createTempDirectory(directory, "built"));
    String build = built.buildFrom(old, group.edited().toYaml());
    if (!build.isEmpty() || built.isSameCode()) {
      return new Outcome(build, "", "", build.isEmpty() ? Severity.NONE : Severity.BREAKING, "");
    }
    ApiChanges changes = ApiChanges.between("generated", listing, built.listing());
    return new Outcome(
        "",
        built.compileAgainst(callerSource, built.classes().resolveSibling("caller")),
        built.run(callerClasses),
        changes.verdict().java(),
        changes.lines());
  }

  static String fileName(Mutation mutation) {
    return mutation.toString().replaceAll("[^A-Za-z0-9]+", "-");
  }

  private static void expectNothing(String message) {
    if (!message.isEmpty()) {
      throw new IllegalStateException(message);
    }
  }

  /**
   * The result of a mutation for the old caller.
   *
   * @param build the compiler errors of the generated code
   * @param source the compiler errors of the caller
   * @param link the first linkage error of the compiled caller
   * @param listings the result of comparing the listings; breaking if the code does not compile
   * @param lines the added and removed lines of the listing
   */
  record Outcome(String build, String source, String link, Severity listings, String lines) {
    static Outcome read(Path file) throws IOException {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      return new Outcome(
          json.get("build").getAsString(),
          json.get("source").getAsString(),
          json.get("link").getAsString(),
          Severity.valueOf(json.get("listings").getAsString()),
          json.get("lines").getAsString());
    }

    JsonObject toJson() {
      JsonObject json = new JsonObject();
      json.addProperty("build", build);
      json.addProperty("source", source);
      json.addProperty("link", link);
      json.addProperty("listings", listings.name());
      json.addProperty("lines", lines);
      return json;
    }

    boolean isBroken() {
      return meetsABreak() || listings == Severity.BREAKING;
    }

    /** Returns whether the old caller no longer compiles or links. */
    boolean meetsABreak() {
      return !source.isEmpty() || !link.isEmpty();
    }
  }
}
