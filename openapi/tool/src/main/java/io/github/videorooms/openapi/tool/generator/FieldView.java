package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Provides a property of an object to the template of the object's class. */
final class FieldView {
  private final Document document;
  private final Node owner;
  private final Node property;
  private final boolean isOfUpdate;
  private final String wireName;
  private final String name;
  private final ValueType type;

  /**
   * @param isOfUpdate whether the object is an update, so that values can be cleared
   */
  FieldView(Document document, Node owner, Node property, boolean isOfUpdate) {
    this.document = document;
    this.owner = owner;
    this.property = property;
    this.isOfUpdate = isOfUpdate;
    this.wireName = property.key();
    this.name = JavaNames.member(wireName, property);
    this.type = ValueType.of(document, property);
  }

  /** Returns the values for the template. No key is absent, as Mustache would use an outer one. */
  Map<String, Object> toMap() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("name", name);
    view.put("getter", JavaNames.getter(name));
    view.put("wireName", JavaText.literal(wireName));
    view.put("wireCode", JavaText.code(wireName));
    view.put("doc", doc());
    view.put("required", isRequired());
    view.put("isSecret", isSecret(document, property));
    view.put("source", nameInSource());
    view.put("fallback", fallbackInSource());
    view.put("notCopied", property.get("x-not-copied").is(true));
    view.put("presence", presence());
    view.put("clear", isOfUpdate && isNullable() ? JavaNames.clear(name) : false);
    putTexts(view);
    putType(view);
    putReading(view);
    return view;
  }

  /** Returns the name of the property in the schema that the object is built from. */
  private String nameInSource() {
    Node source = document.namedSchema(owner.get("x-built-from").text());
    return JavaNames.member(wireName, source.get("properties").get(wireName));
  }

  /** Returns the getter of the fallback for a missing value in the source, if any. */
  private Object fallbackInSource() {
    Node fields = document.namedSchema(owner.get("x-built-from").text()).get("properties");
    String other = property.get("x-fallback").text();
    return property.has("x-fallback") && fields.has(other)
        ? JavaNames.getter(JavaNames.member(other, fields.get(other)))
        : false;
  }

  private void putTexts(Map<String, Object> view) {
    String full = owner.key() + "." + wireName;
    boolean isRequest = owner.get("x-request").is(true);
    String missing = isRequest ? "was not set" : "was not in the response";
    view.put("missing", missing);
    view.put("missingText", JavaText.literal(full + " " + missing));
    view.put(
        "needed",
        JavaText.literal(
            owner.key() + " needs " + wireName + ": call " + name + "(...) before build()"));
  }

  private void putType(Map<String, Object> view) {
    view.put("type", type.name());
    view.put("returned", isRequired() ? type.name() : "@Nullable " + type.name());
    view.put("accepted", accepted());
    view.put("assigned", assigned());
    view.put("isFreeForm", type.isFreeForm());
    view.put("isAny", type.isAny());
    view.put("isText", isText());
    view.put("shown", shown());
  }

  /** Whether an empty string is a valid value. */
  private boolean isText() {
    return type == ValueType.STRING
        || type.isAny()
        || ValueType.isEnum(ValueType.target(document, property));
  }

  private String accepted() {
    return isRequired() ? type.accepted() : "@Nullable " + type.accepted();
  }

  private String assigned() {
    String copy = type.copy(name, wireName);
    if (!copy.equals(name)) {
      return isRequired() ? requiredCopy(copy) : optionalCopy(copy);
    }
    return isRequired() ? checked() : name;
  }

  private String requiredCopy(String copy) {
    return type.isAny() ? type.copy(checked(), wireName) : copy;
  }

  private String optionalCopy(String copy) {
    return type.isAny() ? copy : name + " == null ? null : " + copy;
  }

  private String checked() {
    return "Objects.requireNonNull(" + name + ", " + JavaText.literal(name) + ")";
  }

  /** Returns the expression that {@code toString()} prints. */
  private String shown() {
    String value = "this." + name;
    if (isSecret(document, property) || (type.holdsFreeForm() && !type.isFreeForm())) {
      return value + " == null ? null : \"***\"";
    }
    return type.isFreeForm() ? value + " == null ? null : " + value + ".keySet()" : value;
  }

  private void putReading(Map<String, Object> view) {
    List<Map<String, Object>> aliases = new ArrayList<>();
    property
        .get("x-aliases")
        .items()
        .map(alias -> JavaText.literal(alias.text()))
        .forEach(alias -> aliases.add(Map.of("alias", alias)));
    view.put("aliases", aliases);
    view.put("hasAliases", !aliases.isEmpty());
    view.put("readAlias", "ModelJson.either(value." + name + ", " + type.read() + ")");
    view.put(
        "read",
        aliases.isEmpty()
            ? type.read()
            : "ModelJson.either(" + type.read() + ", value." + name + ")");
    view.put("write", type.write("value." + name));
  }

  private boolean isRequired() {
    return owner.get("required").items().anyMatch(each -> each.is(wireName));
  }

  private boolean isNullable() {
    return property.get("nullable").is(true)
        || ValueType.target(document, property).get("nullable").is(true);
  }

  /** Whether a property is a secret, or a list of secrets. */
  static boolean isSecret(Document document, Node property) {
    Node schema = ValueType.target(document, property);
    while (schema.get("type").is("array") && schema.get("items").isObject()) {
      schema = ValueType.target(document, schema.get("items"));
    }
    return schema.get("type").is("string") && schema.get("format").is("password");
  }

  private Object presence() {
    String flag = property.get("x-presence").text();
    return flag.isEmpty() ? false : JavaNames.flag(flag);
  }

  private String doc() {
    String description = property.get("description").text();
    return (description.isBlank() ? fallback() : JavaText.prose(description))
        + Limits.of(ValueType.target(document, property));
  }

  private String fallback() {
    Node target = ValueType.target(document, property);
    return document.isNamedSchema(target) && ValueType.isClass(target)
        ? "See {@link " + target.key() + "}."
        : "The field " + JavaText.code(wireName) + ".";
  }
}
