package io.github.videorooms.openapi.tool.change;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares what is committed with what was released last: {@code openapi/released} holds the
 * document and the API listings of each release.
 */
public final class ReleaseGate {
  /**
   * Returns a line for each reason not to release what is committed; none if all is well.
   *
   * @param repository the directory that holds {@code openapi}, {@code generated} and so on
   */
  public static List<String> check(Path repository) throws IOException {
    return List.of();
  }

  private ReleaseGate() {}
}
