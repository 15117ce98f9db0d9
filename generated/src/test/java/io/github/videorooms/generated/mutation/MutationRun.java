package io.github.videorooms.generated.mutation;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.videorooms.openapi.tool.change.ApiChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Builds each mutated document and lets the old caller meet it: {@code MutationRun document
 * directory}. It runs as a program of its own, outside of the modules.
 */
final class MutationRun {
  private final Path directory;
  private final String document;
  private final BuiltDocument old;
  private final Path callerSource;
  private final Path callerClasses;

  private MutationRun(Path document, Path directory) throws IOException {
    this.directory = directory;
    this.document = Files.readString(document);
    this.old = new BuiltDocument(directory.resolve("old"));
    this.callerSource = directory.resolve(OldCaller.NAME + ".java");
    this.callerClasses = directory.resolve("caller");
  }

  public static void main(String[] arguments) throws Exception {
    new MutationRun(Path.of(arguments[0]), Path.of(arguments[1])).run();
    System.exit(0);
  }

  private void run() throws Exception {
    expectNothing(old.build(document));
    Files.writeString(callerSource, OldCaller.source(old.types()));
    expectNothing(old.compileAgainst(callerSource, callerClasses));
    expectNothing(old.run(callerClasses));
    String listing = old.listing();
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<?>> tasks =
        Mutations.all().stream()
            .<Future<?>>map(mutation -> threads.submit(() -> meet(mutation, listing)))
            .toList();
    threads.shutdown();
    for (Future<?> task : tasks) {
      task.get();
    }
  }

  private Void meet(Mutation mutation, String listing) throws IOException {
    Path place = directory.resolve(fileName(mutation));
    Outcome outcome = outcome(new BuiltDocument(place), mutation, listing);
    Files.writeString(directory.resolve(fileName(mutation) + ".json"), outcome.toJson().toString());
    return null;
  }

  private Outcome outcome(BuiltDocument built, Mutation mutation, String listing)
      throws IOException {
    String build = built.buildFrom(old, mutation.applied(document).toYaml());
    if (!build.isEmpty() || built.isSameCode()) {
      return new Outcome(build, "", "", "", "");
    }
    ApiChanges changes = ApiChanges.between("generated", listing, built.listing());
    return new Outcome(
        "",
        built.compileAgainst(callerSource, built.classes().resolveSibling("caller")),
        built.run(callerClasses),
        String.join("\n", changes.breaks()),
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
   * How the old caller fared.
   *
   * @param build what the compiler says of the generated code
   * @param source what the compiler says of the caller
   * @param link what the compiled caller misses as it runs
   * @param breaks what the listings say of nullness and the rest
   * @param lines the lines of Java that came and went
   */
  record Outcome(String build, String source, String link, String breaks, String lines) {
    static Outcome read(Path file) throws IOException {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      return new Outcome(
          json.get("build").getAsString(),
          json.get("source").getAsString(),
          json.get("link").getAsString(),
          json.get("breaks").getAsString(),
          json.get("lines").getAsString());
    }

    JsonObject toJson() {
      JsonObject json = new JsonObject();
      json.addProperty("build", build);
      json.addProperty("source", source);
      json.addProperty("link", link);
      json.addProperty("breaks", breaks);
      json.addProperty("lines", lines);
      return json;
    }

    boolean isBroken() {
      return !build.isEmpty() || !source.isEmpty() || !link.isEmpty() || !breaks.isEmpty();
    }
  }
}
