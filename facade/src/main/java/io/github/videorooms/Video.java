package io.github.videorooms;

/** The Video API of a space. */
public final class Video {
  private final Calls calls;

  Video(Calls calls) {
    this.calls = calls;
  }

  /**
   * Returns the rooms.
   *
   * @return their operations; it costs next to nothing to ask again
   */
  public VideoRooms rooms() {
    return new VideoRooms(calls);
  }

  /**
   * Returns the streams, each by its own id.
   *
   * @return their operations; it costs next to nothing to ask again
   */
  public VideoStreams streams() {
    return new VideoStreams(calls);
  }

  /**
   * Returns the tokens with which people join rooms.
   *
   * @return their operations; it costs next to nothing to ask again
   */
  public VideoRoomTokens roomTokens() {
    return new VideoRoomTokens(calls);
  }

  /**
   * Returns what happened in rooms and conferences, session by session.
   *
   * @return their operations; it costs next to nothing to ask again
   */
  public VideoRoomSessions roomSessions() {
    return new VideoRoomSessions(calls);
  }

  /**
   * Returns the recordings.
   *
   * @return their operations; it costs next to nothing to ask again
   */
  public VideoRoomRecordings roomRecordings() {
    return new VideoRoomRecordings(calls);
  }

  /**
   * Returns the conferences.
   *
   * @return their operations; it costs next to nothing to ask again
   */
  public VideoConferences conferences() {
    return new VideoConferences(calls);
  }

  /**
   * Returns the tokens with which people enter conferences, each by its own id.
   *
   * @return their operations; it costs next to nothing to ask again
   */
  public VideoConferenceTokens conferenceTokens() {
    return new VideoConferenceTokens(calls);
  }

  /**
   * Returns the logs of what was used and charged.
   *
   * @return their operations; it costs next to nothing to ask again
   */
  public VideoLogs logs() {
    return new VideoLogs(calls);
  }
}
