package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Provides a parameter to templates: as a method argument or a method of a query builder. */
final class ParameterView {
  /** The names that Retrofit accepts in a path template. */
  private static final Pattern PATH_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");

  /** The extension of a string parameter that accepts a time, among other values. */
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

  /** Returns the name in Retrofit's path template. */
  String pathName() {
    return PATH_NAME.matcher(wireName).matches() ? wireName : name();
  }

  /** Returns the declaration of a path parameter or header. */
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

  /** Returns the values for the template. No key is absent, as Mustache would use an outer one. */
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

  /** Returns the accepted Java types: a time can also be passed as a string. */
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

  /** Returns the value as text, without an exponent, which some servers do not support. */
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
