package io.github.videorooms.generated.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A name of a property.
 *
 * @param java its name in Java
 * @param explicit whether the document specifies that name
 */
record NameRow(String wire, String java, boolean explicit) implements Row {
  static NameRow plain(String wire, String java) {
    return new NameRow(wire, java, false);
  }

  static NameRow named(String wire, String java) {
    return new NameRow(wire, java, true);
  }

  @Override
  public String name() {
    return "property " + java + " for " + new Gson().toJson(wire);
  }

  @Override
  public void addTo(Map<String, Object> paths, Map<String, Object> schemas, int number) {
    schemas.put("Named" + number, object(Map.of("x-request", true)));
    schemas.put("Pair" + number, object(Map.of("x-update-request", "Pair" + number + "Update")));
    schemas.put(
        "Pair" + number + "Update",
        object(Map.of("x-request", true, "x-built-from", "Pair" + number)));
    paths.put("/named/" + number, Map.of("get", operation(number), "put", update(number)));
  }

  private static Map<String, Object> update(int number) {
    Map<String, Object> schema = Map.of("$ref", "#/components/schemas/Named" + number);
    return Map.of(
        "operationId", "put_named_" + number,
        "tags", List.of("Names"),
        "requestBody", Map.of("content", Map.of("application/json", Map.of("schema", schema))),
        "responses", Map.of("204", Map.of()));
  }

  private Map<String, Object> object(Map<String, Object> extensions) {
    Map<String, Object> object = new LinkedHashMap<>(extensions);
    object.put("type", "object");
    object.put("required", List.of(wire));
    object.put(
        "properties",
        Map.of(wire, property(Map.of("type", "string", "nullable", true)), "z_z", Map.of()));
    return object;
  }

  private Map<String, Object> property(Map<String, Object> schema) {
    Map<String, Object> property = new LinkedHashMap<>(schema);
    if (explicit) {
      property.put("x-java-name", java);
    }
    return property;
  }

  private Map<String, Object> operation(int number) {
    Map<String, Object> parameter =
        property(Map.of("in", "query", "name", wire, "schema", Map.of("type", "string")));
    return Map.of(
        "operationId", "get_named_" + number,
        "tags", List.of("Names"),
        "parameters", List.of(parameter),
        "responses", Map.of("204", Map.of()));
  }

  @Override
  public void check(Classes classes, int number) throws Exception {
    JsonObject json = new JsonObject();
    json.addProperty(wire, "v");
    Class<?> type = classes.model("Named" + number);
    Object read = classes.read(type, json.toString());

    assertThat(Classes.call(read, getter())).isEqualTo("v");
    assertThat(classes.write(read)).isEqualTo(json);
    Object builder = Classes.callStatic(type, "builder");
    Classes.method(builder.getClass(), java, 1).invoke(builder, "v");
    assertThat(Classes.call(builder, "build")).isEqualTo(read);
    checkExtra(classes, type, json, read);
    checkClear(classes, read);
    checkUpdate(classes, number, json);
    checkQuery(classes, number);
  }

  /** Checks that an extra with the same name replaces the property. */
  private void checkExtra(Classes classes, Class<?> type, JsonObject json, Object read)
      throws Exception {
    Object builder = Classes.call(read, "toBuilder");
    Classes.call(builder, "putExtra", wire, "v");
    assertThat(classes.write(Classes.call(builder, "build"))).isEqualTo(json);
    Classes.method(builder.getClass(), java, 1).invoke(builder, "v");
    assertThat(Classes.call(builder, "build")).isEqualTo(read);
    assertThat(classes.read(type, "{}")).isNotEqualTo(read);
  }

  private void checkClear(Classes classes, Object read) throws Exception {
    Object builder = Classes.call(read, "toBuilder");
    Classes.call(builder, "clear" + capitalized());
    JsonObject cleared = new JsonObject();
    cleared.add(wire, JsonNull.INSTANCE);
    assertThat(classes.write(Classes.call(builder, "build"))).isEqualTo(cleared);
  }

  private void checkUpdate(Classes classes, int number, JsonObject json) throws Exception {
    Object pair = classes.read(classes.model("Pair" + number), json.toString());
    assertThat(classes.write(Classes.call(pair, "toUpdateRequest"))).isEqualTo(json);
  }

  private void checkQuery(Classes classes, int number) throws Exception {
    Class<?> query =
        classes.loader().loadClass("io.github.videorooms.api.NamesApi$GetNamed" + number + "Query");
    Object builder = Classes.callStatic(query, "builder");
    Classes.method(builder.getClass(), java, 1).invoke(builder, "v");
    assertThat(Classes.call(Classes.call(builder, "build"), "toMap")).isEqualTo(Map.of(wire, "v"));
  }

  private String getter() {
    return "get" + capitalized();
  }

  private String capitalized() {
    return java.substring(0, 1).toUpperCase(Locale.ROOT) + java.substring(1);
  }

  @Override
  public String toString() {
    return name();
  }
}
