package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiReaderTest {
  private static final String FLAGS =
      """
      paths:
        /api/video/rooms:
          post:
            deprecated: FLAG0
            parameters:
              - {name: a, in: query, required: FLAG1, deprecated: FLAG2, schema: {type: string}}
              - {name: b, in: query, explode: FLAG3, schema: {type: array}}
            requestBody:
              required: FLAG4
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      a: {type: string, nullable: FLAG5, deprecated: FLAG6}
                      b: {allOf: [{type: string}], readOnly: FLAG7}
                      c: {$ref: '#/components/schemas/C', writeOnly: FLAG8}
      components:
        schemas: {C: {type: string}}
      """;

  @ParameterizedTest
  @CsvSource({
    "0, yes, paths./api/video/rooms.post.deprecated",
    "1, yes, paths./api/video/rooms.post.parameters[0].required",
    "2, '\"true\"', paths./api/video/rooms.post.parameters[0].deprecated",
    "3, 'no', paths./api/video/rooms.post.parameters[1].explode",
    "4, '\"false\"', paths./api/video/rooms.post.requestBody.required",
    "5, 1, schema.properties.a.nullable",
    "6, '[true]', schema.properties.a.deprecated",
    "7, tRue, schema.properties.b.readOnly",
    "8, on, schema.properties.c.writeOnly"
  })
  void read_flagThatIsNotABoolean_isRejectedWithItsPlace(int flag, String value, String place) {
    String document = FLAGS.replace("FLAG" + flag, value).replaceAll("FLAG\\d", "false");

    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> read(document))
        .withMessageContaining(place + ": is neither true nor false: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "FALSE", "null", ""})
  void read_flagThatIsABooleanOrAbsent_isAccepted(String value) {
    String document = FLAGS.replaceAll("FLAG\\d", value);

    assertThat(read(document).operations().get(0).parameters().get("query a").required())
        .isEqualTo(value.equalsIgnoreCase("true"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https://a.example",
    "https://a.example/, https://a.example",
    "https://a.example?x=/1, https://a.example",
    "https://a.example/api/video/, https://a.example",
    "https://a.example/v2, https://a.example/v2",
    "https://a.example/v2/?x=1, https://a.example/v2",
    "/v2, /v2",
    "/, ''",
    "., ''",
    "api/video, ''",
    "'{server}/api/video', ''"
  })
  void read_server_isItsOriginAndAPathOfItsOwn(String url, String server) {
    Api api = read("{servers: [{url: '" + url + "'}], paths: {/api/video/rooms: {get: {}}}}");

    assertThat(api.operations().get(0).servers())
        .containsExactlyElementsOf(server.isEmpty() ? Set.of() : Set.of(server));
  }

  /** A path item may refer to another one, and override its members. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{$ref: '#/x-items/Rooms'}                               | get post | q   | https://a.example",
        "{$ref: '#/x-items/Rooms', put: {}}                      | get post put | q | https://a.example",
        "{$ref: '#/x-items/Rooms', get: {operationId: mine}}     | get post | q   | https://a.example",
        "{parameters: [{name: r, in: query}], $ref: '#/x-items/Rooms'} | get post | r |"
            + " https://a.example",
        "{servers: [{url: 'https://b.example'}], $ref: '#/x-items/Rooms'} | get post | q |"
            + " https://b.example",
        "{$ref: '#/x-items/Way', summary: A way.}                | delete get post | q |"
            + " https://a.example"
      })
  void read_referenceOfAPath_isOverriddenByItsSiblings(
      String item, String methods, String query, String server) {
    Api api =
        read(
            """
            paths: {/api/video/rooms: ITEM}
            x-items:
              Way: {delete: {}, $ref: '#/x-items/Rooms'}
              Rooms:
                servers: [{url: 'https://a.example'}]
                parameters: [{name: q, in: query}]
                get: {operationId: theirs}
                post: {}
            """
                .replace("ITEM", item));

    assertThat(api.operations().stream().map(Api.Operation::method).sorted())
        .containsExactly(methods.split(" "));
    assertThat(api.operations())
        .allSatisfy(
            each -> {
              assertThat(each.parameters()).containsOnlyKeys("query " + query);
              assertThat(each.servers()).containsExactly(server);
            })
        .filteredOn(each -> each.method().equals("get"))
        .extracting(Api.Operation::id)
        .containsExactly(item.contains("mine") ? "mine" : "theirs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json: {}, text/csv: {}                    | application/json text/csv",
        "application/json; version=2: {}                       | application/json",
        "application/json; charset=utf-8: {}, application/JSON: {} | application/json",
        "application/json; Version=2: {}, application/json: {} | application/json"
            + " application/json;version=2",
        "application/json;v=1: {}, application/json;v=2: {}    | application/json"
            + " application/json;v=2",
        "application/json;v=2: {}, application/json;v=1: {}    | application/json"
            + " application/json;v=2"
      })
  void read_mediaTypesThatDifferInParameters_arePreserved(String content, String types) {
    String document = "paths: {/api/video/rooms: {get: {responses: {'200': {content: {%s}}}}}}";

    Api api = read(document.formatted(content));

    assertThat(content(api)).containsExactlyInAnyOrder(types.split(" "));
    assertThat(content(ApiReader.read(VendorSnapshot.of(api), Set.of())))
        .containsExactlyInAnyOrder(types.split(" "));
  }

  private static Set<String> content(Api api) {
    return api.operations().get(0).responses().get("200").content().keySet();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/api", "/api/video", "/api/video/"})
  void read_extensionAmongThePaths_isNotAnOperation(String prefix) {
    Api api =
        read(
            """
            servers: [{url: 'https://a.example%s'}]
            paths:
              x-rooms: {get: {responses: {}}}
              %s/rooms: {get: {responses: {}}}
            """
                .formatted(
                    prefix,
                    "/api/video".substring(Math.min(prefix.replaceAll("/$", "").length(), 10))));

    assertThat(api.operations())
        .extracting(Api.Operation::path)
        .containsExactly("/api/video/rooms");
  }

  private static Api read(String document) {
    return ApiReader.read(DocumentYaml.read(document), Set.of());
  }
}
