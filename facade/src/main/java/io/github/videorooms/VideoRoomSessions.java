package io.github.videorooms;

import io.github.videorooms.api.RoomSessionsApi;
import io.github.videorooms.model.RoomRecording;
import io.github.videorooms.model.RoomSession;
import io.github.videorooms.model.RoomSessionMember;
import io.github.videorooms.model.VideoEvent;
import java.util.concurrent.CompletableFuture;

/**
 * What happened, and happens, in rooms and conferences: a session lasts from the first person who
 * enters to the last who leaves.
 *
 * <p>A null argument is a {@link NullPointerException}; an id that is blank, {@code .}, {@code ..},
 * longer than 512 characters or has control characters is an {@link IllegalArgumentException}. Both
 * come before any request, from the asynchronous methods too.
 */
public final class VideoRoomSessions extends Resource<RoomSessionsApi> {
  VideoRoomSessions(Calls calls) {
    super(RoomSessionsApi.class, calls);
  }

  /**
   * Lists all sessions: {@code list_room_sessions}.
   *
   * @return the sessions, read page by page as they are asked for, in no promised order
   */
  public Paged<RoomSession> list() {
    return list(RoomSessionsApi.ListRoomSessionsQuery.builder().build());
  }

  /**
   * Lists sessions: {@code list_room_sessions}.
   *
   * @param query which sessions, and how many a page
   * @return the sessions, read page by page as they are asked for, in no promised order
   */
  public Paged<RoomSession> list(RoomSessionsApi.ListRoomSessionsQuery query) {
    return list(api::listRoomSessions, query);
  }

  /**
   * Gets a session: {@code get_room_session}. Its price is told by {@link #list()} alone.
   *
   * @param id the session's id
   * @return the session
   * @throws SignalWireRestError if the call fails
   */
  public RoomSession get(String id) {
    return calls.execute(api.getRoomSession(id(id)));
  }

  /**
   * Does what {@link #get} does, without waiting.
   *
   * @param id the session's id
   * @return the session, or a {@link SignalWireRestError}
   */
  public CompletableFuture<RoomSession> getAsync(String id) {
    return calls.executeAsync(api.getRoomSession(id(id)));
  }

  /**
   * Lists the events of a session: {@code list_room_session_events}.
   *
   * @param id the session's id
   * @return the events, read page by page as they are asked for
   */
  public Paged<VideoEvent> listEvents(String id) {
    return listEvents(id, RoomSessionsApi.ListRoomSessionEventsQuery.builder().build());
  }

  /**
   * Lists the events of a session: {@code list_room_session_events}.
   *
   * @param id the session's id
   * @param query where to begin, and how many a page
   * @return the events, read page by page as they are asked for
   */
  public Paged<VideoEvent> listEvents(String id, RoomSessionsApi.ListRoomSessionEventsQuery query) {
    return list(api::listRoomSessionEvents, id, query);
  }

  /**
   * Lists the members of a session: {@code list_room_session_members}.
   *
   * @param id the session's id
   * @return the members, read page by page as they are asked for
   */
  public Paged<RoomSessionMember> listMembers(String id) {
    return listMembers(id, RoomSessionsApi.ListRoomSessionMembersQuery.builder().build());
  }

  /**
   * Lists the members of a session: {@code list_room_session_members}.
   *
   * @param id the session's id
   * @param query where to begin, and how many a page
   * @return the members, read page by page as they are asked for
   */
  public Paged<RoomSessionMember> listMembers(
      String id, RoomSessionsApi.ListRoomSessionMembersQuery query) {
    return list(api::listRoomSessionMembers, id, query);
  }

  /**
   * Lists the recordings of a session: {@code list_room_session_recordings}.
   *
   * @param id the session's id
   * @return the recordings, read page by page as they are asked for
   */
  public Paged<RoomRecording> listRecordings(String id) {
    return listRecordings(id, RoomSessionsApi.ListRoomSessionRecordingsQuery.builder().build());
  }

  /**
   * Lists the recordings of a session: {@code list_room_session_recordings}.
   *
   * @param id the session's id
   * @param query how long their addresses shall be valid, and how many a page
   * @return the recordings, read page by page as they are asked for
   */
  public Paged<RoomRecording> listRecordings(
      String id, RoomSessionsApi.ListRoomSessionRecordingsQuery query) {
    return list(api::listRoomSessionRecordings, id, query);
  }
}
