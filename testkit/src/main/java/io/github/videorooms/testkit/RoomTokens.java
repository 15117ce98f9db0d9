package io.github.videorooms.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes room tokens: JSON web tokens as the service's, with short names of claims. */
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

  private final Signer signer;
  private final Now now;

  RoomTokens(Signer signer, Now now) {
    this.signer = signer;
    this.now = now;
  }

  /**
   * Makes a token.
   *
   * @param fields as {@link Rules#ROOM_TOKEN} gives them
   */
  String issue(JsonObject fields) {
    Times.checkOrder(fields);
    String content = base64(HEADER.getBytes(UTF_8)) + "." + base64(claims(fields).getBytes(UTF_8));
    return content + "." + base64(signer.sign(content));
  }

  private String claims(JsonObject fields) {
    JsonObject claims = new JsonObject();
    claims.addProperty("iat", now.instant().getEpochSecond());
    claims.addProperty("jti", UUID.randomUUID().toString());
    claims.addProperty("sub", "VideoRooms");
    add(claims, "u", fields.get("user_name"));
    add(claims, "r", fields.get("room_name"));
    claims.add("s", scopes(fields));
    add(claims, "acr", fields.get("auto_create_room"));
    add(claims, "jf", seconds(Times.at(fields, "join_from")));
    add(claims, "ju", seconds(Times.at(fields, "join_until")));
    add(claims, "rat", seconds(Times.at(fields, "remove_at")));
    add(claims, "rse", fields.get("remove_after_seconds_elapsed"));
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

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
