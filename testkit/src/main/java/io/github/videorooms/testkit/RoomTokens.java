package io.github.videorooms.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates and reads room tokens: JSON Web Tokens like those of the service, with short claims. */
final class RoomTokens {
  private static final String HEADER = "{\"typ\":\"VRT\",\"alg\":\"HS512\"}";
  static final List<String> USUAL_PERMISSIONS =
      List.of(
          "room.self.audio_mute",
          "room.self.audio_unmute",
          "room.self.video_mute",
          "room.self.video_unmute",
          "room.self.deaf",
          "room.self.undeaf",
          "room.self.set_input_volume",
          "room.self.set_output_volume",
          "room.self.set_input_sensitivity",
          "room.self.screenshare",
          "room.self.additional_source");

  private static final Map<String, String> FIELDS =
      Map.of(
          "u", "user_name",
          "r", "room_name",
          "acr", "auto_create_room",
          "rse", "remove_after_seconds_elapsed",
          "rdn", "room_display_name",
          "erp", "enable_room_previews",
          "ers", "end_room_session_on_leave",
          "sav", "sync_audio_video");

  private static final Map<String, String> TIMES =
      Map.of("jf", "join_from", "ju", "join_until", "rat", "remove_at");

  private final Signer signer;
  private final Now now;

  RoomTokens(Signer signer, Now now) {
    this.signer = signer;
    this.now = now;
  }

  /**
   * Creates a token.
   *
   * @param fields as {@link ApiRequest#fields} returns them
   */
  String issue(JsonObject fields) {
    Times.checkOrder(fields);
    String content = base64(HEADER.getBytes(UTF_8)) + "." + base64(claims(fields).getBytes(UTF_8));
    return content + "." + base64(signer.sign(content));
  }

  /** Returns the fields of a token, as far as it contains them; null if it was not created here. */
  @Nullable JsonObject read(String token) {
    int end = token.lastIndexOf('.');
    if (end < 0 || !token.endsWith("." + base64(signer.sign(token.substring(0, end))))) {
      return null;
    }
    String claims = token.substring(token.indexOf('.') + 1, end);
    JsonObject sent = Json.read(new String(Base64.getUrlDecoder().decode(claims), UTF_8));
    JsonObject fields = new JsonObject();
    FIELDS.forEach((claim, field) -> add(fields, field, sent.get(claim)));
    TIMES.forEach((claim, field) -> add(fields, field, time(sent.get(claim))));
    return fields;
  }

  private String claims(JsonObject fields) {
    JsonObject claims = new JsonObject();
    claims.addProperty("iat", now.instant().getEpochSecond());
    claims.addProperty("jti", UUID.randomUUID().toString());
    claims.addProperty("sub", "VideoRooms");
    claims.add("s", scopes(fields));
    FIELDS.forEach((claim, field) -> add(claims, claim, fields.get(field)));
    TIMES.forEach((claim, field) -> add(claims, claim, seconds(Times.at(fields, field))));
    return claims.toString();
  }

  private static JsonElement scopes(JsonObject fields) {
    if (new JsonPrimitive("audience").equals(fields.get("join_as"))) {
      return new JsonArray();
    }
    JsonElement permissions = fields.get("permissions");
    if (permissions != null) {
      return permissions;
    }
    JsonArray usual = new JsonArray();
    USUAL_PERMISSIONS.forEach(usual::add);
    return usual;
  }

  private static void add(JsonObject claims, String name, @Nullable JsonElement value) {
    if (value != null) {
      claims.add(name, value);
    }
  }

  private static @Nullable JsonElement seconds(@Nullable Instant time) {
    return time == null ? null : new JsonPrimitive(time.getEpochSecond());
  }

  private static @Nullable JsonElement time(@Nullable JsonElement seconds) {
    return seconds == null
        ? null
        : new JsonPrimitive(Instant.ofEpochSecond(seconds.getAsLong()).toString());
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
