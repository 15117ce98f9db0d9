package io.github.videorooms;

import io.github.videorooms.api.RoomRecordingsApi;
import io.github.videorooms.model.RoomRecording;
import io.github.videorooms.model.VideoEvent;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The recordings of a project. The address of each, {@link RoomRecording#getUri()}, is a secret
 * that expires; it is downloaded without this client's credentials.
 *
 * <p>A null argument is a {@link NullPointerException}; an id that is blank, {@code .}, {@code ..},
 * longer than 512 characters or has control characters is an {@link IllegalArgumentException}. Both
 * come before any request, from the asynchronous methods too.
 */
public final class VideoRoomRecordings extends Resource<RoomRecordingsApi> {
  VideoRoomRecordings(Calls calls) {
    super(RoomRecordingsApi.class, calls);
  }

  /**
   * Lists all recordings: {@code list_room_recordings}.
   *
   * @return the recordings, read page by page as they are asked for, in no promised order
   */
  public Paged<RoomRecording> list() {
    return list(RoomRecordingsApi.ListRoomRecordingsQuery.builder().build());
  }

  /**
   * Lists recordings: {@code list_room_recordings}.
   *
   * @param query how long their addresses shall be valid, and how many a page
   * @return the recordings, read page by page as they are asked for, in no promised order
   */
  public Paged<RoomRecording> list(RoomRecordingsApi.ListRoomRecordingsQuery query) {
    return list(api::listRoomRecordings, query);
  }

  /**
   * Gets a recording: {@code get_room_recording}.
   *
   * @param id the recording's id
   * @return the recording
   * @throws SignalWireRestError if the call fails
   */
  public RoomRecording get(String id) {
    return get(id, RoomRecordingsApi.GetRoomRecordingQuery.builder().build());
  }

  /**
   * Gets a recording: {@code get_room_recording}.
   *
   * @param id the recording's id
   * @param query how long its address shall be valid
   * @return the recording
   * @throws SignalWireRestError if the call fails
   */
  public RoomRecording get(String id, RoomRecordingsApi.GetRoomRecordingQuery query) {
    return calls.execute(api.getRoomRecording(id(id), given(query)));
  }

  /**
   * Does what {@link #get(String)} does, without waiting.
   *
   * @param id the recording's id
   * @return the recording, or a {@link SignalWireRestError}
   */
  public CompletableFuture<RoomRecording> getAsync(String id) {
    return getAsync(id, RoomRecordingsApi.GetRoomRecordingQuery.builder().build());
  }

  /**
   * Does what {@link #get(String, RoomRecordingsApi.GetRoomRecordingQuery)} does, without waiting.
   *
   * @param id the recording's id
   * @param query how long its address shall be valid
   * @return the recording, or a {@link SignalWireRestError}
   */
  public CompletableFuture<RoomRecording> getAsync(
      String id, RoomRecordingsApi.GetRoomRecordingQuery query) {
    return calls.executeAsync(api.getRoomRecording(id(id), given(query)));
  }

  /**
   * Deletes a recording: {@code delete_room_recording}.
   *
   * @param id the recording's id
   * @throws SignalWireRestError if the call fails
   */
  public void delete(String id) {
    calls.executeVoid(api.deleteRoomRecording(id(id)));
  }

  /**
   * Does what {@link #delete} does, without waiting.
   *
   * @param id the recording's id
   * @return null, or a {@link SignalWireRestError}
   */
  public CompletableFuture<@Nullable Void> deleteAsync(String id) {
    return calls.executeVoidAsync(api.deleteRoomRecording(id(id)));
  }

  /**
   * Lists the events of a recording: {@code list_room_recording_events}.
   *
   * @param id the recording's id
   * @return the events, read page by page as they are asked for
   */
  public Paged<VideoEvent> listEvents(String id) {
    return listEvents(id, RoomRecordingsApi.ListRoomRecordingEventsQuery.builder().build());
  }

  /**
   * Lists the events of a recording: {@code list_room_recording_events}.
   *
   * @param id the recording's id
   * @param query where to begin, and how many a page
   * @return the events, read page by page as they are asked for
   */
  public Paged<VideoEvent> listEvents(
      String id, RoomRecordingsApi.ListRoomRecordingEventsQuery query) {
    return list(api::listRoomRecordingEvents, id, query);
  }
}
