package io.github.videorooms.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class BarChartTest {
  private static final Pattern COLOUR = Pattern.compile("\\.?(\\w+) \\{ fill: #(\\w{6}) }");

  @Test
  void toSvg_screenReader_describesTheBars() throws Exception {
    BarChart chart = new BarChart("Time of a call", "Lower is better", "%.2f");
    chart.add("getRoom", "VideoRooms", 0.794);
    chart.add("getRoom", "OkHttp+Gson", 1);
    chart.add("list50", "VideoRooms", 0.7);

    Element svg = parsed(chart).getDocumentElement();

    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("title description");
    assertThat(text(svg, "title")).isEqualTo("Time of a call");
    assertThat(text(svg, "desc"))
        .isEqualTo(
            "Lower is better. getRoom: VideoRooms 0.79, OkHttp+Gson 1.00. list50: VideoRooms 0.70.");
  }

  @Test
  void toSvg_textWithMarkup_isEscaped() throws Exception {
    BarChart chart = new BarChart("a < b & c > d", "e & f", "%.0f");
    chart.add("g < h", "i & j", 1);

    Element svg = parsed(chart).getDocumentElement();

    assertThat(text(svg, "title")).isEqualTo("a < b & c > d");
    assertThat(text(svg, "desc")).isEqualTo("e & f. g < h: i & j 1.");
  }

  /** As WCAG 2 asks: 4.5 to 1 for text, 3 to 1 for what a picture shows. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void toSvg_lightOrDark_hasEnoughContrast(boolean dark) {
    String svg = new BarChart("", "", "").toSvg();
    int media = svg.indexOf("@media");
    Map<String, Integer> colours = colours(dark ? svg.substring(media) : svg.substring(0, media));

    double page = luminance(colours.remove("page"));

    assertThat(colours).containsOnlyKeys("text", "hint", "series0", "series1", "series2");
    colours.forEach(
        (name, colour) ->
            assertThat(contrast(page, luminance(colour)))
                .as(name)
                .isGreaterThan(name.startsWith("series") ? 3 : 4.5));
  }

  private static Document parsed(BarChart chart) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(chart.toSvg().getBytes(UTF_8)));
  }

  private static String text(Element svg, String name) {
    return svg.getElementsByTagName(name).item(0).getTextContent();
  }

  private static Map<String, Integer> colours(String style) {
    Map<String, Integer> colours = new HashMap<>();
    Matcher colour = COLOUR.matcher(style);
    while (colour.find()) {
      colours.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
    }
    return colours;
  }

  private static double contrast(double one, double other) {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
