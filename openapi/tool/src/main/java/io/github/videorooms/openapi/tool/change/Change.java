package io.github.videorooms.openapi.tool.change;

import org.jspecify.annotations.Nullable;

/** One difference between two documents, counted once however many places use what changed. */
public final class Change {
  private final Kind kind;
  private final String where;
  private final String text;
  private final Severity wire;
  private final Severity java;
  private final String reason;

  Change(Kind kind, String where, String text, Severity wire, Severity java, String reason) {
    this.kind = kind;
    this.where = where;
    this.text = text;
    this.wire = wire;
    this.java = java;
    this.reason = reason;
  }

  /** What it is about. */
  public Kind kind() {
    return kind;
  }

  /** The place in a reader's words, such as {@code Room.layout} or {@code list_rooms}. */
  public String where() {
    return where;
  }

  /** What changed, with the value before and the one after. Text out of a document is in it. */
  public String text() {
    return text;
  }

  /** What it asks of clients and servers that speak as the document said before. */
  public Severity wire() {
    return wire;
  }

  /** What it asks of Java code that uses the generated classes, compiled or as source. */
  public Severity java() {
    return java;
  }

  /** Why the severities are what they are, or {@code ""} where that is plain. */
  public String reason() {
    return reason;
  }

  boolean isDocumentation() {
    return kind == Kind.DOCUMENTATION;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Change && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Returns one line: the place, the text, both severities. */
  @Override
  public String toString() {
    return where + ": " + text + " [wire " + wire + ", Java " + java + "]";
  }
}
