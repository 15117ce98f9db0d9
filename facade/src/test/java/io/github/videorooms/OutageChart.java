package io.github.videorooms;

import io.github.videorooms.OutageSimulation.Outage;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Draws what a fleet does, call by call: the requests that it makes, and the budget that it has
 * left.
 */
final class OutageChart {
  private static final int CALLS = OutageSimulation.OUTAGE_CALLS + OutageSimulation.LATER_CALLS;
  private static final int LEFT = 50;
  private static final int WIDTH = 640;
  private static final int HEIGHT = 180;

  private static final Map<Outage, String> STYLES =
      Map.of(
          Outage.UNAVAILABLE, "stroke=\"#c0392b\" stroke-width=\"2\"",
          Outage.REFUSED, "stroke=\"#2c3e50\" stroke-width=\"2\" stroke-dasharray=\"2 6\"",
          Outage.TIMEOUTS, "stroke=\"#2471a3\" stroke-width=\"2\"",
          Outage.ANNOUNCED, "stroke=\"#27ae60\" stroke-width=\"2\" stroke-dasharray=\"6 10\"",
          Outage.THROTTLED, "stroke=\"#b7950b\" stroke-width=\"2\"");

  private final Map<Outage, OutageSimulation> fleets;
  private final StringBuilder svg = new StringBuilder();

  OutageChart(Map<Outage, OutageSimulation> fleets) {
    this.fleets = fleets;
  }

  String svg() {
    add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 520\"");
    add("    font-family=\"sans-serif\" font-size=\"12\" fill=\"#333\">");
    add("<rect width=\"720\" height=\"520\" fill=\"#fff\"/>");
    text(LEFT, 20, "1,000 clients, 200 calls each in an outage, then 600 that succeed", "15");
    panel(50, "requests for each call, over all calls so far", 1, 3, 0.5);
    panel(270, "tokens left in the retry budget of a client", 0, 500, 100);
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

  private void panel(int top, String title, double lowest, double highest, double step) {
    text(LEFT, top - 6, title, "12");
    int outage = WIDTH * OutageSimulation.OUTAGE_CALLS / CALLS;
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#f5e6e4\"/>",
        LEFT, top, outage, HEIGHT);
    for (double value = lowest; value <= highest; value += step) {
      double y = top + HEIGHT - HEIGHT * (value - lowest) / (highest - lowest);
      add("<path d=\"M%d %.1fh%d\" stroke=\"#ccc\"/>", LEFT, y, WIDTH);
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
    add("<path d=\"%s\" fill=\"none\" %s/>", path, STYLES.get(outage));
  }

  private void legend(Outage outage, OutageSimulation fleet) {
    int y = 70 + 20 * outage.ordinal();
    add("<path d=\"M330 %dh30\" %s/>", y - 4, STYLES.get(outage));
    String total = format("%.3f", fleet.amplificationUpTo(OutageSimulation.OUTAGE_CALLS));
    text(368, y, outage.title + ": " + total + " over the outage", "12");
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
