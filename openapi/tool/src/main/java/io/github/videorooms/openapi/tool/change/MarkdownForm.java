package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.joining;

import io.github.videorooms.openapi.tool.change.Report.Block;
import io.github.videorooms.openapi.tool.change.Report.Span;
import io.github.videorooms.openapi.tool.change.Report.Style;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a report as Markdown; text from documents is escaped. */
final class MarkdownForm {
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+!|&~:@.-]");
  private static final Pattern HARMLESS =
      Pattern.compile("(?<=\\w)[.:()-](?=[\\s\\w]|$)|[()](?=\\W|$)");
  private static final Pattern TICKS = Pattern.compile("`+");

  static String of(Report report) {
    StringBuilder page = new StringBuilder("# " + escaped(report.title()) + "\n");
    report.blocks().forEach(block -> page.append('\n').append(block(block)));
    return page.toString();
  }

  private static String block(Block block) {
    return switch (block.form()) {
      case HEADING -> "## " + line(block.rows().get(0)) + "\n";
      case PARAGRAPH -> line(block.rows().get(0)) + "\n";
      case LIST -> block.rows().stream().map(row -> "- " + line(row) + "\n").collect(joining());
      case TABLE -> table(block.rows());
      case CODE -> {
        String fence = fence(block.code());
        yield fence + block.language() + "\n" + block.code().stripTrailing() + "\n" + fence + "\n";
      }
    };
  }

  private static String table(List<List<Span>> rows) {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      table.append(
          rows.get(i).stream().map(MarkdownForm::span).collect(joining(" | ", "| ", " |\n")));
      if (i == 0) {
        table.append("|").append("---|".repeat(rows.get(0).size())).append('\n');
      }
    }
    return table.toString();
  }

  private static String line(List<Span> spans) {
    return spans.stream().map(MarkdownForm::span).collect(joining(" "));
  }

  private static String span(Span span) {
    if (span.style() == Style.CODE) {
      return code(span.text());
    }
    String text = escaped(span.text());
    return span.style() == Style.BREAKING
        ? "**" + text + "**"
        : span.style() == Style.NOTE ? "— " + text : text;
  }

  /** Writes code with a longer backtick fence than the text contains, safe in table cells. */
  private static String code(String text) {
    String line = oneLine(text);
    if (line.indexOf('|') >= 0) {
      return escaped(line);
    }
    String ticks = "`".repeat(longestRun(line) + 1);
    String padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return line.isBlank() ? "" : ticks + padding + line + padding + ticks;
  }

  private static String fence(String code) {
    return "`".repeat(Math.max(3, longestRun(code) + 1));
  }

  private static int longestRun(String text) {
    return TICKS.matcher(text).results().mapToInt(run -> run.end() - run.start()).max().orElse(0);
  }

  /** Escapes everything that could be markup at its position. */
  private static String escaped(String text) {
    String line = oneLine(text);
    Matcher matcher = MARKUP.matcher(line);
    StringBuilder escaped = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      escaped.append(line, from, matcher.start());
      boolean harmless =
          HARMLESS
              .matcher(line)
              .region(matcher.start(), line.length())
              .useTransparentBounds(true)
              .lookingAt();
      escaped.append(harmless ? "" : "\\").append(matcher.group());
      from = matcher.end();
    }
    return escaped.append(line, from, line.length()).toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private MarkdownForm() {}
}
