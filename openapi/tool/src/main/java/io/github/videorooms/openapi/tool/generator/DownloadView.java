package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Provides the method that downloads the file of a resource to the template of its class. The
 * method exists if the document has a URL, a size and a media type for the file of a resource with
 * an id.
 */
final class DownloadView {
  private final OperationView get;
  private final Node schema;

  private DownloadView(OperationView get, Node schema) {
    this.get = get;
    this.schema = schema;
  }

  /** Returns the download for an operation, if the resource that it returns has a file. */
  static Optional<DownloadView> of(Document document, OperationView get) {
    Node schema = document.namedSchema(get.returnType());
    boolean isFound =
        get.node().key().equals("get")
            && get.in("path").size() == 1
            && get.in("path").get(0).type() == ValueType.STRING
            && Stream.of(get.in("query"), get.headerParameters())
                .flatMap(List::stream)
                .noneMatch(ParameterView::isRequired)
            && schema.get("required").items().anyMatch(each -> each.is("id"))
            && isOfType(document, schema, "id", "String")
            && isOfType(document, schema, "uri", "String")
            && isOfType(document, schema, "size_in_bytes", "Long")
            && isOfType(document, schema, "format", "String")
            && FieldView.isSecret(document, schema.get("properties").get("uri"));
    return isFound ? Optional.of(new DownloadView(get, schema)) : Optional.empty();
  }

  private static boolean isOfType(Document document, Node schema, String field, String type) {
    Node fields = schema.get("properties");
    return fields.has(field) && ValueType.of(document, fields.get(field)).name().equals(type);
  }

  /** Returns the values for the template; the imports are derived from the type and the call. */
  Map<String, Object> toMap() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("type", schema.key());
    view.put("call", "requireNonNull(");
    view.put("get", MethodNames.of(get.node()));
    view.put("id", getter("id"));
    view.put("uri", getter("uri"));
    view.put("size", getter("size_in_bytes"));
    view.put("format", getter("format"));
    return view;
  }

  private String getter(String field) {
    return JavaNames.getter(JavaNames.member(field, schema.get("properties").get(field)));
  }
}
