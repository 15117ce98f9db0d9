package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import java.util.Collection;

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

  /** Rejects flags that are not booleans: counting "yes" as false could reverse the meaning. */
  static void checkFlags(Node node, Collection<String> flags) {
    for (String name : flags) {
      Node flag = node.get(name);
      if (flag.exists() && !flag.is(true) && !flag.is(false)) {
        throw new UnusableDocument(
            flag.path(),
            "is neither true nor false: " + flag.value(),
            "Correct it in the file if you know what is meant, or ask the vendor.");
      }
    }
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
