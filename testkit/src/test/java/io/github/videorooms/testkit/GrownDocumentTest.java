package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonObject;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A space that was built from a document with more in it than the space simulates. */
@ExtendWith(FakeSpaceExtension.class)
class GrownDocumentTest {
  private static final String MARK = "FakeSpace-Example";

  private FakeSpace space;

  @BeforeEach
  void start(Contract contract) {
    space = GrownDocument.start(contract);
  }

  @Test
  void newOperation_ofAnOldResource_respondsWithItsExample() {
    Raw.Reply reply = Raw.to(space).post("/rooms/" + UUID.randomUUID() + "/made_up_lock", "");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{\"locked\":true}");
    assertThat(header(reply, "Content-Type")).isEqualTo("application/json");
    assertThat(header(reply, MARK)).isEqualTo("made_up_lock_room");
  }

  @Test
  void create_ofANewResource_hasTheDocumentedStatusHeadersAndBody() {
    Raw.Reply reply = Raw.to(space).post("/made_up_boards", "{\"width\":3}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body()).isEqualTo("{\"id\":\"b1\",\"width\":10}");
    assertThat(header(reply, "Board-Version")).isEqualTo("7");
  }

  @Test
  void get_withNamedExamples_respondsWithTheFirst() {
    assertThat(Raw.to(space).get("/made_up_boards/b2").body())
        .isEqualTo("{\"id\":\"b2\",\"width\":1}");
  }

  @Test
  void delete_ofANewResource_hasNoBody() {
    Raw.Reply reply = Raw.to(space).delete("/made_up_boards/b1");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.body()).isEmpty();
    assertThat(header(reply, MARK)).isEqualTo("delete_made_up_board");
  }

  @Test
  void list_ofANewResource_endsAfterTheItemsOfItsExample() {
    JsonObject all = Raw.to(space).get("/made_up_boards").json();
    JsonObject first = Raw.to(space).get("/made_up_boards?page_size=1").json();
    JsonObject second = Raw.to(space).get(link(first, "next")).json();

    assertThat(all.getAsJsonArray("data")).hasSize(2);
    assertThat(all.getAsJsonObject("links").keySet()).containsExactly("self", "first");
    assertThat(all.get("total").getAsInt()).isEqualTo(2);
    assertThat(second.getAsJsonArray("data")).containsExactly(all.getAsJsonArray("data").get(1));
    assertThat(second.getAsJsonObject("links").has("next")).isFalse();
  }

  @Test
  void redirect_thatIsASuccess_hasTheDocumentedAddress() {
    Raw.Reply reply = Raw.to(space).get("/made_up_boards/b1.png");

    assertThat(reply.status()).isEqualTo(302);
    assertThat(header(reply, "Location")).isEqualTo("https://storage.example.com/boards/b1.png");
  }

  @Test
  void failNext_anyPathOfTheDocument_isAccepted() {
    for (ApiOperation operation : GrownDocument.operations()) {
      space.failNext(Failure.status(500).on(operation.method(), operation.path()));
    }
    space.reset();

    assertThat(space.getPendingFailures()).isEmpty();
  }

  /** A placeholder can be a part of a segment, beside another operation's that is all of it. */
  @ParameterizedTest
  @CsvSource({
    "/{id}, /b1, /b1.png",
    "/{id}.png, /b1.png, /b1",
    "/b1, /b1, /b1.png",
    "/b1.png, /b1.png, /b1",
    "/b1.png, /b1.png, /b2.png",
    "/%62%31.png, /b1.png, /b2.png",
    "/{id}.png, /%C3%BC.png, /%C3%BCpng",
  })
  void failNext_pathWithAPlaceholderInASegment_matchesOnlyItsRequests(
      String target, String meant, String other) {
    space.failNext(Failure.status(500).on("GET", "/api/video/made_up_boards" + target));

    assertThat(Raw.to(space).get("/made_up_boards" + other).status()).isNotEqualTo(500);
    assertThat(Raw.to(space).get("/made_up_boards" + meant).status()).isEqualTo(500);
  }

  @Test
  void text_isTheUnchangedExample() {
    Raw.Reply reply = Raw.to(space).get("/made_up_boards/b1/notes");

    assertThat(reply.body()).isEqualTo("Paint the fence.");
    assertThat(header(reply, "Content-Type")).isEqualTo("text/plain");
  }

  @Test
  void response_withoutExample_isGenerated() {
    Raw.Reply reply = Raw.to(space).get("/made_up_boards/b1/backup");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(header(reply, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(reply.body()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"width\":0}   | 422 | width: invalid_parameter",
        "{\"width\":\"\"}| 422 | width: invalid_parameter",
        "{}              | 422 | width: missing_required_parameter",
      })
  @OffContract
  void requestOfANewOperation_invalid_isRejected(String body, int status, String problem) {
    Raw.Reply reply = Raw.to(space).post("/made_up_boards", body);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.problems()).containsExactly(problem);
  }

  @Test
  @OffContract
  void requestOfANewOperation_unreadableOrWithoutCredentials_isRejected() {
    assertThat(Raw.to(space).post("/made_up_boards", "{").status()).isEqualTo(400);
    assertThat(Raw.to(space).post("/made_up_boards", "").status()).isEqualTo(400);
    assertThat(Raw.to(space).authorization("").delete("/made_up_boards/b1").status())
        .isEqualTo(401);
    assertThat(Raw.to(space).get("/made_up_boards/b1/other").status()).isEqualTo(404);
  }

  @Test
  void requests_showWhichHadAnExampleAsTheirResponse() {
    Raw.to(space).get("/rooms");
    Raw.to(space).get("/made_up_boards");
    space.failNext(Failure.status(503));
    Raw.to(space).get("/made_up_boards");

    assertThat(space.getRequests())
        .extracting(RecordedRequest::getPath, RecordedRequest::hasExampleResponse)
        .containsExactly(
            tuple("/api/video/rooms", false),
            tuple("/api/video/made_up_boards", true),
            tuple("/api/video/made_up_boards", false));
  }

  @Test
  @OffContract
  void newRequestField_alsoInTheResponse_isStored() {
    Raw raw = Raw.to(space);
    JsonObject room = raw.post("/rooms", "{\"name\":\"a\",\"made_up_topic\":\"tea\"}").json();
    String path = "/rooms/" + room.get("id").getAsString();

    assertThat(room.get("made_up_topic").getAsString()).isEqualTo("tea");
    assertThat(raw.get(path).json()).isEqualTo(room);
    assertThat(
            raw.put(path, "{\"made_up_topic\":\"milk\"}").json().get("made_up_topic").getAsString())
        .isEqualTo("milk");
    assertThat(raw.put(path, "{\"made_up_topic\":null}").json().get("made_up_topic").isJsonNull())
        .isTrue();
    assertThat(raw.put(path, "{\"made_up_topic\":\"" + "x".repeat(21) + "\"}").problems())
        .containsExactly("made_up_topic: invalid_parameter");
  }

  @Test
  void newRequestField_notInTheResponse_isAcceptedAndDropped() {
    JsonObject room =
        Raw.to(space).post("/rooms", "{\"name\":\"a\",\"made_up_handshake\":true}").json();

    assertThat(room.keySet()).doesNotContain("made_up_handshake");
  }

  @Test
  void newResponseField_required_hasItsExample() {
    String id = space.addRoom(CreateRoomRequest.builder().name("a").build()).getId();
    JsonObject room = Raw.to(space).get("/rooms/" + id).json();
    CreateRoomTokenRequest token = CreateRoomTokenRequest.builder().roomName("a").build();
    space.join(space.getClient().video().roomTokens().create(token).getToken()).leave();

    assertThat(room.get("made_up_region").getAsString()).isEqualTo("eu-west");
    assertThat(room.keySet()).doesNotContain("made_up_topic", "made_up_hue");
    assertThat(space.getRooms().get(0).getExtras()).containsEntry("made_up_region", "eu-west");
    space.discardLog(space.getLogs().get(0).getId());
    assertThat(space.getLogs().get(0).getExtras()).containsEntry("made_up_region", "eu-west");
  }

  @Test
  void newField_thatCannotBeNull_isAbsentWithoutValue() {
    String path = "/rooms/" + space.addRoom(CreateRoomRequest.builder().name("a").build()).getId();
    Raw raw = Raw.to(space);
    CreateRoomTokenRequest token = CreateRoomTokenRequest.builder().roomName("a").build();
    space.join(space.getClient().video().roomTokens().create(token).getToken());

    assertThat(session(raw).has("made_up_hue")).isFalse();
    assertThat(raw.put(path, "{\"made_up_hue\":7}").json().get("made_up_hue").getAsInt())
        .isEqualTo(7);
    assertThat(raw.put(path, "{\"made_up_hue\":null}").json().has("made_up_hue")).isFalse();
  }

  @Test
  @OffContract
  void newParameter_ofAnOldList_isChecked() {
    assertThat(Raw.to(space).get("/rooms?made_up_sort=age").status()).isEqualTo(200);
    assertThat(Raw.to(space).get("/rooms?made_up_sort=size").problems())
        .containsExactly("made_up_sort: unsupported_option");
  }

  private static JsonObject session(Raw raw) {
    return raw.get("/room_sessions").json().getAsJsonArray("data").get(0).getAsJsonObject();
  }

  private static String link(JsonObject page, String name) {
    return page.getAsJsonObject("links").get(name).getAsString();
  }

  private static String header(Raw.Reply reply, String name) {
    return reply.response().headers().firstValue(name).orElse("");
  }
}
