package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.toCollection;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The named schemas that changes are about, and those that hold one of them. */
final class ChangedSchemas {
  private final DocumentDiff diff;

  ChangedSchemas(DocumentDiff diff) {
    this.diff = diff;
  }

  Set<String> withUsers() {
    Set<String> changed =
        diff.changes().stream()
            .map(change -> change.where().split("[.\\[]", 2)[0])
            .filter(name -> isSchema(diff.sides().before(), name))
            .collect(toCollection(TreeSet::new));
    Set<String> all = new TreeSet<>(changed);
    Stream.of(diff.sides().before(), diff.sides().after())
        .forEach(document -> users(document, changed).forEach(all::add));
    return all;
  }

  private static boolean isSchema(Document document, String name) {
    return document.namedSchema(name).isObject();
  }

  private static Stream<String> users(Document document, Set<String> changed) {
    return document
        .namedSchemas()
        .filter(
            schema ->
                document.reachable(Stream.of(schema)).stream()
                    .filter(document::isNamedSchema)
                    .anyMatch(each -> changed.contains(each.key())))
        .map(Node::key);
  }
}
