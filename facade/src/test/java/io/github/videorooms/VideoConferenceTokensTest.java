package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.github.videorooms.model.ConferenceToken;
import io.github.videorooms.model.RoomTokenPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VideoConferenceTokensTest {
  private static final String ID = "e51d09a7-f6b2-4c38-8d40-72b9c3e1a586";
  private static final String PATH = "/api/video/conference_tokens/" + ID;

  @RegisterExtension private final Wire wire = new Wire();

  @ParameterizedTest
  @EnumSource
  void get_id_returnsTheToken(CallStyle style) {
    wire.respond(get(urlPathEqualTo(PATH)), 200, Examples.of("ConferenceToken"));
    VideoConferenceTokens tokens = tokens();

    ConferenceToken token = style.call(() -> tokens.get(ID), () -> tokens.getAsync(ID));

    assertThat(token.getName()).isEqualTo("moderator");
    assertThat(token.getToken()).isEqualTo("vpt_made-up-conference-token");
    assertThat(token.getScopes()).contains(RoomTokenPermission.ROOM_LOCK);
    assertThat(token.toString()).contains("token=***").doesNotContain("vpt_");
    assertThat(wire.request().getUrl()).isEqualTo(PATH);
  }

  @ParameterizedTest
  @EnumSource
  void reset_token_postsNoBodyAndReturnsTheNewValue(CallStyle style) {
    JsonObject response = Examples.of("ConferenceToken");
    response.addProperty("token", "vpt_another-made-up-token");
    wire.respond(post(urlPathEqualTo(PATH + "/reset")), 200, response);
    VideoConferenceTokens tokens = tokens();

    ConferenceToken token = style.call(() -> tokens.reset(ID), () -> tokens.resetAsync(ID));

    assertThat(token.getToken()).isEqualTo("vpt_another-made-up-token");
    assertThat(wire.request().getUrl()).isEqualTo(PATH + "/reset");
    assertThat(wire.request().getBody()).isEmpty();
    assertThat(wire.request().getHeader("Content-Type")).isNull();
  }

  @Test
  void anyMethod_invalidId_isRejectedAtOnce() {
    VideoConferenceTokens tokens = tokens();

    assertThatThrownBy(() -> tokens.get(null)).hasMessage("id");
    assertThatThrownBy(() -> tokens.getAsync(" ")).hasMessageStartingWith("id is blank");
    assertThatThrownBy(() -> tokens.reset("..")).hasMessageStartingWith("id is \"..\"");
    assertThatThrownBy(() -> tokens.resetAsync(null)).hasMessage("id");
    assertThat(wire.requests()).isEmpty();
  }

  private VideoConferenceTokens tokens() {
    return wire.client().video().conferenceTokens();
  }
}
