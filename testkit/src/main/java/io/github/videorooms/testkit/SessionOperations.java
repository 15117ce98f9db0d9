package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** The operations on room sessions. */
final class SessionOperations {
  private static final List<String> LIST_ONLY =
      List.of("cost_in_dollars", "enable_room_previews", "locked_cover");

  private final Project project;

  SessionOperations(Project project) {
    this.project = project;
  }

  Map<String, Function<ApiRequest, ApiResponse>> byTemplate() {
    return Map.of(
        "GET room_sessions", this::list,
        "GET room_sessions/{id}", this::get,
        "GET room_sessions/{id}/events", this::listEvents,
        "GET room_sessions/{id}/members", this::listMembers,
        "GET room_sessions/{id}/recordings", this::listRecordings);
  }

  private ApiResponse list(ApiRequest call) {
    JsonObject query = call.query();
    return call.page(
        query,
        project
            .meetings
            .sessions()
            .where(matches(query, "room_id", "room_id", String::equals))
            .where(matches(query, "room_name", "name", String::equals))
            .where(matches(query, "room_name_matches", "name", String::contains))
            .where(matches(query, "status", "status", String::equals)));
  }

  private ApiResponse get(ApiRequest call) {
    JsonObject session = project.meetings.session(call.id()).deepCopy();
    LIST_ONLY.forEach(session::remove);
    return call.success(session);
  }

  private ApiResponse listEvents(ApiRequest call) {
    JsonObject query = call.query();
    project.meetings.session(call.id());
    return call.page(query, project.events.allOfSession(call.id()));
  }

  private ApiResponse listMembers(ApiRequest call) {
    JsonObject query = call.query();
    project.meetings.session(call.id());
    return call.page(query, project.meetings.members(call.id()));
  }

  private ApiResponse listRecordings(ApiRequest call) {
    JsonObject query = call.query();
    project.meetings.session(call.id());
    return call.page(
        query, project.recordings.showAllOf(call.id(), RecordingOperations.ttl(query)));
  }

  private static Predicate<Stored> matches(
      JsonObject query, String parameter, String member, BiPredicate<String, String> comparison) {
    JsonElement wanted = query.get(parameter);
    return session ->
        wanted == null
            || (!session.json.get(member).isJsonNull()
                && comparison.test(session.json.get(member).getAsString(), wanted.getAsString()));
  }
}
