package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rooms and conferences as the API returns them: with the running session only on request. */
final class HostViews {
  private final Now now;
  private final Meetings meetings;
  private final ApiObject activeSession;

  HostViews(Project project) {
    this.now = project.now;
    this.meetings = project.meetings;
    this.activeSession = project.api.object("ActiveSession");
  }

  /** Returns the hosts that pass the filters of the query. */
  StoredList list(HostStore hosts, JsonObject query) {
    return hosts
        .all()
        .where(isAtOrAfter("join_from", Times.at(query, "starts_after")))
        .where(isAtOrBefore("join_until", Times.at(query, "ends_before")))
        .shownAs(host -> show(host, query));
  }

  JsonObject show(JsonObject host, JsonObject query) {
    boolean withSession =
        query.has("include_active_session") && query.get("include_active_session").getAsBoolean();
    if (!withSession) {
      return showAlone(host);
    }
    JsonObject session = meetings.runningIn(host.get("id").getAsString());
    if (session == null) {
      return host;
    }
    JsonObject shown = host.deepCopy();
    shown.add("active_session", active(session));
    return shown;
  }

  static JsonObject showAlone(JsonObject host) {
    JsonObject alone = host.deepCopy();
    alone.remove("active_session");
    return alone;
  }

  private JsonObject active(JsonObject session) {
    JsonObject active = activeSession.select(session);
    Instant start = Instant.parse(session.get("start_time").getAsString());
    active.addProperty("duration", Times.secondsBetween(start, now.instant()));
    return active;
  }

  private static Predicate<Stored> isAtOrAfter(String member, @Nullable Instant limit) {
    return host -> {
      Instant time = limit == null ? null : Times.at(host.json, member);
      return limit == null || (time != null && !time.isBefore(limit));
    };
  }

  private static Predicate<Stored> isAtOrBefore(String member, @Nullable Instant limit) {
    return host -> {
      Instant time = limit == null ? null : Times.at(host.json, member);
      return limit == null || (time != null && !time.isAfter(limit));
    };
  }
}
