package io.github.videorooms.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.JoinAs;
import io.github.videorooms.model.RoomTokenPermission;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class RoomTokensTest {
  private static final CreateRoomTokenRequest STANDUP =
      CreateRoomTokenRequest.builder().roomName("standup").build();

  @Test
  void create_token_isASignedJsonWebToken() {
    Signer signer = new Signer("secret".getBytes(UTF_8));
    String token =
        new RoomTokens(signer, new Now()).issue(Json.read("{\"room_name\":\"standup\"}"));

    List<String> parts = List.of(token.split("\\.", -1));

    assertThat(parts).hasSize(3).allMatch(part -> part.matches("[A-Za-z0-9_-]+"));
    assertThat(decoded(parts.get(0))).isEqualTo(Json.read("{\"typ\":\"VRT\",\"alg\":\"HS512\"}"));
    assertThat(Base64.getUrlDecoder().decode(parts.get(2)))
        .isEqualTo(signer.sign(parts.get(0) + "." + parts.get(1)))
        .hasSize(64);
  }

  @Test
  void create_onlyARoomName_hasTheDefaultPermissions(Contract contract) {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);
    FakeSpace space = contract.start(FakeSpace.builder().clock(clock));

    JsonObject claims = claims(space, STANDUP);

    assertThat(claims.get("r").getAsString()).isEqualTo("standup");
    assertThat(claims.get("iat").getAsLong()).isEqualTo(1_800_000_000);
    assertThat(claims.getAsJsonArray("s")).hasSize(11);
    assertThat(claims.keySet()).doesNotContain("u", "jf", "ju", "rat", "rse", "acr");
  }

  @Test
  void create_everything_isInTheClaims(FakeSpace space) {
    CreateRoomTokenRequest request =
        STANDUP.toBuilder()
            .userName("Ines")
            .permissions(List.of(RoomTokenPermission.ROOM_LOCK))
            .joinFrom(Instant.ofEpochSecond(10))
            .joinUntil(Instant.ofEpochSecond(20))
            .removeAt(Instant.ofEpochSecond(30))
            .removeAfterSecondsElapsed(40)
            .autoCreateRoom(false)
            .build();

    JsonObject claims = claims(space, request);
    claims.remove("iat");
    claims.remove("jti");
    claims.remove("sub");

    assertThat(claims)
        .isEqualTo(
            Json.read(
                "{\"u\":\"Ines\",\"r\":\"standup\",\"s\":[\"room.lock\"],\"acr\":false,"
                    + "\"jf\":10,\"ju\":20,\"rat\":30,\"rse\":40}"));
  }

  @Test
  void create_audience_hasNoPermissions(FakeSpace space) {
    CreateRoomTokenRequest request =
        STANDUP.toBuilder()
            .joinAs(JoinAs.AUDIENCE)
            .permissions(List.of(RoomTokenPermission.ROOM_LOCK))
            .build();

    assertThat(claims(space, request).getAsJsonArray("s")).isEmpty();
  }

  @Test
  void create_twice_returnsDifferentTokens(FakeSpace space) {
    assertThat(token(space, STANDUP)).isNotEqualTo(token(space, STANDUP));
  }

  @Test
  void create_token_createsNoRoom(FakeSpace space) {
    token(space, STANDUP);

    assertThat(space.getRooms()).isEmpty();
  }

  @Test
  void create_untilBeforeFrom_isRejected(FakeSpace space) {
    CreateRoomTokenRequest request =
        STANDUP.toBuilder()
            .joinFrom(Instant.ofEpochSecond(20))
            .joinUntil(Instant.ofEpochSecond(10))
            .build();

    SignalWireRestError error =
        catchThrowableOfType(SignalWireRestError.class, () -> token(space, request));

    assertThat(error.hasCode("invalid_join_until_date")).isTrue();
  }

  private static JsonObject claims(FakeSpace space, CreateRoomTokenRequest request) {
    return decoded(token(space, request).split("\\.", -1)[1]);
  }

  private static String token(FakeSpace space, CreateRoomTokenRequest request) {
    return space.getClient().video().roomTokens().create(request).getToken();
  }

  private static JsonObject decoded(String part) {
    return Json.read(new String(Base64.getUrlDecoder().decode(part), UTF_8));
  }
}
