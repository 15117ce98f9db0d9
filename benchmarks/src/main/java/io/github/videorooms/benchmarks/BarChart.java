package io.github.videorooms.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Groups of horizontal bars as SVG, in colours that can be read on a light page and on a dark one.
 */
final class BarChart {
  private static final List<String> COLOURS = List.of("#2f9e6e", "#8a8f98", "#c98a2b");
  private static final int LEFT = 150;
  private static final int WIDTH = 480;
  private static final int BAR = 16;
  private static final int GAP = 12;

  private final String title;
  private final String format;
  private final List<Bar> bars = new ArrayList<>();

  /**
   * Makes an empty chart.
   *
   * @param format of the values
   */
  BarChart(String title, String format) {
    this.title = title;
    this.format = format;
  }

  /** Adds a bar; those of one group come one after another. */
  void add(String group, String series, double value) {
    bars.add(new Bar(group, series, value));
  }

  String toSvg() {
    double longest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    List<String> series = bars.stream().map(Bar::series).distinct().toList();
    StringBuilder body = new StringBuilder();
    text(body, 10, 22, 15, title);
    for (int index = 0; index < series.size(); index++) {
      int x = LEFT + index * 160;
      rectangle(body, x, 34, 12, COLOURS.get(index));
      text(body, x + 18, 44, 12, series.get(index));
    }
    int y = 58;
    String group = "";
    for (Bar bar : bars) {
      if (!bar.group.equals(group)) {
        group = bar.group;
        y += GAP;
        text(body, 10, y + 12, 12, group);
      }
      double length = bar.value / longest * WIDTH;
      rectangle(body, LEFT, y, length, COLOURS.get(series.indexOf(bar.series)));
      text(body, LEFT + length + 6, y + 11, 11, String.format(Locale.ROOT, format, bar.value));
      y += BAR;
    }
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 %d\" font-family=\"sans-serif\">\n"
            + "<style>text{fill:#444}"
            + "@media(prefers-color-scheme:dark){text{fill:#ccc}}</style>\n%s</svg>\n",
        y + GAP,
        body);
  }

  private static void rectangle(StringBuilder body, int x, int y, double width, String colour) {
    body.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n",
            x,
            y,
            width,
            BAR - 4,
            colour));
  }

  private static void text(StringBuilder body, double x, int y, int size, String text) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%d\" font-size=\"%d\">%s</text>\n",
            x,
            y,
            size,
            text));
  }

  private record Bar(String group, String series, double value) {}
}
