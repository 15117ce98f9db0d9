package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.api.ConferenceTokensApi;
import io.github.videorooms.api.ConferencesApi;
import io.github.videorooms.api.ConferencesApi.ListConferenceTokensQuery;
import io.github.videorooms.model.Conference;
import io.github.videorooms.model.ConferenceToken;
import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.RoomTokenPermission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class ConferenceTokensTest {
  private static final String UNKNOWN = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @Test
  void list_newConference_hasItsTokens(FakeSpace space) {
    Conference conference = conference(space);
    conference(space);

    List<ConferenceToken> tokens =
        Sent.body(
                space
                    .getClient()
                    .api(ConferencesApi.class)
                    .listConferenceTokens(
                        conference.getId(), ListConferenceTokensQuery.builder().build().toMap()))
            .getData();

    assertThat(tokens).isEqualTo(space.getConferenceTokens(conference.getId()));
    assertThat(tokens).extracting(ConferenceToken::getName).containsExactly("moderator", "guest");
    assertThat(tokens).allMatch(token -> token.getToken().matches("vpt_[0-9a-f]{32}"));
  }

  @Test
  void scopes_moderatorAndGuest_differ(FakeSpace space) {
    List<ConferenceToken> tokens = space.getConferenceTokens(conference(space).getId());

    assertThat(tokens.get(0).getScopes()).contains(RoomTokenPermission.ROOM_MEMBER_REMOVE);
    assertThat(tokens.get(1).getScopes())
        .contains(RoomTokenPermission.ROOM_SELF_AUDIO_MUTE)
        .doesNotContain(RoomTokenPermission.ROOM_MEMBER_REMOVE);
    assertThat(tokens)
        .flatExtracting(ConferenceToken::getScopes)
        .allMatch(RoomTokenPermission::isKnown);
  }

  @Test
  void get_token_equalsTheListedOne(FakeSpace space) {
    ConferenceToken token = space.getConferenceTokens(conference(space).getId()).get(1);

    assertThat(Sent.body(api(space).getConferenceToken(token.getId()))).isEqualTo(token);
  }

  @Test
  void reset_token_changesItsValue(FakeSpace space) {
    Conference conference = conference(space);
    ConferenceToken token = space.getConferenceTokens(conference.getId()).get(0);

    ConferenceToken reset = Sent.body(api(space).resetConferenceToken(token.getId()));

    assertThat(reset.getToken()).matches("vpt_[0-9a-f]{32}").isNotEqualTo(token.getToken());
    assertThat(reset).isEqualTo(token.toBuilder().token(reset.getToken()).build());
    assertThat(space.getConferenceTokens(conference.getId())).contains(reset).doesNotContain(token);
  }

  @Test
  void unknownToken_anyOperation_isNotFound(FakeSpace space) {
    assertThat(Sent.status(api(space).getConferenceToken(UNKNOWN))).isEqualTo(404);
    assertThat(Sent.status(api(space).resetConferenceToken(UNKNOWN))).isEqualTo(404);
  }

  private static Conference conference(FakeSpace space) {
    return space.addConference(CreateConferenceRequest.builder().displayName("Open house").build());
  }

  private static ConferenceTokensApi api(FakeSpace space) {
    return space.getClient().api(ConferenceTokensApi.class);
  }
}
