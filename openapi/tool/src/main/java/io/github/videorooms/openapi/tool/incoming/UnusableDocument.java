package io.github.videorooms.openapi.tool.incoming;

/** Says which node of a document cannot be used, why, and what to do. */
public final class UnusableDocument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes the node, what is wrong with it, and what to do about that. */
  public UnusableDocument(String where, String problem, String remedy) {
    super(where + ": " + problem + "\n  " + remedy);
  }
}
