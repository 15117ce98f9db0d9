package io.github.videorooms.testkit;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The document of the API, read by means of its own, independent of what the space reads. */
final class Document {
  private static final JsonObject DOCUMENT = json(text("/io/github/videorooms/openapi/video.yaml"));
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

  private Document() {}

  static String text(String resource) {
    try (InputStream in = Document.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static JsonObject schema(String name) {
    return object(DOCUMENT, "components", "schemas", name);
  }

  static List<Operation> operations() {
    return object(DOCUMENT, "paths").entrySet().stream()
        .flatMap(
            path ->
                path.getValue().getAsJsonObject().keySet().stream()
                    .filter(METHODS::contains)
                    .map(
                        method ->
                            new Operation(
                                method, path.getKey(), path.getValue().getAsJsonObject())))
        .toList();
  }

  private static JsonObject json(String yaml) {
    return new GsonBuilder()
        .serializeNulls()
        .create()
        .toJsonTree(DocumentYaml.read(yaml))
        .getAsJsonObject();
  }

  /** Returns the object at the end of a path; an empty one where there is none. */
  private static JsonObject object(JsonObject start, String... path) {
    JsonObject found = resolved(start);
    for (String name : path) {
      found = found.has(name) ? resolved(found.getAsJsonObject(name)) : new JsonObject();
    }
    return found;
  }

  private static JsonObject resolved(JsonObject node) {
    if (node.has("allOf") && node.getAsJsonArray("allOf").size() == 1) {
      return resolved(node.getAsJsonArray("allOf").get(0).getAsJsonObject());
    }
    return node.has("$ref")
        ? object(DOCUMENT, node.get("$ref").getAsString().replaceFirst("#/", "").split("/"))
        : node;
  }

  record Operation(String method, String path, JsonObject pathItem) {
    /** As {@link ApiOperation#key()} has it. */
    String key() {
      return method.toUpperCase(Locale.ROOT)
          + path.replaceFirst("/api/video/", " ").replaceAll("\\{[^}]*}", "{id}");
    }

    boolean hasBody() {
      return bodySchema().has("properties");
    }

    JsonObject bodyExample() {
      return object(body(), "examples").entrySet().stream()
          .map(example -> object(example.getValue().getAsJsonObject(), "value"))
          .findFirst()
          .orElseGet(() -> object(body().has("example") ? body() : bodySchema(), "example"))
          .deepCopy();
    }

    List<Field> fields() {
      return bodySchema().getAsJsonObject("properties").keySet().stream()
          .map(name -> new Field(this, name))
          .toList();
    }

    /** The parameters of the query that have an example, as text. */
    JsonObject queryExamples() {
      JsonObject examples = new JsonObject();
      parameters()
          .filter(parameter -> parameter.get("in").getAsString().equals("query"))
          .filter(parameter -> parameter.has("example"))
          .forEach(
              parameter ->
                  examples.addProperty(
                      parameter.get("name").getAsString(), textOf(parameter.get("example"))));
      return examples;
    }

    private Stream<JsonObject> parameters() {
      return Stream.of(pathItem, operation())
          .filter(owner -> owner.has("parameters"))
          .flatMap(owner -> owner.getAsJsonArray("parameters").asList().stream())
          .map(parameter -> resolved(parameter.getAsJsonObject()));
    }

    private JsonObject operation() {
      return pathItem.getAsJsonObject(method);
    }

    private JsonObject body() {
      return object(operation(), "requestBody", "content", "application/json");
    }

    private JsonObject bodySchema() {
      return object(body(), "schema");
    }

    private static String textOf(JsonElement example) {
      return example.isJsonPrimitive() ? example.getAsString() : example.toString();
    }

    @Override
    public String toString() {
      return key();
    }
  }

  /** A field of a request's body. */
  record Field(Operation operation, String name) {
    boolean has(String keyword) {
      return schema().has(keyword);
    }

    boolean is(String keyword) {
      return has(keyword) && schema().get(keyword).getAsBoolean();
    }

    BigDecimal number(String keyword, long otherwise) {
      return has(keyword) ? schema().get(keyword).getAsBigDecimal() : BigDecimal.valueOf(otherwise);
    }

    String type() {
      return schema().get("type").getAsString();
    }

    boolean isRequired() {
      JsonObject owner = operation.bodySchema();
      return owner.has("required")
          && owner.getAsJsonArray("required").contains(new JsonPrimitive(name));
    }

    boolean isPlainText() {
      return type().equals("string") && !has("format") && !has("enum");
    }

    /** Whether a text is within the limits of a field that is text. */
    boolean allows(String text) {
      Predicate<String> pattern =
          has("pattern")
              ? Pattern.compile(schema().get("pattern").getAsString()).asPredicate()
              : any -> true;
      return pattern.test(text)
          && text.length() >= number("minLength", 0).intValue()
          && text.length() <= number("maxLength", Integer.MAX_VALUE).intValue();
    }

    List<JsonElement> options() {
      JsonObject of = has("items") ? object(schema(), "items") : schema();
      return of.has("enum")
          ? of.getAsJsonArray("enum").asList().stream().filter(it -> !it.isJsonNull()).toList()
          : List.of();
    }

    private JsonObject schema() {
      return object(operation.bodySchema(), "properties", name);
    }

    @Override
    public String toString() {
      return operation + " " + name;
    }
  }
}
