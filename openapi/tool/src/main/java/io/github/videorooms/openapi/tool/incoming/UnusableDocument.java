package io.github.videorooms.openapi.tool.incoming;

/** Thrown if a document cannot be used. The message names the node, the problem and the fix. */
public final class UnusableDocument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String problem;
  private final String remedy;

  /** Creates an exception for a node or file, with the problem and the fix. */
  public UnusableDocument(String where, String problem, String remedy) {
    super(where + ": " + problem + "\n  " + remedy);
    this.where = where;
    this.problem = problem;
    this.remedy = remedy;
  }

  /** Returns the node, as in the message. */
  String where() {
    return where;
  }

  /** Returns a copy with the position in the file, such as {@code vendor.yaml:12}. */
  UnusableDocument at(String place) {
    UnusableDocument located = new UnusableDocument(place + ": " + where, problem, remedy);
    located.initCause(this);
    return located;
  }
}
