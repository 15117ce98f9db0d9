package io.github.videorooms;

import io.github.videorooms.api.RoomTokensApi;
import io.github.videorooms.api.RoomsApi;
import io.github.videorooms.api.StreamsApi;

/** The Video API of a space. */
public final class Video {
  private final VideoRooms rooms;
  private final VideoStreams streams;
  private final VideoRoomTokens roomTokens;

  Video(Transport transport, Calls calls) {
    this.rooms = new VideoRooms(transport.api(RoomsApi.class), calls);
    this.streams = new VideoStreams(transport.api(StreamsApi.class), calls);
    this.roomTokens = new VideoRoomTokens(transport.api(RoomTokensApi.class), calls);
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
}
