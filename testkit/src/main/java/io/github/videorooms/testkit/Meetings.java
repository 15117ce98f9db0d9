package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions, who takes part in them, and what follows when people come and go. */
final class Meetings {
  private final Now now;
  private final Events events;
  private final RoomRecordings recordings;
  private final Logs logs;
  private final ApiObject roomKind;
  private final ApiObject sessionKind;
  private final Store sessions;
  private final Store members;

  /** The venues of the sessions that are running, by the sessions' ids. */
  private final Map<String, Venue> running = new LinkedHashMap<>();

  /** The ids of those sessions, by what no two of them share, and by their rooms' ids. */
  private final Map<String, String> runningByKey = new HashMap<>();

  private final Map<String, String> runningByPlace = new HashMap<>();

  private final Map<String, Seat> seats = new HashMap<>();
  private final Map<String, Map<String, Seat>> seatsBySession = new HashMap<>();

  /** The seats of those who are to be put out, the next one first. */
  private final NavigableSet<Seat> due =
      new TreeSet<>(
          Comparator.comparing(Seat::requirePutOutAt).thenComparingLong(seat -> seat.number));

  private long lastSeat;

  Meetings(ApiDescription api, Now now, Events events, RoomRecordings recordings, Logs logs) {
    this.now = now;
    this.events = events;
    this.recordings = recordings;
    this.logs = logs;
    this.roomKind = api.object("Room");
    this.sessionKind = api.object("RoomSession");
    this.sessions = new Store(sessionKind);
    this.members = new Store(api.object("RoomSessionMember"));
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
    take(
        new Seat(
            ++lastSeat,
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
    runningByKey.remove(venue.key);
    runningByPlace.remove(venue.placeId());
    seatsOf(sessionId).forEach(this::vacate);
    seatsBySession.remove(sessionId);
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
    return due.isEmpty() || due.first().requirePutOutAt().isAfter(time) ? null : due.first();
  }

  JsonObject session(String id) {
    return sessions.get(id).json;
  }

  String requireSession(String id) {
    return sessions.get(id).id();
  }

  StoredList sessions() {
    return sessions.all();
  }

  boolean isRunning(String sessionId) {
    return running.containsKey(sessionId);
  }

  boolean isRunningAt(Venue venue) {
    return runningByKey.containsKey(venue.key);
  }

  /** Returns the running session of a room or conference, or null if there is none. */
  @Nullable JsonObject runningIn(String placeId) {
    String sessionId = runningByPlace.get(placeId);
    return sessionId == null ? null : session(sessionId);
  }

  JsonObject member(String id) {
    return members.get(id).json;
  }

  StoredList members(String sessionId) {
    return members.allOf(sessionId);
  }

  boolean isInside(String memberId) {
    return seats.containsKey(memberId);
  }

  void clear() {
    sessions.clear();
    members.clear();
    running.clear();
    runningByKey.clear();
    runningByPlace.clear();
    seats.clear();
    seatsBySession.clear();
    due.clear();
  }

  private String sessionAt(Venue venue) {
    String id = runningByKey.get(venue.key);
    return id == null ? start(venue) : id;
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
    sessions.add(venue.placeId(), session);
    running.put(id, venue);
    runningByKey.put(venue.key, id);
    runningByPlace.put(venue.placeId(), id);
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

  private void take(Seat seat) {
    seats.put(seat.memberId, seat);
    seatsBySession
        .computeIfAbsent(seat.sessionId, id -> new LinkedHashMap<>())
        .put(seat.memberId, seat);
    if (seat.putOutAt != null) {
      due.add(seat);
    }
  }

  private void vacate(Seat seat) {
    seats.remove(seat.memberId);
    seatsBySession.getOrDefault(seat.sessionId, Map.of()).remove(seat.memberId);
    if (seat.putOutAt != null) {
      due.remove(seat);
    }
    JsonObject session = sessions.get(seat.sessionId).json;
    JsonObject member = members.copy(seat.memberId);
    long seconds = secondsSince(member.get("join_time"));
    member.addProperty("leave_time", now.text());
    member.addProperty("duration", seconds);
    member.addProperty("cost_in_dollars", Prices.member(session, seconds));
    members.replace(member);
    events.addAboutMember(session, "member.left", member);
  }

  /** Returns a copy. */
  private List<Seat> seatsOf(String sessionId) {
    return List.copyOf(seatsBySession.getOrDefault(sessionId, Map.of()).values());
  }

  private BigDecimal costOfMembers(String sessionId) {
    return Prices.plain(
        members.allOf(sessionId).stream()
            .map(member -> member.json.get("cost_in_dollars").getAsBigDecimal())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private long secondsSince(JsonElement time) {
    return Times.secondsBetween(Instant.parse(time.getAsString()), now.instant());
  }

  private static boolean isSet(@Nullable JsonElement flag) {
    return flag != null && !flag.isJsonNull() && flag.getAsBoolean();
  }
}
