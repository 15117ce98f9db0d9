package io.github.videorooms;

import io.github.videorooms.api.RoomRecordingsApi;
import io.github.videorooms.api.RoomRecordingsApi.GetRoomRecordingQuery;
import io.github.videorooms.api.RoomRecordingsApi.ListRoomRecordingEventsQuery;
import io.github.videorooms.api.RoomRecordingsApi.ListRoomRecordingsQuery;
import io.github.videorooms.model.RoomRecording;
import io.github.videorooms.model.RoomRecordingList;
import io.github.videorooms.model.VideoEvent;
import io.github.videorooms.model.VideoEventList;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * The recordings of a project. The address of each, {@link RoomRecording#getUri()}, is a secret
 * that expires; it is downloaded without this client's credentials.
 *
 * <p>A null argument is a {@link NullPointerException}; an id that is blank, {@code .}, {@code ..},
 * longer than 512 characters or has control characters is an {@link IllegalArgumentException}. Both
 * come before any request, from the asynchronous methods too.
 */
public final class VideoRoomRecordings {
  private final RoomRecordingsApi api;
  private final Calls calls;

  VideoRoomRecordings(RoomRecordingsApi api, Calls calls) {
    this.api = api;
    this.calls = calls;
  }

  /**
   * Lists all recordings: {@code list_room_recordings}.
   *
   * @return the recordings, read page by page as they are asked for, in no promised order
   */
  public Paged<RoomRecording> list() {
    return list(ListRoomRecordingsQuery.builder().build());
  }

  /**
   * Lists recordings: {@code list_room_recordings}.
   *
   * @param query how long their addresses shall be valid, and how many a page
   * @return the recordings, read page by page as they are asked for, in no promised order
   */
  public Paged<RoomRecording> list(ListRoomRecordingsQuery query) {
    Objects.requireNonNull(query, "query");
    return new Listing<>(
            calls, api::listRoomRecordings, RoomRecordingList::getData, RoomRecordingList::getLinks)
        .paged(query.toMap());
  }

  /**
   * Gets a recording: {@code get_room_recording}.
   *
   * @param id the recording's id
   * @return the recording
   * @throws SignalWireRestError if the call fails
   */
  public RoomRecording get(String id) {
    return get(id, GetRoomRecordingQuery.builder().build());
  }

  /**
   * Gets a recording: {@code get_room_recording}.
   *
   * @param id the recording's id
   * @param query how long its address shall be valid
   * @return the recording
   * @throws SignalWireRestError if the call fails
   */
  public RoomRecording get(String id, GetRoomRecordingQuery query) {
    return calls.execute(getCall(id, query));
  }

  /**
   * Does what {@link #get(String)} does, without waiting.
   *
   * @param id the recording's id
   * @return the recording, or a {@link SignalWireRestError}
   */
  public CompletableFuture<RoomRecording> getAsync(String id) {
    return getAsync(id, GetRoomRecordingQuery.builder().build());
  }

  /**
   * Does what {@link #get(String, GetRoomRecordingQuery)} does, without waiting.
   *
   * @param id the recording's id
   * @param query how long its address shall be valid
   * @return the recording, or a {@link SignalWireRestError}
   */
  public CompletableFuture<RoomRecording> getAsync(String id, GetRoomRecordingQuery query) {
    return calls.executeAsync(getCall(id, query));
  }

  /**
   * Deletes a recording: {@code delete_room_recording}.
   *
   * @param id the recording's id
   * @throws SignalWireRestError if the call fails
   */
  public void delete(String id) {
    calls.executeVoid(api.deleteRoomRecording(PathArgument.check(id, "id")));
  }

  /**
   * Does what {@link #delete} does, without waiting.
   *
   * @param id the recording's id
   * @return null, or a {@link SignalWireRestError}
   */
  public CompletableFuture<@Nullable Void> deleteAsync(String id) {
    return calls.executeVoidAsync(api.deleteRoomRecording(PathArgument.check(id, "id")));
  }

  /**
   * Lists the events of a recording: {@code list_room_recording_events}.
   *
   * @param id the recording's id
   * @return the events, read page by page as they are asked for
   */
  public Paged<VideoEvent> listEvents(String id) {
    return listEvents(id, ListRoomRecordingEventsQuery.builder().build());
  }

  /**
   * Lists the events of a recording: {@code list_room_recording_events}.
   *
   * @param id the recording's id
   * @param query where to begin, and how many a page
   * @return the events, read page by page as they are asked for
   */
  public Paged<VideoEvent> listEvents(String id, ListRoomRecordingEventsQuery query) {
    PathArgument.check(id, "id");
    Objects.requireNonNull(query, "query");
    return new Listing<>(
            calls,
            (Map<String, String> parameters) -> api.listRoomRecordingEvents(id, parameters),
            VideoEventList::getData,
            VideoEventList::getLinks)
        .paged(query.toMap());
  }

  private Call<RoomRecording> getCall(String id, GetRoomRecordingQuery query) {
    return api.getRoomRecording(
        PathArgument.check(id, "id"), Objects.requireNonNull(query, "query").toMap());
  }
}
