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

/** The sessions and their participants, and what happens when participants join and leave. */
final class Meetings {
  private final Now now;
  private final Events events;
  private final RoomRecordings recordings;
  private final Logs logs;
  private final ApiObject roomKind;
  private final ApiObject sessionKind;
  private final Store sessions;
  private final Store members;

  /** The hosts of the running sessions, by session id. */
  private final Map<String, SessionHost> running = new LinkedHashMap<>();

  /** The ids of those sessions, by the id of their host. */
  private final Map<String, String> runningByHost = new HashMap<>();

  private final Map<String, Participant> participants = new HashMap<>();
  private final Map<String, Map<String, Participant>> participantsBySession = new HashMap<>();

  /** The participants who have a removal time, the next one first. */
  private final NavigableSet<Participant> due =
      new TreeSet<>(
          Comparator.comparing(Participant::requireRemovalTime)
              .thenComparingLong(participant -> participant.number));

  private long lastParticipant;

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
   * Adds a member, to a new session if none is running.
   *
   * @param token the fields of the request for the token
   * @return the id of the new member
   * @throws IllegalStateException if nobody can join; the message says why
   */
  String join(SessionHost host, JsonObject token, String name) {
    AdmissionWindow room = new AdmissionWindow(host.settings);
    AdmissionWindow own = new AdmissionWindow(token);
    room.check(now.instant());
    own.check(now.instant());
    String currentSession = runningByHost.get(host.hostId());
    checkSpaceLeft(host, currentSession == null ? 0 : participantsOf(currentSession).size());
    Instant removalTime =
        AdmissionWindow.earlier(room.removalTime(now.instant()), own.removalTime(now.instant()));
    String sessionId = currentSession == null ? start(host) : currentSession;
    JsonObject session = session(sessionId);
    JsonObject member = newMember(sessionId, name);
    String memberId = member.get("id").getAsString();
    members.add(sessionId, member);
    take(
        new Participant(
            ++lastParticipant,
            memberId,
            sessionId,
            removalTime,
            isSet(token.get("end_room_session_on_leave"))));
    events.addAboutMember(session, "member.joined", member);
    return memberId;
  }

  /**
   * Removes a member, and ends the session after the last one; does nothing if the member has left.
   */
  void leave(String memberId) {
    Participant participant = participants.get(memberId);
    if (participant != null) {
      vacate(participant);
      if (participant.endsSession || participantsOf(participant.sessionId).isEmpty()) {
        end(participant.sessionId);
      }
    }
  }

  /** Removes everybody; does nothing if the session has ended. */
  void end(String sessionId) {
    SessionHost host = running.remove(sessionId);
    if (host == null) {
      return;
    }
    runningByHost.remove(host.hostId());
    participantsOf(sessionId).forEach(this::vacate);
    participantsBySession.remove(sessionId);
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
    logs.add(session, host.logType, cost, recordings.costOf(sessionId));
  }

  /** Returns the next participant to be removed, or null if nobody is due by then. */
  @Nullable Participant nextDue(Instant time) {
    return due.isEmpty() || due.first().requireRemovalTime().isAfter(time) ? null : due.first();
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

  /** Finds a room with a running session by its name, although the room itself may be deleted. */
  @Nullable SessionHost findRunningRoom(String name) {
    return running.values().stream()
        .filter(host -> host.isRoomNamed(name))
        .findFirst()
        .orElse(null);
  }

  /** Returns the running session of a room or conference, or null if there is none. */
  @Nullable JsonObject runningIn(String hostId) {
    String sessionId = runningByHost.get(hostId);
    return sessionId == null ? null : session(sessionId);
  }

  JsonObject member(String id) {
    return members.get(id).json;
  }

  StoredList members(String sessionId) {
    return members.allOf(sessionId);
  }

  boolean isInside(String memberId) {
    return participants.containsKey(memberId);
  }

  void clear() {
    sessions.clear();
    members.clear();
    running.clear();
    runningByHost.clear();
    participants.clear();
    participantsBySession.clear();
    due.clear();
  }

  private static void checkSpaceLeft(SessionHost host, int members) {
    int most = host.settings.get("max_members").getAsInt();
    if (members >= most) {
      throw new IllegalStateException("the room is full: max_members is " + most);
    }
  }

  private String start(SessionHost host) {
    JsonObject session = settingsOf(host);
    String id = UUID.randomUUID().toString();
    session.addProperty("id", id);
    session.add("room_id", host.roomId);
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
    sessions.add(host.hostId(), session);
    running.put(id, host);
    runningByHost.put(host.hostId(), id);
    events.add(session, "room.started");
    if (isSet(session.get("record_on_start"))) {
      recordings.start(session);
    }
    return id;
  }

  /** Returns the fields that a session takes from its room; null where there is no value. */
  private JsonObject settingsOf(SessionHost host) {
    JsonObject settings = sessionKind.select(host.settings);
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

  private void take(Participant participant) {
    participants.put(participant.memberId, participant);
    participantsBySession
        .computeIfAbsent(participant.sessionId, id -> new LinkedHashMap<>())
        .put(participant.memberId, participant);
    if (participant.removalTime != null) {
      due.add(participant);
    }
  }

  private void vacate(Participant participant) {
    participants.remove(participant.memberId);
    participantsBySession
        .getOrDefault(participant.sessionId, Map.of())
        .remove(participant.memberId);
    if (participant.removalTime != null) {
      due.remove(participant);
    }
    JsonObject session = sessions.get(participant.sessionId).json;
    JsonObject member = members.copy(participant.memberId);
    long seconds = secondsSince(member.get("join_time"));
    member.addProperty("leave_time", now.text());
    member.addProperty("duration", seconds);
    member.addProperty("cost_in_dollars", Prices.member(session, seconds));
    members.replace(member);
    events.addAboutMember(session, "member.left", member);
  }

  /** Returns a copy. */
  private List<Participant> participantsOf(String sessionId) {
    return List.copyOf(participantsBySession.getOrDefault(sessionId, Map.of()).values());
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
