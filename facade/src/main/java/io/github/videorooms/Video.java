package io.github.videorooms;

import io.github.videorooms.api.ConferenceTokensApi;
import io.github.videorooms.api.ConferencesApi;
import io.github.videorooms.api.LogsApi;
import io.github.videorooms.api.RoomRecordingsApi;
import io.github.videorooms.api.RoomSessionsApi;
import io.github.videorooms.api.RoomTokensApi;
import io.github.videorooms.api.RoomsApi;
import io.github.videorooms.api.StreamsApi;

/** The Video API of a space. */
public final class Video {
  private final VideoRooms rooms;
  private final VideoStreams streams;
  private final VideoRoomTokens roomTokens;
  private final VideoRoomSessions roomSessions;
  private final VideoRoomRecordings roomRecordings;
  private final VideoConferences conferences;
  private final VideoConferenceTokens conferenceTokens;
  private final VideoLogs logs;

  Video(Transport transport, Calls calls) {
    this.rooms = new VideoRooms(transport.api(RoomsApi.class), calls);
    this.streams = new VideoStreams(transport.api(StreamsApi.class), calls);
    this.roomTokens = new VideoRoomTokens(transport.api(RoomTokensApi.class), calls);
    this.roomSessions = new VideoRoomSessions(transport.api(RoomSessionsApi.class), calls);
    this.roomRecordings = new VideoRoomRecordings(transport.api(RoomRecordingsApi.class), calls);
    this.conferences = new VideoConferences(transport.api(ConferencesApi.class), calls);
    this.conferenceTokens =
        new VideoConferenceTokens(transport.api(ConferenceTokensApi.class), calls);
    this.logs = new VideoLogs(transport.api(LogsApi.class), calls);
  }

  /**
   * Returns the rooms.
   *
   * @return always the same object
   */
  public VideoRooms rooms() {
    return rooms;
  }

  /**
   * Returns the streams, each by its own id.
   *
   * @return always the same object
   */
  public VideoStreams streams() {
    return streams;
  }

  /**
   * Returns the tokens with which people join rooms.
   *
   * @return always the same object
   */
  public VideoRoomTokens roomTokens() {
    return roomTokens;
  }

  /**
   * Returns what happened in rooms and conferences, session by session.
   *
   * @return always the same object
   */
  public VideoRoomSessions roomSessions() {
    return roomSessions;
  }

  /**
   * Returns the recordings.
   *
   * @return always the same object
   */
  public VideoRoomRecordings roomRecordings() {
    return roomRecordings;
  }

  /**
   * Returns the conferences.
   *
   * @return always the same object
   */
  public VideoConferences conferences() {
    return conferences;
  }

  /**
   * Returns the tokens with which people enter conferences, each by its own id.
   *
   * @return always the same object
   */
  public VideoConferenceTokens conferenceTokens() {
    return conferenceTokens;
  }

  /**
   * Returns the logs of what was used and charged.
   *
   * @return always the same object
   */
  public VideoLogs logs() {
    return logs;
  }
}
