package io.github.videorooms.benchmarks;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Groups of horizontal bars as a standalone SVG, light or dark as the reader prefers. A title and a
 * description convey the same to readers who cannot see it.
 */
final class BarChart {
  private static final int LEFT = 150;
  private static final int WIDTH = 480;
  private static final int BAR = 16;
  private static final int GAP = 12;
  private static final String STYLE =
      """
      <style>
        .page { fill: #ffffff }
        text { fill: #1d2b38 }
        .hint { fill: #44566a }
        .series0 { fill: #2563c9 }
        .series1 { fill: #737d88 }
        .series2 { fill: #c2590c }
        @media (prefers-color-scheme: dark) {
          .page { fill: #14191f }
          text { fill: #e4ebf2 }
          .hint { fill: #a9bacb }
          .series0 { fill: #6ea8fe }
          .series1 { fill: #98a3ae }
          .series2 { fill: #f0915f }
        }
      </style>
      """;

  private final String title;
  private final String hint;
  private final String format;
  private final List<Bar> bars = new ArrayList<>();

  /**
   * Creates an empty chart.
   *
   * @param hint how to read the chart, shown below the title, such as which value is better
   * @param format the format of the values
   */
  BarChart(String title, String hint, String format) {
    this.title = title;
    this.hint = hint;
    this.format = format;
  }

  /** Adds a bar; the bars of a group have to be added one after another. */
  void add(String group, String series, double value) {
    bars.add(new Bar(group, series, value));
  }

  String toSvg() {
    double longest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    List<String> series = bars.stream().map(Bar::series).distinct().toList();
    StringBuilder body = new StringBuilder();
    text(body, 10, 24, 15, "", title);
    text(body, 10, 42, 12, " class=\"hint\"", hint);
    for (int index = 0; index < series.size(); index++) {
      int x = LEFT + index * 160;
      rectangle(body, x, 54, 12, index);
      text(body, x + 18, 64, 12, "", series.get(index));
    }
    int y = 76;
    String group = "";
    for (Bar bar : bars) {
      if (!bar.group.equals(group)) {
        group = bar.group;
        y += GAP;
        text(body, 10, y + 11, 12, "", group);
      }
      double length = bar.value / longest * WIDTH;
      rectangle(body, LEFT, y, length, series.indexOf(bar.series));
      text(body, LEFT + length + 6, y + 11, 12, "", number(bar));
      y += BAR;
    }
    return document(y + GAP, body);
  }

  private String document(int height, StringBuilder body) {
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 %d" font-family="sans-serif" \
        role="img" aria-labelledby="title description">
        <title id="title">%s</title>
        <desc id="description">%s</desc>
        %s<rect class="page" width="720" height="%d" rx="6"/>
        %s</svg>
        """,
        height,
        escaped(title),
        escaped(description()),
        STYLE,
        height,
        body);
  }

  /** Returns everything that the bars show, as sentences. */
  private String description() {
    Stream<String> groups =
        bars.stream()
            .map(Bar::group)
            .distinct()
            .map(
                group ->
                    bars.stream()
                        .filter(bar -> bar.group.equals(group))
                        .map(bar -> bar.series + " " + number(bar))
                        .collect(joining(", ", group + ": ", ".")));
    return Stream.concat(Stream.of(hint + "."), groups).collect(joining(" "));
  }

  private String number(Bar bar) {
    return String.format(Locale.ROOT, format, bar.value);
  }

  private static void rectangle(StringBuilder body, int x, int y, double width, int series) {
    body.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"series%d\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>\n",
            series,
            x,
            y,
            width,
            BAR - 4));
  }

  private static void text(
      StringBuilder body, double x, int y, int size, String attributes, String text) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text%s x=\"%.1f\" y=\"%d\" font-size=\"%d\">%s</text>\n",
            attributes,
            x,
            y,
            size,
            escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private record Bar(String group, String series, double value) {}
}
