package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a project. All access happens in {@linkplain #step steps}, which run one at a
 * time across all threads; the fields that are passed to it have been validated by the {@link
 * Rules} of an operation.
 */
final class Project {
  final ApiDescription api;
  final Now now = new Now();
  final HostStore rooms;
  final HostStore conferences;
  final ConferenceTokens conferenceTokens;
  final Streams streams;
  final Storage storage;
  final Events events;
  final RoomRecordings recordings;
  final Logs logs;
  final Meetings meetings;
  private final SpaceClock clock;

  /**
   * Creates a project.
   *
   * @param url the URL of the space
   */
  Project(
      ApiDescription api,
      String id,
      SpaceClock clock,
      int streamLimit,
      Signer signer,
      Supplier<String> url) {
    this.api = api;
    this.clock = clock;
    this.rooms = HostStore.rooms(now, api.object("Room"));
    this.conferences = HostStore.conferences(now, api.object("Conference"));
    this.conferenceTokens = new ConferenceTokens(api);
    this.streams = new Streams(api, now, streamLimit);
    this.storage = new Storage(now, signer, url);
    this.events = new Events(api, now, id);
    this.recordings = new RoomRecordings(api, now, events, storage);
    this.logs = new Logs(api, now, url);
    this.meetings = new Meetings(api, now, events, recordings, logs);
  }

  synchronized <T extends @Nullable Object> T step(Supplier<T> step) {
    catchUp();
    return step.get();
  }

  synchronized void step(Runnable step) {
    catchUp();
    step.run();
  }

  /**
   * Runs a step for a handle, whose object may no longer exist.
   *
   * @throws IllegalStateException if it no longer exists
   */
  <T> T look(Supplier<T> step) {
    try {
      return step(step);
    } catch (ApiRejection rejection) {
      throw new IllegalStateException(
          "it no longer exists: it was deleted, or the space was reset", rejection);
    }
  }

  void look(Runnable step) {
    look(
        () -> {
          step.run();
          return true;
        });
  }

  /** Returns a handle for each of the stored resources. */
  <T> List<T> handles(Function<String, T> make, Supplier<StoredList> step) {
    return step(
        () ->
            step.get().stream()
                .map(stored -> make.apply(stored.id()))
                .collect(Collectors.toUnmodifiableList()));
  }

  <T> List<T> models(Class<T> model, Supplier<StoredList> step) {
    return step(
        () ->
            step.get().stream()
                .map(stored -> Json.toModel(stored.json, model))
                .collect(Collectors.toUnmodifiableList()));
  }

  /** Removes the participants who are due, each at their own time. */
  private void catchUp() {
    Instant time = clock.instant();
    for (Participant due = meetings.nextDue(time); due != null; due = meetings.nextDue(time)) {
      now.set(Objects.requireNonNull(due.removalTime));
      meetings.leave(due.memberId);
    }
    now.set(time);
  }

  /** Returns the room, or conference, with this id. */
  SessionHost host(String id) {
    return conferences.has(id) ? conference(id) : room(id);
  }

  SessionHost room(String id) {
    return SessionHost.room(rooms.settings(id));
  }

  SessionHost conference(String id) {
    return SessionHost.conference(conferences.settings(id));
  }

  JsonObject createRoom(JsonObject fields, JsonObject extras) {
    return add(rooms, rooms.draft(fields, extras));
  }

  /** Sessions and streams belong to the id of their host, whatever its kind. */
  private JsonObject add(HostStore hosts, JsonObject host) {
    String id = host.get("id").getAsString();
    if (rooms.has(id) || conferences.has(id) || meetings.runningIn(id) != null) {
      throw ApiRejection.of(
          "not_unique_within_project",
          "id",
          "must differ from those of all rooms and conferences, including deleted ones whose session"
              + " is running");
    }
    hosts.add(host);
    return host;
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
    JsonObject conference = add(conferences, conferences.draft(named, extras));
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
    events.clear();
    recordings.clear();
    logs.clear();
    meetings.clear();
  }
}
