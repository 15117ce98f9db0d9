package io.github.videorooms.openapi.tool.regenerate;

/**
 * The result of a build.
 *
 * @param failure the errors of the build; empty if and only if it succeeded
 */
record BuildResult(String failure) {
  static BuildResult success() {
    return new BuildResult("");
  }

  static BuildResult failed(String failure) {
    return new BuildResult(failure.isBlank() ? "The build failed." : failure);
  }

  boolean succeeded() {
    return failure.isEmpty();
  }
}
