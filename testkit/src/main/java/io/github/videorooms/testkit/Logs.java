package io.github.videorooms.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.videorooms.model.LogType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Usage and charges: a log for each session that has ended. */
final class Logs {
  private final Now now;
  private final Supplier<String> url;
  private final Store store;

  /**
   * Creates an empty list of logs.
   *
   * @param url the URL of the space
   */
  Logs(ApiDescription api, Now now, Supplier<String> url) {
    this.now = now;
    this.url = url;
    this.store = new Store(api.object("VideoLog"));
  }

  void add(JsonObject session, LogType type, BigDecimal members, BigDecimal recordings) {
    JsonObject log = new JsonObject();
    log.addProperty("id", UUID.randomUUID().toString());
    log.addProperty("source", "realtime_api");
    log.addProperty("type", type.getValue());
    log.addProperty(
        "url", url.get() + "/api/video/room_sessions/" + session.get("id").getAsString());
    log.add("room_name", session.get("name"));
    log.add("status", session.get("status"));
    log.add("locked", session.get("locked"));
    log.add("started_at", session.get("start_time"));
    log.add("ended_at", session.get("end_time"));
    log.addProperty("charge", Prices.plain(members.add(recordings)));
    JsonArray details = new JsonArray();
    details.add(detail("Members", members));
    if (recordings.signum() > 0) {
      details.add(detail("Recordings", recordings));
    }
    log.add("charge_details", details);
    log.addProperty("created_at", now.text());
    store.add(log.get("id").getAsString(), log);
  }

  JsonObject get(String id) {
    return store.get(id).json;
  }

  StoredList all() {
    return store.all();
  }

  /** Returns the logs that pass the filters of the query. */
  StoredList list(JsonObject query) {
    boolean discardedToo =
        query.has("include_deleted") && query.get("include_deleted").getAsBoolean();
    Instant before = Times.at(query, "created_before");
    Instant on = Times.at(query, "created_on");
    Instant after = Times.at(query, "created_after");
    Predicate<Instant> created =
        time ->
            (before == null || time.isBefore(before))
                && (on == null || dayOf(time).equals(dayOf(on)))
                && (after == null || time.isAfter(after));
    return store
        .all()
        .where(log -> discardedToo || !log.json.has("discarded_at"))
        .where(log -> created.test(Instant.parse(log.json.get("created_at").getAsString())));
  }

  /** Removes everything but a few fields of a log. */
  JsonObject discard(String id) {
    JsonObject log = get(id);
    if (log.has("discarded_at")) {
      return log;
    }
    JsonObject left = new JsonObject();
    left.add("id", log.get("id"));
    left.add("created_at", log.get("created_at"));
    left.addProperty("discarded_at", now.text());
    store.replace(left);
    return left;
  }

  void clear() {
    store.clear();
  }

  private static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static JsonObject detail(String description, BigDecimal charge) {
    JsonObject detail = new JsonObject();
    detail.addProperty("description", description);
    detail.addProperty("charge", charge);
    return detail;
  }
}
