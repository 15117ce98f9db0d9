package io.github.videorooms.openapi.tool.regenerate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The main class of the regeneration, started by {@code openapi/Regenerate.java}, which builds the
 * tool and checks the arguments. Arguments: the checkout, the executable of Maven, the vendor's
 * document, where it was published or {@code ""}, and options for Maven.
 */
public final class Regenerate {
  private static final int FIRST_OPTION = 4;

  /** Runs all steps and exits with the code of the {@link Outcome}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(Checkout::stopWriting, "end of writing"));
    List<String> given = List.of(arguments);
    Checkout checkout = new Checkout(Path.of(given.get(0)));
    List<String> options = given.subList(FIRST_OPTION, given.size());
    Build build = new MavenBuild(given.get(1), options, checkout);
    PrintStream page = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    Regeneration regeneration = new Regeneration(checkout, build, given.get(3), page, System.err);
    System.exit(regeneration.run(Path.of(given.get(2))).exitCode());
  }

  private Regenerate() {}
}
