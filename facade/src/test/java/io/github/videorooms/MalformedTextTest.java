package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.videorooms.model.UpdateRoomRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Half a surrogate pair, as in a text that was cut within an emoji, has no UTF-8. */
class MalformedTextTest {
  private static final String HALF = "team \ud83d";

  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String BODY =
      "{\"id\":\"a\",\"name\":\"standup\",\"display_name\":\"team \\ud83d\"}";
  private static final String ROOM =
      "HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;

  static Stream<Arguments> calls() {
    return Stream.of(
        call("path", video -> video.rooms().get(HALF)),
        call("query", video -> video.roomSessions().list(q -> q.roomName(HALF)).firstPage()),
        call("query", video -> video.roomSessions().list(q -> q.roomName(HALF)).firstPageAsync()),
        call("parameter", video -> video.rooms().list().withParameter("name", HALF)),
        call("name of a parameter", video -> video.rooms().list().withParameter(HALF, "x")),
        call(
            "filter beside a parameter",
            video -> video.roomSessions().list(q -> q.roomName(HALF)).withParameter("a", "b")),
        call(
            "name of an extra parameter",
            video -> video.rooms().list(q -> q.putExtra(HALF, "x")).firstPage()),
        call("cursor", video -> video.rooms().list().fromCursor("page_token=" + HALF)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void call_halfASurrogatePairOutsideOfJson_isRejectedAndNotSent(
      String where, Consumer<Video> call) {
    try (ScriptedServer server = ScriptedServer.responding("HTTP/1.1 200 OK\r\n\r\n");
        SignalWireRestClient client = server.client().build()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.accept(client.video()))
          .withMessageContaining("half a surrogate pair");
      assertThat(server.requests()).isEmpty();
    }
  }

  /** JSON has an escape for it, so that nothing is lost. */
  @ParameterizedTest
  @EnumSource
  void update_halfASurrogatePair_isSentAsAnEscape(CallStyle style) throws Exception {
    Consumer<UpdateRoomRequest.Builder> change =
        room -> room.displayName(HALF).putExtra(HALF, List.of("\ude00"));

    assertThat(
            bodies(
                rooms ->
                    style.call(
                        () -> rooms.update(ID, change), () -> rooms.updateAsync(ID, change))))
        .containsExactly("{\"display_name\":\"team \\ud83d\",\"team \\ud83d\":[\"\\ude00\"]}");
  }

  /** What a program in JavaScript has saved can be changed. */
  @ParameterizedTest
  @EnumSource
  void modify_nameOfTheServerHasHalfASurrogatePair_isSentBack(CallStyle style) throws Exception {
    Consumer<UpdateRoomRequest.Builder> change = room -> room.maxMembers(3);

    assertThat(
            bodies(
                rooms ->
                    style.call(
                        () -> rooms.modify(ID, change), () -> rooms.modifyAsync(ID, change))))
        .singleElement(STRING)
        .contains("\"display_name\":\"team \\ud83d\"");
  }

  private static List<String> bodies(Consumer<VideoRooms> call) throws IOException {
    List<String> bodies = new ArrayList<>();
    try (ScriptedServer server = ScriptedServer.responding(ROOM);
        SignalWireRestClient client =
            server.client().http(http -> http.addInterceptor(keepingBodies(bodies))).build()) {
      call.accept(client.video().rooms());
    }
    return bodies;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\ud83d", "\ude00", "a\ud83d", "\ude00a", "\ud83d\ud83d\ude00", "\ude00\ud83d"})
  void require_halfASurrogatePair_isRejected(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> EncodableText.require(text));
  }

  @Test
  void require_wholeCharacters_areLeftAsTheyAre() {
    String text = "team \ud83d\ude00\ud83d\ude00 é";

    assertThat(EncodableText.require(text)).isSameAs(text);
  }

  private static Interceptor keepingBodies(List<String> bodies) {
    return chain -> {
      RequestBody body = chain.request().body();
      if (body != null) {
        Buffer bytes = new Buffer();
        body.writeTo(bytes);
        bodies.add(bytes.readUtf8());
      }
      return chain.proceed(chain.request());
    };
  }

  private static Arguments call(String where, Consumer<Video> call) {
    return Arguments.of(where, call);
  }
}
