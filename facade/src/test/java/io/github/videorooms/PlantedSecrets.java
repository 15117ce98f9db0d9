package io.github.videorooms;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Credentials;

/**
 * The secrets that the tests send and receive: what they pass to clients, and what the document has
 * in its examples. None of them may come out of anything but a getter.
 */
public final class PlantedSecrets implements Supplier<Map<String, String>> {
  static final String API_TOKEN = Wire.TOKEN;
  static final String BASIC = Credentials.basic(Wire.PROJECT, Wire.TOKEN).split(" ", 2)[1];
  static final String ROOM_TOKEN = example("RoomToken", "token");
  static final String CONFERENCE_TOKEN = example("ConferenceToken", "token");
  static final String STREAM_KEY = after('/', example("VideoStream", "url"));
  static final String SIGNATURE = after('=', example("RoomRecording", "uri"));

  /** The watch makes one. */
  public PlantedSecrets() {}

  /** Returns what each secret is, and its text. */
  @Override
  public Map<String, String> get() {
    return Map.of(
        "the API token", API_TOKEN,
        "the value of the Basic header", BASIC,
        "a room token", ROOM_TOKEN,
        "a conference token", CONFERENCE_TOKEN,
        "a stream key", STREAM_KEY,
        "the address of a stream", "rtmp://",
        "the address of a stream over TLS", "rtmps://",
        "the signature of a recording", SIGNATURE);
  }

  private static String example(String schema, String member) {
    JsonObject example = Examples.of(schema);
    return example.get(member).getAsString();
  }

  private static String after(char last, String text) {
    return text.substring(text.lastIndexOf(last) + 1);
  }
}
