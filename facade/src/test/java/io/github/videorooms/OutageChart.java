package io.github.videorooms;

import io.github.videorooms.OutageSimulation.Outage;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntToDoubleFunction;

/**
 * Draws what a fleet does, call by call: the requests that it makes, and the budget that it has
 * left.
 */
final class OutageChart {
  private static final int CALLS = OutageSimulation.OUTAGE_CALLS + OutageSimulation.LATER_CALLS;
  private static final String TITLE =
      "VideoRooms: 1,000 clients, 200 calls each in an outage, then 600 that succeed";
  private static final int LEFT = 50;
  private static final int WIDTH = 640;
  private static final int HEIGHT = 180;

  private static final Map<Outage, String> DASHES =
      Map.of(
          Outage.UNAVAILABLE, "",
          Outage.REFUSED, " stroke-dasharray=\"2 6\"",
          Outage.TIMEOUTS, "",
          Outage.ANNOUNCED, " stroke-dasharray=\"6 10\"",
          Outage.THROTTLED, "");

  private static final String STYLE =
      "<style>\n"
          + "  .page { fill: #ffffff } .outage { fill: #f9e6e2 } .grid { stroke: #ccd2d9 }\n"
          + "  text { fill: #1d2b38 } .line { fill: none; stroke-width: 2 }\n"
          + "  .unavailable { stroke: #c0392b } .refused { stroke: #2c3e50 } .timeouts { stroke: #2471a3 }\n"
          + "  .announced { stroke: #1e8449 } .throttled { stroke: #9a7209 }\n"
          + "  @media (prefers-color-scheme: dark) {\n"
          + "    .page { fill: #14191f } .outage { fill: #38201e } .grid { stroke: #3b4651 }\n"
          + "    text { fill: #e4ebf2 }\n"
          + "    .unavailable { stroke: #f1776a } .refused { stroke: #d5dde5 } .timeouts { stroke: #6fb4e8 }\n"
          + "    .announced { stroke: #5fcf8f } .throttled { stroke: #e2bd4f }\n"
          + "  }\n"
          + "</style>";

  private final Map<Outage, OutageSimulation> fleets;
  private final StringBuilder svg = new StringBuilder();

  OutageChart(Map<Outage, OutageSimulation> fleets) {
    this.fleets = fleets;
  }

  String svg() {
    add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 520\"");
    add("    font-family=\"sans-serif\" role=\"img\" aria-labelledby=\"title description\">");
    add("<title id=\"title\">%s</title>", TITLE);
    add("<desc id=\"description\">%s</desc>", description());
    add(STYLE);
    add("<rect class=\"page\" width=\"720\" height=\"520\" rx=\"6\"/>");
    text(LEFT, 20, TITLE, "15");
    panel(50, "requests for each call, over all calls so far; lower is better", 1, 3, 0.5);
    panel(270, "tokens left in the retry budget of a client; none left: no retries", 0, 500, 100);
    for (Map.Entry<Outage, OutageSimulation> entry : fleets.entrySet()) {
      OutageSimulation fleet = entry.getValue();
      line(entry.getKey(), 50, call -> (fleet.amplificationUpTo(call) - 1) / 2);
      line(entry.getKey(), 270, call -> fleet.budgetAfter(call) / 500);
      legend(entry.getKey(), fleet);
    }
    text(LEFT + WIDTH - 80, 480, "calls of a client", "12");
    add("</svg>");
    return svg.toString();
  }

  /** Says what the first panel shows; the second one is why. */
  private String description() {
    StringJoiner totals =
        new StringJoiner(", ", "Requests for each of the first 200 calls: ", ". ");
    fleets.forEach((outage, fleet) -> totals.add(outage.title + " " + total(fleet)));
    return totals
        + "Lower is better. Retries use up the budget of a client within its first 50 calls, and stop"
        + " until calls succeed again, which refills it.";
  }

  private static String total(OutageSimulation fleet) {
    return format("%.3f", fleet.amplificationUpTo(OutageSimulation.OUTAGE_CALLS));
  }

  private void panel(int top, String title, double lowest, double highest, double step) {
    text(LEFT, top - 6, title, "12");
    int outage = WIDTH * OutageSimulation.OUTAGE_CALLS / CALLS;
    add(
        "<rect class=\"outage\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
        LEFT, top, outage, HEIGHT);
    for (double value = lowest; value <= highest; value += step) {
      double y = top + HEIGHT - HEIGHT * (value - lowest) / (highest - lowest);
      add("<path class=\"grid\" d=\"M%d %.1fh%d\"/>", LEFT, y, WIDTH);
      text(8, y + 4, step < 1 ? format("%.1f", value) : format("%.0f", value), "12");
    }
    for (int call = 0; call <= CALLS; call += 100) {
      text(x(call) - 8, top + HEIGHT + 14, Integer.toString(call), "11");
    }
  }

  private void line(Outage outage, int top, IntToDoubleFunction height) {
    StringBuilder path = new StringBuilder();
    for (int call = 1; call <= CALLS; call += call < 100 ? 1 : 4) {
      double y = top + HEIGHT * (1 - height.applyAsDouble(call));
      path.append(path.length() == 0 ? 'M' : 'L').append(format("%.1f %.1f", x(call), y));
    }
    stroke(outage, path.toString());
  }

  private void legend(Outage outage, OutageSimulation fleet) {
    int y = 70 + 20 * outage.ordinal();
    stroke(outage, format("M330 %dh30", y - 4));
    text(368, y, outage.title + ": " + total(fleet) + " over the first 200 calls", "12");
  }

  private void stroke(Outage outage, String path) {
    String name = outage.name().toLowerCase(Locale.ROOT);
    add("<path class=\"line %s\"%s d=\"%s\"/>", name, DASHES.get(outage), path);
  }

  private void text(double x, double y, String text, String size) {
    add("<text x=\"%.1f\" y=\"%.1f\" font-size=\"%s\">%s</text>", x, y, size, text);
  }

  private static double x(int call) {
    return LEFT + (double) WIDTH * call / CALLS;
  }

  private void add(String line, Object... values) {
    svg.append(format(line, values)).append('\n');
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
