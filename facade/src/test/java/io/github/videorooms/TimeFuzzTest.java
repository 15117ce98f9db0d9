package io.github.videorooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonPrimitive;
import io.github.videorooms.model.Room;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class TimeFuzzTest {
  private static final Pattern RFC_3339_UTC =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z");

  @FuzzTest
  void read_anyTime_failsOrSurvivesARoundTrip(byte[] input) throws IOException {
    String text = new String(input, UTF_8);
    Instant time;
    Room room;
    try {
      room = Models.read(Room.class, "{\"created_at\":" + new JsonPrimitive(text) + "}");
      time = room.getCreatedAt();
    } catch (UnreadableBodyException e) {
      FuzzAssert.that(standard(text) == null, "a time of RFC 3339 is read");
      return;
    }

    FuzzAssert.that(Models.read(Room.class, Models.write(room)).equals(room), "a time is kept");
    Instant standard = standard(text);
    FuzzAssert.that(Objects.equals(standard, time) || standard == null, "and means what it says");
  }

  private static Instant standard(String text) {
    if (!RFC_3339_UTC.matcher(text).matches()) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
