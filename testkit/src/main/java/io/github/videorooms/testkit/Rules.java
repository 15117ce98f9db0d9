package io.github.videorooms.testkit;

import static io.github.videorooms.testkit.Field.flag;
import static io.github.videorooms.testkit.Field.integer;
import static io.github.videorooms.testkit.Field.object;
import static io.github.videorooms.testkit.Field.string;
import static io.github.videorooms.testkit.Field.strings;
import static io.github.videorooms.testkit.Field.time;

import com.google.gson.JsonObject;
import io.github.videorooms.model.ConferenceSize;
import io.github.videorooms.model.JoinAs;
import io.github.videorooms.model.Layout;
import io.github.videorooms.model.MediaAllowed;
import io.github.videorooms.model.Quality;
import io.github.videorooms.model.RoomTokenPermission;
import io.github.videorooms.model.SessionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be sent: the fields of a request. Whatever else is sent is dropped without a word. */
final class Rules {
  private static final String NAME = "[A-Za-z0-9_-]+";
  private static final String COLOUR = "#[0-9a-fA-F]{6}";

  static final Rules CREATE_ROOM =
      new Rules(
          string("name").required().upTo(100).matching(NAME),
          string("display_name").nullable().upTo(200),
          string("description").nullable().upTo(3000),
          integer("max_members").nullable().between(1, 300),
          string("quality").nullable().oneOf(value -> Quality.of(value).isKnown()),
          time("join_from").nullable(),
          time("join_until").nullable(),
          time("remove_at").nullable(),
          integer("remove_after_seconds_elapsed").nullable().between(1, 200_000),
          string("layout").nullable().oneOf(value -> Layout.of(value).isKnown()),
          flag("record_on_start").nullable(),
          flag("enable_room_previews").nullable(),
          object("meta").nullable().upTo(2000),
          flag("sync_audio_video").nullable());

  static final Rules UPDATE_ROOM = CREATE_ROOM.without("name");

  static final Rules CREATE_CONFERENCE =
      new Rules(
          string("display_name").required().upTo(200),
          string("name").upTo(100).matching(NAME),
          string("description").nullable().upTo(3000),
          time("join_from").nullable(),
          time("join_until").nullable(),
          string("quality").nullable().oneOf(value -> Quality.of(value).isKnown()),
          string("layout").nullable().oneOf(value -> Layout.of(value).isKnown()),
          string("size").nullable().oneOf(value -> ConferenceSize.of(value).isKnown()),
          flag("record_on_start").nullable(),
          flag("enable_room_previews").nullable(),
          flag("enable_chat").nullable(),
          string("dark_primary").nullable().matching(COLOUR),
          string("dark_background").nullable().matching(COLOUR),
          string("dark_foreground").nullable().matching(COLOUR),
          string("dark_success").nullable().matching(COLOUR),
          string("dark_negative").nullable().matching(COLOUR),
          string("light_primary").nullable().matching(COLOUR),
          string("light_background").nullable().matching(COLOUR),
          string("light_foreground").nullable().matching(COLOUR),
          string("light_success").nullable().matching(COLOUR),
          string("light_negative").nullable().matching(COLOUR));

  static final Rules UPDATE_CONFERENCE =
      CREATE_CONFERENCE
          .without("name")
          .and(
              flag("tone_on_entry_and_exit").nullable(),
              flag("room_join_video_off").nullable(),
              flag("user_join_video_off").nullable());

  static final Rules STREAM = new Rules(string("url").required().read(StreamTarget::check));

  static final Rules ROOM_TOKEN =
      new Rules(
          string("room_name").required().upTo(100).matching(NAME),
          string("user_name").upTo(100),
          strings("permissions").eachOneOf(value -> RoomTokenPermission.of(value).isKnown()),
          time("join_from"),
          time("join_until"),
          time("remove_at"),
          integer("remove_after_seconds_elapsed").between(1, 200_000),
          flag("join_audio_muted"),
          flag("join_video_muted"),
          flag("auto_create_room"),
          flag("enable_room_previews"),
          string("room_display_name").upTo(200),
          flag("end_room_session_on_leave"),
          string("join_as").oneOf(value -> JoinAs.of(value).isKnown()),
          string("media_allowed").oneOf(value -> MediaAllowed.of(value).isKnown()),
          object("room_meta").upTo(2000),
          object("meta").upTo(2000),
          flag("sync_audio_video"));

  static final Rules PAGE =
      new Rules(
          integer("page_number").spelledOut().between(0, Integer.MAX_VALUE),
          integer("page_size").spelledOut().between(1, 1000),
          string("page_token"));

  static final Rules PLACE_QUERY = new Rules(flag("include_active_session").spelledOut());

  static final Rules ROOMS_QUERY =
      PLACE_QUERY.and(time("starts_after"), time("ends_before")).and(PAGE);

  static final Rules CONFERENCES_QUERY =
      PLACE_QUERY
          .and(string("starts_after").read(Times::readFilter))
          .and(string("ends_before").read(Times::readFilter))
          .and(PAGE);

  static final Rules SESSIONS_QUERY =
      new Rules(
              string("room_id"),
              string("room_name"),
              string("room_name_matches"),
              string("status").oneOf(value -> SessionStatus.of(value).isKnown()))
          .and(PAGE);

  static final Rules RECORDING_QUERY =
      new Rules(integer("media_ttl").spelledOut().between(0, Integer.MAX_VALUE));

  static final Rules RECORDINGS_QUERY = RECORDING_QUERY.and(PAGE);

  static final Rules LOGS_QUERY =
      new Rules(
              flag("include_deleted").spelledOut(),
              time("created_before"),
              time("created_on"),
              time("created_after"))
          .and(PAGE);

  private final List<Field> fields;

  private Rules(Field... fields) {
    this(List.of(fields));
  }

  private Rules(List<Field> fields) {
    this.fields = fields;
  }

  private Rules without(String name) {
    return new Rules(
        fields.stream().filter(field -> !field.isNamed(name)).collect(Collectors.toList()));
  }

  private Rules and(Field... more) {
    return and(new Rules(more));
  }

  private Rules and(Rules more) {
    return new Rules(
        Stream.concat(fields.stream(), more.fields.stream()).collect(Collectors.toList()));
  }

  /**
   * Returns the fields that were sent, as they are to be kept.
   *
   * @throws Refusal if one is missing or invalid; it names every such field
   */
  JsonObject read(JsonObject sent) {
    JsonObject kept = new JsonObject();
    List<Problem> problems = new ArrayList<>();
    for (Field field : fields) {
      field.take(sent, kept, problems);
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(problems);
    }
    return kept;
  }
}
