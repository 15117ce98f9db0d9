package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Half a surrogate pair, as in a text that was cut within an emoji, has no UTF-8. */
class MalformedTextTest {
  private static final String HALF = "team \ud83d";

  static Stream<Arguments> calls() {
    return Stream.of(
        call("body", video -> video.rooms().create(room -> room.name(HALF))),
        call("body", video -> video.rooms().createAsync(room -> room.name(HALF))),
        call(
            "nested value",
            video -> video.roomTokens().create(t -> t.roomName("a").putExtra("meta", HALF))),
        call("path", video -> video.rooms().get(HALF)),
        call("query", video -> video.roomSessions().list(q -> q.roomName(HALF)).firstPage()),
        call("query", video -> video.roomSessions().list(q -> q.roomName(HALF)).firstPageAsync()),
        call("parameter", video -> video.rooms().list().withParameter("name", HALF)),
        call("name of a parameter", video -> video.rooms().list().withParameter(HALF, "x")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void call_halfASurrogatePair_isRejectedAndNotSent(String where, Consumer<Video> call) {
    try (ScriptedServer server = ScriptedServer.responding("HTTP/1.1 200 OK\r\n\r\n");
        SignalWireRestClient client = server.client().build()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.accept(client.video()))
          .withMessageContaining("half a surrogate pair");
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\ud83d", "\ude00", "a\ud83d", "\ude00a", "\ud83d\ud83d\ude00", "\ude00\ud83d"})
  void wellFormed_halfASurrogatePair_isRejected(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.wellFormed(text));
  }

  @Test
  void wellFormed_wholeCharacters_areLeftAsTheyAre() {
    String text = "team \ud83d\ude00\ud83d\ude00 é";

    assertThat(Json.wellFormed(text)).isSameAs(text);
  }

  private static Arguments call(String where, Consumer<Video> call) {
    return Arguments.of(where, call);
  }
}
