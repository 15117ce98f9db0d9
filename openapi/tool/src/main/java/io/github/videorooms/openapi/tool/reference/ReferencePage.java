package io.github.videorooms.openapi.tool.reference;

import io.github.videorooms.openapi.tool.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates the API reference as one HTML file that contains the renderer and the document. */
final class ReferencePage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; \
      worker-src blob:">
      <link rel="icon" href="data:,">
      <style>body { margin: 0; }</style>
      """;

  private static final String START =
      """
      Redoc.init(
        JSON.parse(document.getElementById('openapi').textContent),
        {
          schemaDefinitionsTagName: 'Schemas',
          expandResponses: '200,201',
          jsonSamplesExpandLevel: 4,
          maxDisplayedEnumValues: 16,
          nativeScrollbars: true,
        },
        document.getElementById('reference'));
      """;

  /** Returns the page for a document. */
  static String of(Map<String, @Nullable Object> document, Redoc redoc) {
    Node info = Node.of(document).get("info");
    String title = escaped(info.get("title").text() + " " + info.get("version").text());
    return HEAD
        + "<title>"
        + title
        + "</title>\n</head>\n<body>\n"
        + "<noscript>This page needs JavaScript. It loads nothing from the network.</noscript>\n"
        + "<div id=\"reference\"></div>\n"
        + "<script id=\"openapi\" type=\"application/json\">\n"
        + InlineScript.json(document)
        + "\n</script>\n<!--\n"
        + redoc.licence().strip()
        + "\n-->\n<script>\n"
        + InlineScript.code(redoc.bundle())
        + "\n</script>\n<script>\n"
        + START
        + "</script>\n</body>\n</html>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private ReferencePage() {}
}
