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
  void document_asItIs_isWithinReach() {
    assertThat(Reachability.gaps(new ApiDocument(document))).isEmpty();
  }

  @Test
  void document_withAnOtherOperation_namesIt() {
    JsonObject archive = operation("/api/video/rooms", "post").deepCopy();
    archive.addProperty("operationId", "archive_room");
    archive.remove("x-reference");
    archive.remove("requestBody");
    archive.add("parameters", operation("/api/video/rooms/{id}", "delete").get("parameters"));
    add("/api/video/rooms/{id}/archive", "post", archive);

    assertGap(
        "archive_room (POST /api/video/rooms/{id}/archive) has no method; build the client from this"
            + " document");
  }

  @Test
  void document_withAnOtherListUnderANewTag_namesIt() {
    JsonObject list = operation("/api/video/rooms/{id}/streams", "get").deepCopy();
    list.addProperty("operationId", "list_whiteboards");
    list.addProperty("x-reference", "client.video.whiteboards.list");
    list.add("tags", JsonParser.parseString("['Whiteboards']"));
    add("/api/video/rooms/{id}/whiteboards", "get", list);

    assertGap(
        "list_whiteboards (GET /api/video/rooms/{id}/whiteboards) has no method; build the client"
            + " from this document");
  }

  @Test
  void document_withAnOtherParameterOfAQuery_asksForItsBuilder() {
    parameters("/api/video/rooms", "get").add(query("archived"));

    assertGap(
        "query parameter archived of list_rooms cannot be set: the query's builder has no method for"
            + " it; build the client from this document");
  }

  @Test
  void document_withTheFirstParameterOfAQuery_asksForTheQuery() {
    parameters("/api/video/streams/{id}", "delete").add(query("at_once"));

    assertGap(
        "query parameter at_once of delete_stream cannot be set; build the client from this"
            + " document");
  }

  @Test
  void document_withAnOtherBody_asksForTheRequest() {
    JsonObject reset = operation("/api/video/conference_tokens/{id}/reset", "post");
    reset.add("requestBody", operation("/api/video/rooms/{id}/streams", "post").get("requestBody"));

    assertGap(
        "the body of reset_conference_token cannot be given; build the client from this document");
  }

  @Test
  void document_withAnOtherBodyField_asksForItsBuilder() {
    properties("UpdateRoomRequest").add("accent", text());

    assertGap(
        "body field accent of UpdateRoomRequest cannot be set: its Builder has no method for it;"
            + " build the client from this document");
  }

  @Test
  void document_withAnOtherAnswerField_asksForItsGetter() {
    properties("ChargeDetail").add("currency", text());

    assertGap(
        "field currency of ChargeDetail cannot be read: it has no getter; build the client from"
            + " this document");
  }

  @Test
  void document_withAnOtherAnswer_asksForTheResult() {
    content(operation("/api/video/streams/{id}", "get"))
        .addProperty("$ref", "#/components/schemas/RoomToken");

    assertGap("the RoomToken of get_stream is lost; build the client from this document");
  }

  @Test
  void document_withAnOtherFieldOfAList_namesThePage() {
    properties("VideoLogList").add("total", text());

    assertGap(
        "field total of VideoLogList cannot be read: add a method for it to Page.java and to"
            + " PageBody.mustache");
  }

  @Test
  void document_withAnOtherLink_asksForItsGetter() {
    properties("PaginationLinks").add("last", text());

    assertGap(
        "field last of PaginationLinks cannot be read: it has no getter; build the client from"
            + " this document");
  }

  @Test
  void document_withAnOtherFieldOfAnError_namesTheItem() {
    properties("ValidationErrorItem").add("hint", text());

    assertGap(
        "field hint of ValidationErrorItem cannot be read: add a getter to ErrorItem.java, and read"
            + " it in ErrorBody.java");
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
