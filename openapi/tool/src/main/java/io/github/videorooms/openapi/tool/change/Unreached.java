package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.change.Report.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What users of the facade do not reach yet, with the lines to add. */
final class Unreached {
  /** What every list gives by itself. */
  private static final Set<String> OF_PAGES = Set.of("links", "data");

  private static final Set<String> OF_ERRORS = Set.of("ErrorBody", "ValidationErrorItem");

  private final DocumentDiff diff;
  private final Facade facade;
  private final List<Endpoint> endpoints;

  Unreached(DocumentDiff diff, Facade facade) {
    this.diff = diff;
    this.facade = facade;
    this.endpoints = Endpoint.of(diff.sides().after());
  }

  void addTo(Report report) {
    report.heading("Not reached by the facade yet");
    List<List<Span>> notes = new ArrayList<>();
    fields(notes);
    headers(notes);
    List<Endpoint> missing = missing();
    if (!notes.isEmpty()) {
      report.list(notes);
    }
    missing.stream()
        .collect(groupingBy(this::accessorFor, LinkedHashMap::new, toList()))
        .forEach((accessor, operations) -> lines(report, accessor, operations));
    if (notes.isEmpty() && missing.isEmpty()) {
      report.paragraph(Span.text("Nothing: models and queries carry new fields and parameters."));
    }
  }

  /** Operations without a method, and those whose generated method takes other arguments now. */
  private List<Endpoint> missing() {
    List<Endpoint> before = Endpoint.of(diff.sides().before());
    return endpoints.stream()
        .filter(
            endpoint ->
                !facade.reaches(endpoint.id())
                    || before.stream()
                        .filter(old -> old.id().equals(endpoint.id()))
                        .anyMatch(old -> !hasSameArguments(old, endpoint)))
        .collect(toList());
  }

  private static boolean hasSameArguments(Endpoint before, Endpoint after) {
    return before.takesQuery() == after.takesQuery()
        && before.bodyType().isEmpty() == after.bodyType().isEmpty()
        && before.parameterNames("path").size() == after.parameterNames("path").size();
  }

  private String accessorFor(Endpoint endpoint) {
    return facade.accessorFor(endpoint, endpoints);
  }

  private void lines(Report report, String accessor, List<Endpoint> operations) {
    String className = facade.classOf(accessor);
    if (facade.hasAccessor(accessor)) {
      operations.forEach(endpoint -> methods(report, className, endpoint));
    } else {
      report.paragraph(Span.text("A new resource. Write"), Span.code(className + ".java"));
      report.code(
          "java",
          FacadeLines.resource(
              className, operations.stream().map(FacadeLines::new).collect(toList())));
      report.paragraph(Span.text("and add to"), Span.code("Video.java"));
      report.code("java", FacadeLines.accessor(className, accessor, operations.get(0).tag()));
    }
    rows(report, accessor, operations);
  }

  private void methods(Report report, String className, Endpoint endpoint) {
    boolean reached = facade.reaches(endpoint.id());
    FacadeLines lines = new FacadeLines(endpoint);
    report.paragraph(
        Span.code(endpoint.name()),
        Span.text(reached ? "takes other arguments now: rewrite in" : "has no method: add to"),
        Span.code(className + ".java"));
    report.code("java", lines.methods());
    report.paragraph(Span.text("which takes the imports"));
    report.code(
        "java",
        lines.imports().stream().map(each -> "import " + each + ";").collect(joining("\n")));
  }

  private void rows(Report report, String accessor, List<Endpoint> operations) {
    String rows =
        operations.stream()
            .filter(endpoint -> !facade.reaches(endpoint.id()))
            .map(endpoint -> new FacadeLines(endpoint).row(accessor))
            .collect(joining("\n"));
    if (!rows.isEmpty()) {
      report.paragraph(
          Span.code("-Ddocs.update=true"), Span.text("adds to"), Span.code("docs/operations.md"));
      report.code("text", rows);
    }
  }

  /** Models are handed out whole; of lists and errors, the facade hands out what it knows. */
  private void fields(List<List<Span>> notes) {
    Document after = diff.sides().after();
    newFields(after)
        .forEach(
            field -> {
              String schema = field.substring(0, field.indexOf('.'));
              String name = field.substring(field.indexOf('.') + 1);
              if (isList(after.namedSchema(schema)) && !OF_PAGES.contains(name)) {
                notes.add(note(field, "add a method for it to Page.java and to PageBody.mustache"));
              } else if (OF_ERRORS.contains(schema)) {
                notes.add(
                    note(field, "add a getter to ErrorItem.java, and read it in ErrorBody.java"));
              }
            });
  }

  private Stream<String> newFields(Document after) {
    return diff.changes().stream()
        .filter(change -> change.kind() == Kind.PROPERTY)
        .map(Change::where)
        .filter(where -> where.matches("\\w+\\.\\w+"))
        .filter(
            where -> {
              Node schema = after.namedSchema(where.substring(0, where.indexOf('.')));
              return schema.get("properties").has(where.substring(where.indexOf('.') + 1));
            });
  }

  private static boolean isList(Node schema) {
    return OF_PAGES.stream().allMatch(name -> schema.get("properties").has(name));
  }

  private void headers(List<List<Span>> notes) {
    diff.changes().stream()
        .filter(change -> change.kind() == Kind.PARAMETER && change.text().startsWith("new"))
        .map(Change::where)
        .filter(where -> where.contains(", header ") || where.contains(", cookie "))
        .forEach(
            where -> notes.add(note(where, "callers set it with withOptions(o -> o.header(…))")));
  }

  private static List<Span> note(String what, String todo) {
    return List.of(Span.code(what), Span.text(todo));
  }
}
