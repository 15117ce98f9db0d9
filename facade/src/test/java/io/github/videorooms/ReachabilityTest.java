package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/**
 * Nothing that the document offers is out of a user's reach, whatever the templates make of it; the
 * document is the only list.
 */
class ReachabilityTest {
  private final JsonObject document = Examples.document();

  @Test
  void document_asItIs_isReachable() {
    assertThat(Reachability.gaps(new ApiDocument(document))).isEmpty();
  }

  @Test
  void document_withAnotherOperation_namesIt() {
    JsonObject other = operation("/api/video/rooms", "post").deepCopy();
    other.addProperty("operationId", "test_room");
    other.remove("x-reference");
    other.remove("requestBody");
    other.add("parameters", operation("/api/video/rooms/{id}", "delete").get("parameters"));
    add("/api/video/rooms/{id}/test", "post", other);

    assertGap(
        "test_room (POST /api/video/rooms/{id}/test) has no method; build the client from this"
            + " document");
  }

  @Test
  void document_withAnotherListUnderANewTag_namesIt() {
    JsonObject list = operation("/api/video/rooms/{id}/streams", "get").deepCopy();
    list.addProperty("operationId", "list_test_sets");
    list.addProperty("x-reference", "client.video.test_sets.list");
    list.add("tags", JsonParser.parseString("['Test Sets']"));
    add("/api/video/rooms/{id}/test_sets", "get", list);

    assertGap(
        "list_test_sets (GET /api/video/rooms/{id}/test_sets) has no method; build the client"
            + " from this document");
  }

  @Test
  void document_withAnotherParameterOfAQuery_requiresItsBuilder() {
    parameters("/api/video/rooms", "get").add(query("test_only"));

    assertGap(
        "query parameter testOnly of list_rooms cannot be set: the query's builder has no method for"
            + " it; build the client from this document");
  }

  @Test
  void document_withTheFirstParameterOfAQuery_requiresTheQuery() {
    parameters("/api/video/streams/{id}", "delete").add(query("test_at_once"));

    assertGap(
        "query parameter testAtOnce of delete_stream cannot be set; build the client from this"
            + " document");
  }

  @Test
  void document_withAnotherBody_requiresTheRequest() {
    JsonObject reset = operation("/api/video/conference_tokens/{id}/reset", "post");
    reset.add("requestBody", operation("/api/video/rooms/{id}/streams", "post").get("requestBody"));

    assertGap(
        "the body of reset_conference_token cannot be given; build the client from this document");
  }

  @Test
  void document_withAnotherBodyField_requiresItsBuilder() {
    properties("UpdateRoomRequest").add("test_accent", text());

    assertGap(
        "body field test_accent of UpdateRoomRequest cannot be set: its Builder has no method for it;"
            + " build the client from this document");
  }

  @Test
  void document_withAnotherResponseField_requiresItsGetter() {
    properties("ChargeDetail").add("test_currency", text());

    assertGap(
        "field test_currency of ChargeDetail cannot be read: it has no getter; build the client from"
            + " this document");
  }

  @Test
  void document_withAnotherResponse_requiresTheResult() {
    content(operation("/api/video/streams/{id}", "get"))
        .addProperty("$ref", "#/components/schemas/RoomToken");

    assertGap("the RoomToken of get_stream is lost; build the client from this document");
  }

  @Test
  void document_withAnotherLink_requiresItsGetter() {
    properties("PaginationLinks").add("test_last", text());

    assertGap(
        "field test_last of PaginationLinks cannot be read: it has no getter; build the client from"
            + " this document");
  }

  private void assertGap(String gap) {
    assertThat(Reachability.gaps(new ApiDocument(document))).containsExactly(gap);
  }

  private JsonObject operation(String path, String method) {
    return document.getAsJsonObject("paths").getAsJsonObject(path).getAsJsonObject(method);
  }

  private void add(String path, String method, JsonObject operation) {
    JsonObject methods = new JsonObject();
    methods.add(method, operation);
    document.getAsJsonObject("paths").add(path, methods);
  }

  private JsonArray parameters(String path, String method) {
    return operation(path, method).getAsJsonArray("parameters");
  }

  private JsonObject properties(String schema) {
    return document
        .getAsJsonObject("components")
        .getAsJsonObject("schemas")
        .getAsJsonObject(schema)
        .getAsJsonObject("properties");
  }

  private static JsonObject content(JsonObject operation) {
    return operation
        .getAsJsonObject("responses")
        .getAsJsonObject("200")
        .getAsJsonObject("content")
        .getAsJsonObject("application/json")
        .getAsJsonObject("schema");
  }

  private static JsonObject query(String name) {
    JsonObject parameter = new JsonObject();
    parameter.addProperty("name", name);
    parameter.addProperty("in", "query");
    parameter.add("schema", text());
    return parameter;
  }

  private static JsonObject text() {
    JsonObject schema = new JsonObject();
    schema.addProperty("type", "string");
    return schema;
  }
}
