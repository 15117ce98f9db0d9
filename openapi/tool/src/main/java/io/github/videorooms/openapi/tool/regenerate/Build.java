package io.github.videorooms.openapi.tool.regenerate;

import java.io.IOException;
import java.util.function.Consumer;

/** Builds the code from the written document. */
interface Build {
  /** Returns the number of steps. */
  int steps();

  /**
   * Generates and compiles the code, updates the API listings and runs the tests.
   *
   * @param begin called with the name of each step when it begins
   */
  BuildResult run(Consumer<String> begin) throws IOException, InterruptedException;
}
