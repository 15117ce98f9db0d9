package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sessions, who takes part in them, and what follows when people come and go. */
final class Meetings {
  private final Now now;
  private final Events events;
  private final RoomRecordings recordings;
  private final Logs logs;
  private final ApiObject roomKind;
  private final ApiObject sessionKind;
  private final Shelf sessions;
  private final Shelf members;

  /** The venues of the sessions that are running, by the sessions' ids. */
  private final Map<String, Venue> running = new LinkedHashMap<>();

  private final Map<String, Seat> seats = new LinkedHashMap<>();

  Meetings(ApiDescription api, Now now, Events events, RoomRecordings recordings, Logs logs) {
    this.now = now;
    this.events = events;
    this.recordings = recordings;
    this.logs = logs;
    this.roomKind = api.object("Room");
    this.sessionKind = api.object("RoomSession");
    this.sessions = new Shelf(sessionKind);
    this.members = new Shelf(api.object("RoomSessionMember"));
  }

  /**
   * Lets somebody in, to a new session if none is running.
   *
   * @param token what was asked for with the token
   * @return the id of the new member
   * @throws IllegalStateException if nobody is let in; it says why
   */
  String join(Venue venue, JsonObject token, String name) {
    Door room = new Door(venue.settings);
    Door own = new Door(token);
    room.check(now.instant());
    own.check(now.instant());
    JsonObject session = sessions.get(sessionAt(venue)).json;
    String sessionId = session.get("id").getAsString();
    int most = venue.settings.get("max_members").getAsInt();
    if (seatsOf(sessionId).size() >= most) {
      throw new IllegalStateException("the room is full: max_members is " + most);
    }
    JsonObject member = newMember(sessionId, name);
    String memberId = member.get("id").getAsString();
    members.add(sessionId, member);
    seats.put(
        memberId,
        new Seat(
            memberId,
            sessionId,
            Door.earlier(room.putsOutAt(now.instant()), own.putsOutAt(now.instant())),
            isSet(token.get("end_room_session_on_leave"))));
    events.addAboutMember(session, "member.joined", member);
    return memberId;
  }

  /** Lets somebody out, and ends the session after the last one; nothing happens to who is out. */
  void leave(String memberId) {
    Seat seat = seats.get(memberId);
    if (seat != null) {
      vacate(seat);
      if (seat.endsSession || seatsOf(seat.sessionId).isEmpty()) {
        end(seat.sessionId);
      }
    }
  }

  /** Lets everybody out; nothing happens to a session that is over. */
  void end(String sessionId) {
    Venue venue = running.remove(sessionId);
    if (venue == null) {
      return;
    }
    seatsOf(sessionId).forEach(this::vacate);
    recordings.stopAllOf(sessions.get(sessionId).json);
    BigDecimal cost = costOfMembers(sessionId);
    JsonObject session = sessions.copy(sessionId);
    session.addProperty("end_time", now.text());
    session.addProperty("duration", secondsSince(session.get("start_time")));
    session.addProperty("status", "completed");
    session.add("preview_url", JsonNull.INSTANCE);
    session.addProperty("cost_in_dollars", cost);
    session.addProperty("updated_at", now.text());
    sessions.replace(session);
    events.add(session, "room.ended");
    logs.add(session, venue.logType, cost, recordings.costOf(sessionId));
  }

  /** Returns whoever is to be put out first, or null if nobody is by then. */
  @Nullable Seat nextDue(Instant time) {
    return seats.values().stream()
        .filter(seat -> seat.isDue(time))
        .min(
            (a, b) ->
                Objects.requireNonNull(a.putOutAt).compareTo(Objects.requireNonNull(b.putOutAt)))
        .orElse(null);
  }

  JsonObject session(String id) {
    return sessions.get(id).json;
  }

  String requireSession(String id) {
    return sessions.get(id).id();
  }

  List<Stored> sessions() {
    return sessions.all();
  }

  boolean isRunning(String sessionId) {
    return running.containsKey(sessionId);
  }

  boolean isRunningAt(Venue venue) {
    return running.values().stream().anyMatch(other -> other.key.equals(venue.key));
  }

  /** Returns the running session of a room or conference, or null if there is none. */
  @Nullable JsonObject runningIn(String placeId) {
    return running.keySet().stream()
        .map(sessions::get)
        .filter(session -> session.ownerId.equals(placeId))
        .map(session -> session.json)
        .findFirst()
        .orElse(null);
  }

  JsonObject member(String id) {
    return members.get(id).json;
  }

  List<Stored> members(String sessionId) {
    return members.allOf(sessionId);
  }

  boolean isInside(String memberId) {
    return seats.containsKey(memberId);
  }

  void clear() {
    sessions.clear();
    members.clear();
    running.clear();
    seats.clear();
  }

  private String sessionAt(Venue venue) {
    return running.entrySet().stream()
        .filter(session -> session.getValue().key.equals(venue.key))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> start(venue));
  }

  private String start(Venue venue) {
    JsonObject session = settingsOf(venue);
    String id = UUID.randomUUID().toString();
    session.addProperty("id", id);
    session.add("room_id", venue.roomId);
    session.addProperty("locked", false);
    session.addProperty("start_time", now.text());
    session.add("end_time", JsonNull.INSTANCE);
    session.add("duration", JsonNull.INSTANCE);
    session.addProperty("status", "in-progress");
    session.addProperty("created_at", now.text());
    session.addProperty("updated_at", now.text());
    session.addProperty(
        "preview_url",
        isSet(session.get("enable_room_previews"))
            ? "https://previews.example.com/" + id + ".mp4"
            : null);
    session.addProperty("cost_in_dollars", 0);
    session.add("locked_cover", JsonNull.INSTANCE);
    sessions.add(venue.settings.get("id").getAsString(), session);
    running.put(id, venue);
    events.add(session, "room.started");
    if (isSet(session.get("record_on_start"))) {
      recordings.start(session);
    }
    return id;
  }

  /** Returns the fields of a session that are those of its room; null where there is no value. */
  private JsonObject settingsOf(Venue venue) {
    JsonObject settings = sessionKind.select(venue.settings);
    roomKind.fields().keySet().stream()
        .filter(name -> sessionKind.allowsNull(name) && !settings.has(name))
        .forEach(name -> settings.add(name, JsonNull.INSTANCE));
    return settings;
  }

  private JsonObject newMember(String sessionId, String name) {
    JsonObject member = new JsonObject();
    member.addProperty("id", UUID.randomUUID().toString());
    member.addProperty("room_session_id", sessionId);
    member.addProperty("name", name);
    member.addProperty("join_time", now.text());
    member.add("leave_time", JsonNull.INSTANCE);
    member.add("duration", JsonNull.INSTANCE);
    member.addProperty("cost_in_dollars", 0);
    return member;
  }

  private void vacate(Seat seat) {
    seats.remove(seat.memberId);
    JsonObject session = sessions.get(seat.sessionId).json;
    JsonObject member = members.copy(seat.memberId);
    long seconds = secondsSince(member.get("join_time"));
    member.addProperty("leave_time", now.text());
    member.addProperty("duration", seconds);
    member.addProperty("cost_in_dollars", Prices.member(session, seconds));
    members.replace(member);
    events.addAboutMember(session, "member.left", member);
  }

  private List<Seat> seatsOf(String sessionId) {
    return seats.values().stream()
        .filter(seat -> seat.sessionId.equals(sessionId))
        .collect(Collectors.toList());
  }

  private BigDecimal costOfMembers(String sessionId) {
    return Prices.plain(
        members.allOf(sessionId).stream()
            .map(member -> member.json.get("cost_in_dollars").getAsBigDecimal())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private long secondsSince(JsonElement time) {
    return Times.between(Instant.parse(time.getAsString()), now.instant()).toSeconds();
  }

  private static boolean isSet(@Nullable JsonElement flag) {
    return flag != null && !flag.isJsonNull() && flag.getAsBoolean();
  }
}
