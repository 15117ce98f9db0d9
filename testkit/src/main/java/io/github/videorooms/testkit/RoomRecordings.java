package io.github.videorooms.testkit;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The recordings of sessions, and their events. */
final class RoomRecordings {
  private final Now now;
  private final Events events;
  private final Storage storage;
  private final Store store;
  private final Map<String, Take> takes = new HashMap<>();

  RoomRecordings(ApiDescription api, Now now, Events events, Storage storage) {
    this.now = now;
    this.events = events;
    this.storage = storage;
    this.store = new Store(api.object("RoomRecording"));
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
    store.add(session.get("id").getAsString(), recording);
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

  /** Ends a recording; does nothing if it has ended. */
  void stop(JsonObject session, String id) {
    Take take = takes.remove(id);
    if (take == null) {
      return;
    }
    int seconds = take.seconds(now.instant());
    JsonObject recording = store.copy(id);
    recording.addProperty("finished_at", now.text());
    recording.addProperty("duration", seconds);
    recording.addProperty("size_in_bytes", Media.sizeOf(seconds));
    recording.addProperty("format", "video/mp4");
    recording.addProperty("cost_in_dollars", Prices.recording(seconds));
    store.replace(recording);
    become("completed", session, id, "recording.ended");
  }

  void stopAllOf(JsonObject session) {
    allOf(session.get("id").getAsString())
        .toList()
        .forEach(recording -> stop(session, recording.id()));
  }

  /** Returns the cost of the recordings of a session. */
  BigDecimal costOf(String sessionId) {
    return allOf(sessionId).stream()
        .map(recording -> recording.json.get("cost_in_dollars").getAsBigDecimal())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns the id of the session that was recorded. */
  String sessionOf(String id) {
    return store.get(id).ownerId;
  }

  void requireExisting(String id) {
    store.get(id);
  }

  /**
   * Returns a recording as it is now.
   *
   * @param ttl the number of seconds for which it can be downloaded
   */
  JsonObject show(String id, int ttl) {
    return shown(store.get(id).json, ttl);
  }

  StoredList showAll(int ttl) {
    return all().shownAs(recording -> shown(recording, ttl));
  }

  StoredList showAllOf(String sessionId, int ttl) {
    return allOf(sessionId).shownAs(recording -> shown(recording, ttl));
  }

  /**
   * Returns the recordings as they are stored: without URL, and those in progress without length.
   */
  StoredList all() {
    return store.all();
  }

  /** Returns the recordings of a session as they are stored. */
  StoredList allOf(String sessionId) {
    return store.allOf(sessionId);
  }

  /** Returns the file of a recording, or null if there is none, or none yet. */
  byte @Nullable [] file(String id) {
    boolean exists = store.has(id) && !takes.containsKey(id);
    return exists ? Media.of(id, store.get(id).json.get("size_in_bytes").getAsInt()) : null;
  }

  void delete(String id) {
    store.remove(id);
    takes.remove(id);
  }

  void clear() {
    store.clear();
    takes.clear();
  }

  private void become(String status, JsonObject session, String id, String event) {
    JsonObject recording = store.copy(id);
    recording.addProperty("status", status);
    recording.addProperty("updated_at", now.text());
    store.replace(recording);
    events.addAboutRecording(session, event, recording);
  }

  private Take take(String id) {
    Take take = takes.get(id);
    if (take == null) {
      throw new IllegalStateException("the recording has ended");
    }
    return take;
  }

  private JsonObject shown(JsonObject recording, int ttl) {
    JsonObject shown = recording.deepCopy();
    String id = recording.get("id").getAsString();
    Take take = takes.get(id);
    if (take == null) {
      shown.addProperty("uri", storage.uri(id, now.instant().plusSeconds(ttl)));
    } else {
      shown.addProperty("duration", take.seconds(now.instant()));
    }
    return shown;
  }

  /** A recording in progress. */
  private static final class Take {
    private Duration before = Duration.ZERO;
    private @Nullable Instant runningSince;

    Take(Instant start) {
      this.runningSince = start;
    }

    int seconds(Instant now) {
      return Times.seconds(length(now));
    }

    Duration length(Instant now) {
      return runningSince == null ? before : before.plus(Times.between(runningSince, now));
    }
  }
}
