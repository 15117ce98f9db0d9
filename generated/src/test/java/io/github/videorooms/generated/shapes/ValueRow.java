package io.github.videorooms.generated.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.videorooms.openapi.tool.DocumentYaml;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A schema of a property, tested as optional in one object, required in another, and both in a
 * request.
 *
 * @param type the Java type of the optional getter, without packages
 * @param json the JSON to read
 * @param written the JSON that is written for it
 */
record ValueRow(String name, String schema, String type, String json, String written)
    implements Row {
  static ValueRow of(String name, String schema, String type, String json) {
    return new ValueRow(name, schema, type, json, json);
  }

  @Override
  public void addTo(Map<String, Object> paths, Map<String, Object> schemas, int number) {
    String yaml = schema.replace("SELF", "'#/components/schemas/" + model(number) + "'");
    schemas.put(model(number), object(yaml, false));
    schemas.put(request(number), object(yaml, true));
  }

  private static Map<String, Object> object(String yaml, boolean isRequest) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("required", List.of("needed"));
    object.put(
        "properties",
        Map.of("optional", DocumentYaml.read(yaml), "needed", DocumentYaml.read(yaml)));
    object.put("x-request", isRequest);
    return object;
  }

  private static String model(int number) {
    return "Value" + number;
  }

  private static String request(int number) {
    return "Value" + number + "Request";
  }

  @Override
  public void check(Classes classes, int number) throws Exception {
    check(classes, classes.model(model(number)));
    check(classes, classes.model(request(number)));
  }

  private void check(Classes classes, Class<?> type) throws Exception {
    Object read = classes.read(type, both(json));
    JsonElement expected = JsonParser.parseString(both(written));

    assertThat(typeOf(type.getMethod("getOptional"))).startsWith(this.type);
    assertThat(classes.write(read)).as("written").isEqualTo(expected);
    Object built = rebuilt(type, read);
    assertThat(built).isEqualTo(read).hasSameHashCodeAs(read);
    assertThat(classes.write(built)).as("built").isEqualTo(expected);
    assertThat(Classes.call(Classes.call(read, "toBuilder"), "build")).isEqualTo(read);
    assertThat(read.toString()).startsWith(type.getSimpleName() + "{");
    assertThat(Classes.call(classes.read(type, "{}"), "getOptional")).isNull();
  }

  private static String typeOf(Method getter) {
    String name = getter.getGenericReturnType().getTypeName();
    return name.replaceAll("[a-z0-9]+\\.", "").replaceAll("Value\\d+", "Self");
  }

  /** Copies an object with its getters and the methods of its builder. */
  private static Object rebuilt(Class<?> type, Object value) throws Exception {
    Object builder = Classes.callStatic(type, "builder");
    Classes.call(builder, "optional", Classes.call(value, "getOptional"));
    Classes.call(builder, "needed", Classes.call(value, "getNeeded"));
    return Classes.call(builder, "build");
  }

  private static String both(String value) {
    return "{\"optional\": " + value + ", \"needed\": " + value + "}";
  }

  @Override
  public String toString() {
    return name;
  }
}
