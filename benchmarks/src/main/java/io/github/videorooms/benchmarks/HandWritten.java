package io.github.videorooms.benchmarks;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What both hand-written contenders have in common: models for only these calls, read by a shared
 * Gson, and credentials that are encoded once. Times have the same type as in the client.
 */
final class HandWritten {
  static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .registerTypeAdapter(Instant.class, new InstantAdapter())
          .disableHtmlEscaping()
          .create();

  static final String AUTHORIZATION =
      "Basic "
          + Base64.getEncoder().encodeToString("project:token".getBytes(StandardCharsets.UTF_8));

  private HandWritten() {}

  record StreamRequest(String url) {}

  static final class Stream {
    @Nullable String id;
    @Nullable String url;
    @Nullable String streamType;
    @Nullable Integer width;
    @Nullable Integer height;
    @Nullable Integer fps;
    @Nullable Instant createdAt;
    @Nullable Instant updatedAt;
  }

  static final class Room {
    @Nullable String id;
    @Nullable String name;
    @Nullable String displayName;
    @Nullable String description;
    @Nullable Integer maxMembers;
    @Nullable String quality;
    @Nullable Integer fps;
    @Nullable Instant joinFrom;
    @Nullable Instant joinUntil;
    @Nullable Instant removeAt;
    @Nullable Integer removeAfterSecondsElapsed;
    @Nullable String layout;
    boolean recordOnStart;
    boolean toneOnEntryAndExit;
    boolean roomJoinVideoOff;
    boolean userJoinVideoOff;
    @Nullable Boolean enableRoomPreviews;
    @Nullable Boolean syncAudioVideo;
    @Nullable Map<String, Object> meta;
    boolean prioritizeHandraise;
    @Nullable Instant createdAt;
    @Nullable Instant updatedAt;
  }

  static final class RoomPage {
    @Nullable Links links;
    List<Room> data = List.of();

    @Nullable String next() {
      return links == null ? null : links.next;
    }
  }

  static final class Links {
    @Nullable String next;
  }

  static final class ErrorBody {
    List<ErrorItem> errors = List.of();
  }

  static final class ErrorItem {
    @Nullable String type;
    @Nullable String code;
    @Nullable String message;
    @Nullable String attribute;
    @Nullable String url;
  }

  /** A response other than a success. */
  static final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    final int status;
    final @Nullable String requestId;
    final transient List<ErrorItem> errors;

    ApiException(int status, @Nullable String requestId, String body) {
      super(status + " " + body);
      this.status = status;
      this.requestId = requestId;
      this.errors = GSON.fromJson(body, ErrorBody.class).errors;
    }
  }

  private static final class InstantAdapter extends TypeAdapter<Instant> {
    @Override
    public @Nullable Instant read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return null;
      }
      return Instant.parse(in.nextString());
    }

    @Override
    public void write(JsonWriter out, @Nullable Instant value) throws IOException {
      out.value(value == null ? null : value.toString());
    }
  }
}
