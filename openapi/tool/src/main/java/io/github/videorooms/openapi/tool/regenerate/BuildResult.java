package io.github.videorooms.openapi.tool.regenerate;

/** Whether a build succeeded, and if not, what it failed with. */
final class BuildResult {
  private static final BuildResult SUCCESS = new BuildResult(true, "");

  private final boolean succeeded;
  private final String failure;

  private BuildResult(boolean succeeded, String failure) {
    this.succeeded = succeeded;
    this.failure = failure;
  }

  static BuildResult success() {
    return SUCCESS;
  }

  static BuildResult failed(String failure) {
    return new BuildResult(false, failure.isBlank() ? "The build failed." : failure);
  }

  boolean succeeded() {
    return succeeded;
  }

  /** What the build failed with; empty if, and only if, it succeeded. */
  String failure() {
    return failure;
  }
}
