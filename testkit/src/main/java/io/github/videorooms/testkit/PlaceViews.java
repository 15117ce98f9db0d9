package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rooms and conferences as they are shown: with the running session only on request. */
final class PlaceViews {
  private PlaceViews() {}

  /** Returns the places that pass the filters of the query. */
  static List<Stored> list(Places places, JsonObject query) {
    return places.all().stream()
        .filter(isAtOrAfter("join_from", Times.at(query, "starts_after")))
        .filter(isAtOrBefore("join_until", Times.at(query, "ends_before")))
        .map(place -> place.with(show(place.json, query)))
        .collect(Collectors.toList());
  }

  static JsonObject show(JsonObject place, JsonObject query) {
    return query.has("include_active_session") && query.get("include_active_session").getAsBoolean()
        ? place
        : showAlone(place);
  }

  static JsonObject showAlone(JsonObject place) {
    JsonObject alone = place.deepCopy();
    alone.remove("active_session");
    return alone;
  }

  private static Predicate<Stored> isAtOrAfter(String member, @Nullable Instant limit) {
    return place -> {
      Instant time = limit == null ? null : Times.at(place.json, member);
      return limit == null || (time != null && !time.isBefore(limit));
    };
  }

  private static Predicate<Stored> isAtOrBefore(String member, @Nullable Instant limit) {
    return place -> {
      Instant time = limit == null ? null : Times.at(place.json, member);
      return limit == null || (time != null && !time.isAfter(limit));
    };
  }
}
