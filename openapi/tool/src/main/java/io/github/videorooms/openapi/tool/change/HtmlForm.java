package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.joining;

import io.github.videorooms.openapi.tool.change.Report.Block;
import io.github.videorooms.openapi.tool.change.Report.Span;
import java.util.List;
import java.util.Locale;

/** Writes a report as one responsive HTML file without scripts or external resources. */
final class HtmlForm {
  private static final String HEAD =
      "<!doctype html>\n"
          + "<html lang=\"en\">\n"
          + "<head>\n"
          + "<meta charset=\"utf-8\">\n"
          + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          + "<meta http-equiv=\"Content-Security-Policy\""
          + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";

  private static final String BADGE = "<span class=\"badge [^<]*</span>";

  private static final String STYLE =
      "<style>\n"
          + ":root { color-scheme: light dark; --paper: #fdfcfa; --ink: #22252a; --soft: #6a7078;"
          + " --line: #e3e0da; --box: #f4f1ec; --bad: #b3261e; --new: #1f6f43; }\n"
          + "@media (prefers-color-scheme: dark) { :root { --paper: #17191c; --ink: #e4e2de;"
          + " --soft: #9aa0a8; --line: #33373d; --box: #1f2226; --bad: #ff8a80; --new: #7ed3a2; }"
          + " }\n"
          + "body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 52rem; background:"
          + " var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, -apple-system, \"Segoe"
          + " UI\", sans-serif; overflow-wrap: break-word; }\n"
          + "h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }\n"
          + "h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; padding-top: 1rem; border-top: 1px"
          + " solid var(--line); }\n"
          + "ul { list-style: none; margin: 0; padding: 0; }\n"
          + "li { padding: .55rem 0; border-bottom: 1px solid var(--line); }\n"
          + "li:last-child { border-bottom: 0; }\n"
          + "code, pre { font: .88em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;"
          + " }\n"
          + "code { background: var(--box); border-radius: .25rem; padding: .1em .3em; }\n"
          + "pre { background: var(--box); border-radius: .5rem; padding: .8rem 1rem; overflow-x:"
          + " auto; }\n"
          + "pre code { background: none; border-radius: 0; padding: 0; font-size: inherit; }\n"
          + "pre .minus { color: var(--bad); }\n"
          + "pre .plus { color: var(--new); }\n"
          + "table { border-collapse: collapse; width: 100%; }\n"
          + "th, td { text-align: left; padding: .4rem .8rem .4rem 0; vertical-align: top;"
          + " border-bottom: 1px solid var(--line); }\n"
          + "th { font-weight: 600; color: var(--soft); font-size: .85rem; }\n"
          + ".badge { font-size: .78rem; font-weight: 600; border: 1px solid; border-radius: 1rem;"
          + " padding: .05rem .55rem; white-space: nowrap; }\n"
          + ".badges { display: inline-flex; gap: .3rem; }\n"
          + ".note { display: block; color: var(--soft); font-size: .9rem; }\n"
          + ".breaking { color: var(--bad); }\n"
          + ".additive { color: var(--new); }\n"
          + ".unchanged { color: var(--soft); font-weight: 400; }\n"
          + "</style>\n";

  static String of(Report report) {
    return HEAD
        + "<title>"
        + escaped(report.title())
        + "</title>\n"
        + STYLE
        + "</head>\n<body>\n<h1>"
        + escaped(report.title())
        + "</h1>\n"
        + report.blocks().stream().map(HtmlForm::block).collect(joining())
        + "</body>\n</html>\n";
  }

  private static String block(Block block) {
    return switch (block.form()) {
      case HEADING -> "<h2>" + line(block.rows().get(0)) + "</h2>\n";
      case PARAGRAPH -> "<p>" + line(block.rows().get(0)) + "</p>\n";
      case LIST ->
          block.rows().stream()
              .map(row -> "<li>" + line(row) + "</li>\n")
              .collect(joining("", "<ul>\n", "</ul>\n"));
      case TABLE -> table(block.rows());
      case CODE -> "<pre><code>" + code(block) + "</code></pre>\n";
    };
  }

  private static String table(List<List<Span>> rows) {
    StringBuilder table = new StringBuilder("<table>\n");
    for (int i = 0; i < rows.size(); i++) {
      String cell = i == 0 ? "th" : "td";
      table.append("<tr>");
      rows.get(i).forEach(span -> table.append("<" + cell + ">" + span(span) + "</" + cell + ">"));
      table.append("</tr>\n");
    }
    return table.append("</table>\n").toString();
  }

  private static String code(Block block) {
    return block
        .code()
        .stripTrailing()
        .lines()
        .map(line -> block.language().equals("diff") ? coloured(line) : escaped(line))
        .collect(joining("\n"));
  }

  private static String coloured(String line) {
    if (line.startsWith("-") || line.startsWith("+")) {
      String kind = line.startsWith("-") ? "minus" : "plus";
      return "<span class=\"" + kind + "\">" + escaped(line) + "</span>";
    }
    return escaped(line);
  }

  /** Writes a line; consecutive badges are not separated by a line break. */
  private static String line(List<Span> spans) {
    return spans.stream()
        .map(HtmlForm::span)
        .collect(joining(" "))
        .replaceAll(BADGE + "(?: " + BADGE + ")+", "<span class=\"badges\">$0</span>");
  }

  private static String span(Span span) {
    String text = escaped(span.text());
    return switch (span.style()) {
      case TEXT -> text;
      case NOTE -> "<span class=\"note\">" + text + "</span>";
      case CODE -> text.isBlank() ? "" : "<code>" + text + "</code>";
      case BREAKING, ADDITIVE, UNCHANGED ->
          "<span class=\"badge "
              + span.style().name().toLowerCase(Locale.ROOT)
              + "\">"
              + text
              + "</span>";
    };
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private HtmlForm() {}
}
