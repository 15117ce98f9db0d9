package io.github.videorooms.openapi.tool.regenerate;

import java.io.IOException;

/** Makes the code of the document that was written. */
interface Build {
  /** Generates and compiles; returns what went wrong, or {@code ""}. */
  String compile() throws IOException, InterruptedException;

  /** Renews the listings of the API and runs the tests; returns what went wrong, or {@code ""}. */
  String test() throws IOException, InterruptedException;
}
