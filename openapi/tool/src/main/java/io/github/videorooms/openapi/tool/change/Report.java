package io.github.videorooms.openapi.tool.change;

import java.util.ArrayList;
import java.util.List;

/** What a page says, in an order and without a form: each form escapes what it writes. */
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

  /** A table whose first row is its head. */
  void table(List<List<Span>> rows) {
    add(Form.TABLE, rows);
  }

  /** Lines as they are, in a language that readers may have coloured. */
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

  /** A part of the page. */
  record Block(Form form, List<List<Span>> rows, String language, String code) {}

  /** A piece of a line. */
  record Span(Style style, String text) {
    static Span text(String text) {
      return new Span(Style.TEXT, text);
    }

    static Span code(String text) {
      return new Span(Style.CODE, text);
    }

    /** What explains the rest of the line. */
    static Span note(String text) {
      return new Span(Style.NOTE, text);
    }

    /** A word that says how much a change asks for. */
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
