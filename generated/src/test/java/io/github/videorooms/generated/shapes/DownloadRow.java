package io.github.videorooms.generated.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation, and whether its resource class downloads the file of what it returns.
 *
 * @param schema of what it returns
 */
record DownloadRow(String name, String address, String schema, boolean isFile) implements Row {
  private static final String GET = "get /a/{id}";
  private static final String FILE =
      "{type: object, required: [id], properties: {id: {type: string}, uri: {type: string, format:"
          + " password}, size_in_bytes: {type: integer, format: int64}, format: {type: string}}}";

  static List<Row> all() {
    return List.of(
        new DownloadRow("download: a file by its id", GET, FILE, true),
        file("names of its own in Java", "uri: {", "uri: {x-java-name: address, ", true),
        file("fields that may be null", "int64", "int64, nullable: true", true),
        file("fields that are always there", "[id]", "[id, uri, size_in_bytes, format]", true),
        file("an id that may be absent", "required: [id], ", "", false),
        file("an address that is no secret", ", format: password", "", false),
        file("a small size", "int64", "int32", false),
        file("no size", "size_in_bytes", "size", false),
        file("no type", "format: {type: string}", "kind: {type: string}", false),
        new DownloadRow("download: a file by two ids", "get /a/{id}/{part}", FILE, false),
        new DownloadRow("download: a file without an id", "get /a", FILE, false),
        new DownloadRow("download: a file that is made", "post /a/{id}", FILE, false));
  }

  private static DownloadRow file(String name, String part, String other, boolean isFile) {
    return new DownloadRow("download: " + name, GET, FILE.replace(part, other), isFile);
  }

  @Override
  public void addTo(Map<String, Object> paths, Map<String, Object> schemas, int number) {
    String file = "File" + number;
    schemas.put(file, DocumentYaml.read(schema));
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("operationId", "get_file_" + number);
    node.put("tags", List.of("Files " + number));
    node.put("parameters", parameters());
    node.put(
        "responses",
        DocumentYaml.read(
            "'200': {content: {application/json: {schema: {$ref: '#/components/schemas/"
                + file
                + "'}}}}"));
    paths.put(
        "/" + number + address.replaceFirst(".* ", ""),
        Map.of(address.replaceFirst(" .*", ""), node));
  }

  private List<Object> parameters() {
    return Stream.of("id", "part")
        .filter(each -> address.contains("{" + each + "}"))
        .map(
            each ->
                DocumentYaml.read(
                    "{in: path, name: " + each + ", required: true, schema: {type: string}}"))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Override
  public void check(Classes classes, int number) throws Exception {
    Class<?> resource = classes.loader().loadClass("io.github.videorooms.VideoFiles" + number);
    assertThat(resource.getMethods())
        .filteredOn(method -> method.getName().equals("download"))
        .extracting(Method::getReturnType)
        .extracting(Class::getSimpleName)
        .isEqualTo(isFile ? List.of("RecordingDownload") : List.of());
  }

  @Override
  public String toString() {
    return name;
  }
}
