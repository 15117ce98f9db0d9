package io.github.videorooms.openapi.tool.regenerate;

import java.io.IOException;
import java.util.function.Consumer;

/** Builds the code of the document that was written. */
interface Build {
  /** How many steps it takes. */
  int steps();

  /**
   * Generates and compiles, renews the listings of the API and runs the tests.
   *
   * @param begin receives the name of each step as it begins
   */
  BuildResult run(Consumer<String> begin) throws IOException, InterruptedException;
}
