package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.JoinAs;
import io.github.videorooms.model.RoomToken;
import io.github.videorooms.model.RoomTokenPermission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VideoRoomTokensTest {
  @RegisterExtension private final Wire wire = new Wire();

  @ParameterizedTest
  @EnumSource
  void create_severalFields_postsThemAndReturnsTheToken(CallStyle style) {
    wire.respond(post(urlPathEqualTo("/api/video/room_tokens")), 200, Examples.of("RoomToken"));
    VideoRoomTokens tokens = wire.client().video().roomTokens();
    CreateRoomTokenRequest request =
        CreateRoomTokenRequest.builder()
            .roomName("standup")
            .userName("Ada")
            .joinAs(JoinAs.MEMBER)
            .permissions(
                List.of(RoomTokenPermission.ROOM_SELF_AUDIO_MUTE, RoomTokenPermission.ROOM_LOCK))
            .joinUntil(Instant.parse("2026-03-02T08:15:30.250Z"))
            .meta(Map.of("seat", 4))
            .build();

    RoomToken token = style.call(() -> tokens.create(request), () -> tokens.createAsync(request));

    String secret = Examples.of("RoomToken").get("token").getAsString();
    assertThat(token.getToken()).isEqualTo(secret);
    assertThat(token.toString()).isEqualTo("RoomToken{token=***}");
    assertThat(JsonParser.parseString(wire.request().getBodyAsString()))
        .isEqualTo(
            JsonParser.parseString(
                "{'room_name':'standup','user_name':'Ada','join_as':'member',"
                    + "'permissions':['room.self.audio_mute','room.lock'],"
                    + "'join_until':'2026-03-02T08:15:30.250Z','meta':{'seat':4}}"));
  }

  @Test
  void create_null_isRejected() {
    VideoRoomTokens tokens = wire.client().video().roomTokens();

    assertThatThrownBy(() -> tokens.create((CreateRoomTokenRequest) null)).hasMessage("request");
    assertThatThrownBy(() -> tokens.createAsync((CreateRoomTokenRequest) null))
        .hasMessage("request");
  }
}
