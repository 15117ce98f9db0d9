package io.github.videorooms.testkit;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is recorded of sessions, and the events of it. */
final class RoomRecordings {
  private final Now now;
  private final Events events;
  private final Storage storage;
  private final Shelf shelf;
  private final Map<String, Take> takes = new HashMap<>();

  RoomRecordings(ApiDescription api, Now now, Events events, Storage storage) {
    this.now = now;
    this.events = events;
    this.storage = storage;
    this.shelf = new Shelf(api.object("RoomRecording"));
  }

  String start(JsonObject session) {
    JsonObject recording = new JsonObject();
    String id = UUID.randomUUID().toString();
    recording.addProperty("id", id);
    recording.add("room_session_id", session.get("id"));
    recording.addProperty("status", "recording");
    recording.addProperty("started_at", now.text());
    recording.add("finished_at", JsonNull.INSTANCE);
    recording.addProperty("duration", 0);
    recording.add("size_in_bytes", JsonNull.INSTANCE);
    recording.add("format", JsonNull.INSTANCE);
    recording.addProperty("cost_in_dollars", 0);
    recording.add("uri", JsonNull.INSTANCE);
    recording.addProperty("created_at", now.text());
    recording.addProperty("updated_at", now.text());
    shelf.add(session.get("id").getAsString(), recording);
    takes.put(id, new Take(now.instant()));
    events.addAboutRecording(session, "recording.started", recording);
    return id;
  }

  void pause(JsonObject session, String id) {
    Take take = take(id);
    if (take.runningSince != null) {
      take.before = take.length(now.instant());
      take.runningSince = null;
      become("paused", session, id, "recording.paused");
    }
  }

  void resume(JsonObject session, String id) {
    Take take = take(id);
    if (take.runningSince == null) {
      take.runningSince = now.instant();
      become("recording", session, id, "recording.resumed");
    }
  }

  /** Ends a recording; nothing happens if it has ended. */
  void stop(JsonObject session, String id) {
    Take take = takes.remove(id);
    if (take == null) {
      return;
    }
    long seconds = take.length(now.instant()).toSeconds();
    JsonObject recording = shelf.copy(id);
    recording.addProperty("finished_at", now.text());
    recording.addProperty("duration", seconds);
    recording.addProperty("size_in_bytes", Media.sizeOf(seconds));
    recording.addProperty("format", "video/mp4");
    recording.addProperty("cost_in_dollars", Prices.recording(seconds));
    shelf.replace(recording);
    become("completed", session, id, "recording.ended");
  }

  void stopAllOf(JsonObject session) {
    shelf
        .allOf(session.get("id").getAsString())
        .forEach(recording -> stop(session, recording.id()));
  }

  /** Returns what the recordings of a session have cost. */
  BigDecimal costOf(String sessionId) {
    return shelf.allOf(sessionId).stream()
        .map(recording -> recording.json.get("cost_in_dollars").getAsBigDecimal())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns the id of the session that was recorded. */
  String sessionOf(String id) {
    return shelf.get(id).ownerId;
  }

  void requireExisting(String id) {
    shelf.get(id);
  }

  /**
   * Returns a recording as it is now.
   *
   * @param ttl for how many seconds it can be downloaded
   */
  JsonObject show(String id, int ttl) {
    return show(shelf.get(id), ttl).json;
  }

  List<Stored> showAll(int ttl) {
    return shown(shelf.all(), ttl);
  }

  List<Stored> showAllOf(String sessionId, int ttl) {
    return shown(shelf.allOf(sessionId), ttl);
  }

  /** Returns the file of a recording, or null if there is none, or none yet. */
  byte @Nullable [] file(String id) {
    boolean exists = shelf.has(id) && !takes.containsKey(id);
    return exists ? Media.of(id, shelf.get(id).json.get("size_in_bytes").getAsInt()) : null;
  }

  void delete(String id) {
    shelf.remove(id);
    takes.remove(id);
  }

  void clear() {
    shelf.clear();
    takes.clear();
  }

  private void become(String status, JsonObject session, String id, String event) {
    JsonObject recording = shelf.copy(id);
    recording.addProperty("status", status);
    recording.addProperty("updated_at", now.text());
    shelf.replace(recording);
    events.addAboutRecording(session, event, recording);
  }

  private Take take(String id) {
    Take take = takes.get(id);
    if (take == null) {
      throw new IllegalStateException("the recording has ended");
    }
    return take;
  }

  private List<Stored> shown(List<Stored> recordings, int ttl) {
    return recordings.stream().map(recording -> show(recording, ttl)).collect(Collectors.toList());
  }

  private Stored show(Stored recording, int ttl) {
    JsonObject shown = recording.json.deepCopy();
    Take take = takes.get(recording.id());
    if (take == null) {
      shown.addProperty("uri", storage.uri(recording.id(), now.instant().plusSeconds(ttl)));
    } else {
      shown.addProperty("duration", take.length(now.instant()).toSeconds());
    }
    return recording.with(shown);
  }

  /** A recording that goes on. */
  private static final class Take {
    private Duration before = Duration.ZERO;
    private @Nullable Instant runningSince;

    Take(Instant start) {
      this.runningSince = start;
    }

    Duration length(Instant now) {
      return runningSince == null ? before : before.plus(Times.between(runningSince, now));
    }
  }
}
