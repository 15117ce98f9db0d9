package io.github.videorooms.openapi.tool.regenerate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The command behind {@code openapi/Regenerate.java}, which builds it and starts it with: the
 * checkout, the executable of Maven, the vendor's document, and options for Maven.
 */
public final class Regenerate {
  /** Takes all steps and exits with the code of the {@link Outcome}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> given = List.of(arguments);
    Checkout checkout = new Checkout(Path.of(given.get(0)));
    Build build = new MavenBuild(given.get(1), given.subList(3, given.size()), checkout);
    PrintStream page = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    Regeneration regeneration = new Regeneration(checkout, build, page, System.err);
    System.exit(regeneration.run(Path.of(given.get(2))).exitCode());
  }

  private Regenerate() {}
}
