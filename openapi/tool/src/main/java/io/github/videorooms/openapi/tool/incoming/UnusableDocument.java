package io.github.videorooms.openapi.tool.incoming;

/** Says which node of a document cannot be used, why, and what to do. */
public final class UnusableDocument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String problem;
  private final String remedy;

  /** Takes the node, what is wrong with it, and what to do about that. */
  public UnusableDocument(String where, String problem, String remedy) {
    super(where + ": " + problem + "\n  " + remedy);
    this.where = where;
    this.problem = problem;
    this.remedy = remedy;
  }

  /** The node, as the message names it. */
  String where() {
    return where;
  }

  /** Returns the same with the place in the file, such as {@code vendor.yaml:12}. */
  UnusableDocument at(String place) {
    UnusableDocument located = new UnusableDocument(place + ": " + where, problem, remedy);
    located.initCause(this);
    return located;
  }
}
