package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A parameter of an operation, as an argument of its method or a method of its query's builder. */
final class ParameterView {
  /** What Retrofit takes between the braces of a path. */
  private static final Pattern PATH_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");

  /** Says of a text that it can be a time among other things. */
  private static final String TIME = "x-time";

  private final Document document;
  private final Node parameter;
  private final String wireName;
  private final ValueType type;

  ParameterView(Document document, Node parameter) {
    this.document = document;
    this.parameter = parameter;
    this.wireName = parameter.get("name").text();
    this.type = ValueType.of(document, parameter.get("schema"));
  }

  boolean isIn(String place) {
    return parameter.get("in").is(place);
  }

  String wireName() {
    return wireName;
  }

  String name() {
    return JavaNames.member(wireName, parameter);
  }

  /** The name between the braces of the path that Retrofit gets. */
  String pathName() {
    return PATH_NAME.matcher(wireName).matches() ? wireName : name();
  }

  /** How the method of the operation takes a parameter of the path or a header. */
  String declaration() {
    return isIn("path")
        ? "@Path(" + JavaText.literal(pathName()) + ") " + type.name() + " " + name()
        : "@Header(" + JavaText.literal(wireName) + ") " + header() + " " + name();
  }

  boolean isRequired() {
    return isIn("path") || parameter.get("required").is(true);
  }

  ValueType type() {
    return type;
  }

  private String header() {
    return parameter.get("required").is(true) ? type.name() : "@Nullable " + type.name();
  }

  Map<String, Object> documented() {
    return Map.of("name", name(), "doc", doc(""));
  }

  /** Each key is there for each parameter: a template looks for a missing one further out. */
  Map<String, Object> inQuery() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("name", name());
    view.put("doc", doc(Limits.of(ValueType.target(document, parameter.get("schema")))));
    view.put("types", types());
    view.put("put", put());
    view.put("isRepeated", isRepeated());
    view.put("isJoined", isJoined());
    return view;
  }

  /** What its method takes: a time can be a text as well, and a text a time. */
  private List<String> types() {
    boolean isText = type == ValueType.STRING;
    boolean isTime = type.name().equals("Instant");
    return isTime || (isText && parameter.get(TIME).is(true))
        ? List.of("Instant", "String")
        : List.of(type.name());
  }

  String description() {
    return parameter.get("description").text();
  }

  private String doc(String limits) {
    return description().isBlank()
        ? "The parameter " + JavaText.code(wireName) + "." + limits
        : JavaText.prose(description()) + limits;
  }

  private String put() {
    String name = JavaText.literal(wireName);
    if (isRepeated()) {
      return "putEach(" + name + ", " + name() + ")";
    }
    if (isJoined()) {
      return "putJoined(" + name + ", " + name() + ", \"" + delimiter() + "\")";
    }
    return "put(" + name + ", " + text() + ")";
  }

  /** Without an exponent, which not every server reads. */
  private String text() {
    return type.name().equals("BigDecimal")
        ? name() + " == null ? null : " + name() + ".toPlainString()"
        : name();
  }

  boolean isRepeated() {
    return type.isList() && isExploded();
  }

  boolean isJoined() {
    return type.isList() && !isExploded();
  }

  private boolean isExploded() {
    boolean isForm = !parameter.has("style") || parameter.get("style").is("form");
    return parameter.has("explode") ? parameter.get("explode").is(true) : isForm;
  }

  private String delimiter() {
    return switch (parameter.get("style").text()) {
      case "pipeDelimited" -> "|";
      case "spaceDelimited" -> " ";
      default -> ",";
    };
  }
}
