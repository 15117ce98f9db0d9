package io.github.videorooms.examples;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Layout;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.VideoStream;

/** The first program of the README. */
final class FirstProgram {
  private FirstProgram() {}

  public static void main(String[] arguments) {
    try (SignalWireRestClient client = SignalWireRestClient.fromEnv()) {
      VideoRooms rooms = client.video().rooms();

      Room room = rooms.create(r -> r.name("standup").maxMembers(10));
      VideoStream stream = rooms.createStream(room.getId(), "rtmp://live.example.com/stream-key");
      rooms.modify(room.getId(), change -> change.layout(Layout.GRID_RESPONSIVE));

      for (Room each : rooms.list()) {
        System.out.println(each.getName() + " has room for " + each.getMaxMembers());
      }

      client.video().streams().delete(stream.getId());
      rooms.delete(room.getId());
    }
  }

  static Room createOrGet(VideoRooms rooms, String name) {
    try {
      return rooms.create(r -> r.name(name));
    } catch (SignalWireRestError e) {
      if (e.hasCode("not_unique_within_project")) {
        return rooms.getByName(name);
      }
      throw e;
    }
  }
}
