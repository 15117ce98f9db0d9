package io.github.videorooms.openapi.tool.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One difference between two documents, counted once however many places use what changed. */
public final class Change {
  private final Kind kind;
  private final String where;
  private final String text;
  private final String before;
  private final String after;
  private final Severity wire;
  private final Severity java;
  private final String reason;

  private Change(Draft draft, Severity wire, Severity java) {
    this.kind = draft.kind;
    this.where = draft.where;
    this.text = draft.text;
    this.before = draft.before;
    this.after = draft.after;
    this.wire = wire;
    this.java = java;
    this.reason = draft.reason;
  }

  static Draft of(Kind kind, String where, String text) {
    return new Draft(kind, where, text);
  }

  /** What it is about. */
  public Kind kind() {
    return kind;
  }

  /** The place in a reader's words, such as {@code Room.layout} or {@code list_rooms}. */
  public String where() {
    return where;
  }

  /** What happened there, such as {@code new field} or {@code maximum}. */
  public String text() {
    return text;
  }

  /** What was there, as the document has it; {@code ""} if nothing or nothing short. */
  public String before() {
    return before;
  }

  /** What is there now, as the document has it; {@code ""} if nothing or nothing short. */
  public String after() {
    return after;
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

  /** Whether it is prose, an example or the like. */
  public boolean isDocumentation() {
    return kind == Kind.DOCUMENTATION;
  }

  /** Returns the place, the text and the values, such as {@code Room.fps: format int32 → int64}. */
  public String line() {
    String values = before.isEmpty() || after.isEmpty() ? before + after : before + " → " + after;
    return where + ": " + text + (values.isEmpty() ? "" : " " + values);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Change && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Returns the line and both severities. */
  @Override
  public String toString() {
    return line() + " [wire " + wire + ", Java " + java + "]";
  }

  /** A change of which not all is said yet. */
  static final class Draft {
    private final Kind kind;
    private final String where;
    private final String text;
    private String before = "";
    private String after = "";
    private String reason = "";

    private Draft(Kind kind, String where, String text) {
      this.kind = kind;
      this.where = where;
      this.text = text;
    }

    Draft from(String value) {
      this.before = value;
      return this;
    }

    Draft to(String value) {
      this.after = value;
      return this;
    }

    Draft because(String sentence) {
      this.reason = sentence;
      return this;
    }

    void addTo(List<Change> changes, Severity wire, Severity java) {
      changes.add(new Change(this, wire, java));
    }
  }
}
