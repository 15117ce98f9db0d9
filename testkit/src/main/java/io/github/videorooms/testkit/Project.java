package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a project holds. Whatever is done with it is done in a {@linkplain #step step}, one after
 * the other for all threads; the fields it takes have passed {@link Rules}.
 */
final class Project {
  final Now now = new Now();
  final Places rooms = Places.rooms(now);
  final Places conferences = Places.conferences(now);
  final ConferenceTokens conferenceTokens = new ConferenceTokens();
  final Streams streams;
  private final Clock clock;

  Project(Clock clock, int streamLimit) {
    this.clock = clock;
    this.streams = new Streams(now, streamLimit);
  }

  synchronized <T extends @Nullable Object> T step(Supplier<T> step) {
    now.set(clock.instant());
    return step.get();
  }

  synchronized void step(Runnable step) {
    now.set(clock.instant());
    step.run();
  }

  /** Returns the room, or conference, with this id. */
  JsonObject place(String id) {
    return conferences.has(id) ? conferences.get(id) : rooms.get(id);
  }

  void deleteRoom(String id) {
    rooms.delete(id);
    streams.deleteAllOf(id);
  }

  JsonObject createConference(JsonObject fields, JsonObject extras) {
    JsonObject named = fields.deepCopy();
    if (!named.has("name")) {
      named.addProperty("name", "conference-" + UUID.randomUUID());
    }
    JsonObject conference = conferences.create(named, extras);
    conferenceTokens.addTo(conference.get("id").getAsString());
    return conference;
  }

  void deleteConference(String id) {
    conferences.delete(id);
    conferenceTokens.deleteAllOf(id);
    streams.deleteAllOf(id);
  }

  void clear() {
    rooms.clear();
    conferences.clear();
    conferenceTokens.clear();
    streams.clear();
  }
}
