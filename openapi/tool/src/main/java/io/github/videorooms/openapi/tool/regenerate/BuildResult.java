package io.github.videorooms.openapi.tool.regenerate;

/**
 * Whether a build succeeded, and if not, what it failed with.
 *
 * @param failure what the build failed with; empty if, and only if, it succeeded
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
