package io.github.videorooms.examples;

import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Layout;
import io.github.videorooms.model.Room;

/** The ways to update a room in the docs. */
final class Changes {
  private Changes() {}

  static Room layoutOnly(VideoRooms rooms, String id) {
    return rooms.update(id, r -> r.layout(Layout.GRID_RESPONSIVE));
  }

  static Room layoutAndAllElseAsItIs(VideoRooms rooms, String id) {
    return rooms.modify(id, change -> change.layout(Layout.GRID_RESPONSIVE));
  }

  static Room withoutDescription(VideoRooms rooms, String id) {
    return rooms.update(id, r -> r.clearDescription());
  }
}
