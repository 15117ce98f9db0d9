package io.github.videorooms.openapi.tool;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about the document as a whole. */
final class DocumentRules {
  private static final Pattern OPENAPI_3_0 = Pattern.compile("3\\.0\\.\\d+");
  private static final Pattern SEMVER =
      Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?");

  private static final Pattern MARKUP = Pattern.compile("(?m)[<>&]|\\{@|^\\s*@");

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "openapi-3.0",
              "The semantic diff misses changes of enums and nullability in 3.1, and the request"
                  + " validator does not support 3.1.",
              DocumentRules::otherOpenApiVersion),
          new Rule(
              "semver",
              "The release gate compares info.version, which has to be MAJOR.MINOR.PATCH.",
              DocumentRules::otherVersionScheme),
          new Rule(
              "resolvable-reference",
              "For a reference that cannot be resolved, the generator uses a class that does not"
                  + " exist.",
              DocumentRules::danglingReferences),
          new Rule(
              "no-comment-end",
              "The text becomes part of a Javadoc comment, which */ would end.",
              DocumentRules::commentEnds),
          new Rule(
              "plain-prose",
              "Summaries and descriptions become Javadoc, where these characters are markup.",
              DocumentRules::markup));

  private static Stream<Node> otherOpenApiVersion(Document document) {
    return Stream.of(document.root().get("openapi"))
        .filter(version -> !OPENAPI_3_0.matcher(version.text()).matches());
  }

  private static Stream<Node> otherVersionScheme(Document document) {
    return Stream.of(document.root().get("info").get("version"))
        .filter(version -> !SEMVER.matcher(version.text()).matches());
  }

  private static Stream<Node> danglingReferences(Document document) {
    return document
        .references()
        .filter(ref -> !ref.text().startsWith("#/") || document.target(ref.text()).is(null));
  }

  private static Stream<Node> commentEnds(Document document) {
    return prose(document).filter(node -> node.text().contains("*/"));
  }

  private static Stream<Node> markup(Document document) {
    return prose(document).filter(node -> MARKUP.matcher(node.text()).find());
  }

  /** Returns the summaries and descriptions; only names and values are escaped in Javadoc. */
  private static Stream<Node> prose(Document document) {
    return document
        .root()
        .tree()
        .filter(node -> node.key().equals("summary") || node.key().equals("description"));
  }

  private DocumentRules() {}
}
