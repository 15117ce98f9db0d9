package io.github.videorooms.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The responses of the server, which are always the same bytes. */
final class Responses {
  static final String STREAM =
      """
      {"id":"0f7a9d58-c3b1-4e62-9b0e-84d6a1f5c7e3",\
      "url":"rtmps://ingest.example.com/live/made-up-key","stream_type":"rtmp",\
      "width":1920,"height":1080,"fps":30,\
      "created_at":"2026-04-08T13:50:00Z","updated_at":"2026-04-08T13:50:00Z"}""";

  static final String REFUSAL =
      """
      {"errors":[{"type":"validation_error","code":"url_is_unsafe",\
      "message":"url is in a private network","attribute":"url",\
      "url":"https://errors.example.com/#url_is_unsafe"}]}""";

  private Responses() {}

  /** A typical room, with few of its optional fields set. */
  static String room(int number) {
    return """
        {"id":"%s","name":"room-%06d","display_name":"Room %d","description":null,\
        "max_members":20,"quality":"720p","fps":20,"join_from":null,"join_until":null,\
        "remove_at":null,"remove_after_seconds_elapsed":null,"layout":"grid-responsive",\
        "record_on_start":false,"tone_on_entry_and_exit":true,"room_join_video_off":false,\
        "user_join_video_off":false,"enable_room_previews":false,"sync_audio_video":true,\
        "meta":{"team":"interface"},"prioritize_handraise":false,\
        "created_at":"2026-04-01T09:12:44Z","updated_at":"2026-04-02T07:30:05Z"}"""
        .formatted(new UUID(0, number), number, number);
  }

  /** The rooms of a page, with everything that follows them. */
  static byte[] rooms(int count) {
    StringBuilder data = new StringBuilder("\"data\":[");
    for (int number = 0; number < count; number++) {
      data.append(number == 0 ? "" : ",").append(room(number));
    }
    return data.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }
}
