package io.github.videorooms.openapi.tool.change;

import java.util.ArrayList;
import java.util.List;

/** The content of a page, independent of its format. Each format escapes what it writes. */
final class Report {
  private final String title;
  private final List<Block> blocks = new ArrayList<>();

  Report(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  List<Block> blocks() {
    return blocks;
  }

  void heading(String text) {
    add(Form.HEADING, List.of(List.of(Span.text(text))));
  }

  void paragraph(Span... spans) {
    add(Form.PARAGRAPH, List.of(List.of(spans)));
  }

  void list(List<List<Span>> items) {
    add(Form.LIST, items);
  }

  /** Adds a table whose first row is the header. */
  void table(List<List<Span>> rows) {
    add(Form.TABLE, rows);
  }

  /** Adds preformatted lines in a language for syntax highlighting. */
  void code(String language, String lines) {
    blocks.add(new Block(Form.CODE, List.of(), language, lines));
  }

  private void add(Form form, List<List<Span>> rows) {
    blocks.add(new Block(form, rows, "", ""));
  }

  enum Form {
    HEADING,
    PARAGRAPH,
    LIST,
    TABLE,
    CODE
  }

  /** A block of the page, such as a paragraph. */
  record Block(Form form, List<List<Span>> rows, String language, String code) {}

  /** A piece of text with one style. */
  record Span(Style style, String text) {
    static Span text(String text) {
      return new Span(Style.TEXT, text);
    }

    static Span code(String text) {
      return new Span(Style.CODE, text);
    }

    /** Returns an explanation of the rest of the line. */
    static Span note(String text) {
      return new Span(Style.NOTE, text);
    }

    /** Returns the severity of a change, highlighted. */
    static Span badge(Severity severity) {
      Style style =
          severity == Severity.BREAKING
              ? Style.BREAKING
              : severity == Severity.ADDITIVE ? Style.ADDITIVE : Style.UNCHANGED;
      return new Span(style, severity.toString());
    }
  }

  enum Style {
    TEXT,
    CODE,
    NOTE,
    BREAKING,
    ADDITIVE,
    UNCHANGED
  }
}
