package io.github.videorooms;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.videorooms.model.ModelAdapters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one call that no message may show: the token, and what the document calls a
 * password.
 */
final class Secrets {
  /** What is shorter would be found in ordinary words, and blank them out. */
  private static final int MIN_LENGTH = 4;

  private final List<String> texts = new ArrayList<>();

  /**
   * Collects the secrets of a request.
   *
   * @param token the API token
   * @param body the request's body, which can be written again
   */
  Secrets(String token, @Nullable RequestBody body) {
    add(token);
    if (body != null) {
      collect(read(body));
    }
  }

  /** Returns the text with {@code ***} in place of each secret. */
  String scrub(String text) {
    String scrubbed = text;
    for (String secret : texts) {
      scrubbed = scrubbed.replace(secret, "***");
    }
    return scrubbed;
  }

  private static JsonElement read(RequestBody body) {
    Buffer buffer = new Buffer();
    try {
      body.writeTo(buffer);
    } catch (IOException e) {
      throw new AssertionError("a buffer does no I/O", e);
    }
    return JsonParser.parseString(buffer.readUtf8());
  }

  private void collect(JsonElement json) {
    if (json.isJsonArray()) {
      json.getAsJsonArray().forEach(this::collect);
    } else if (json.isJsonObject()) {
      for (Map.Entry<String, JsonElement> member : json.getAsJsonObject().entrySet()) {
        JsonElement value = member.getValue();
        if (!value.isJsonPrimitive()) {
          collect(value);
        } else if (ModelAdapters.secretMembers().contains(member.getKey())) {
          add(value.getAsString());
        }
      }
    }
  }

  private void add(String secret) {
    if (secret.length() >= MIN_LENGTH) {
      texts.add(secret);
    }
  }
}
