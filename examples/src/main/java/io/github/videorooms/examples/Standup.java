package io.github.videorooms.examples;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Room;

/** Opens a room for the daily stand-up. */
public final class Standup {
  private Standup() {}

  public static void main(String[] arguments) {
    try (SignalWireRestClient client = SignalWireRestClient.fromEnv()) {
      Room room = open(client.video().rooms());
      System.out.println(room.getName() + " has room for " + room.getMaxMembers());
    }
  }

  static Room open(VideoRooms rooms) {
    return rooms.create(r -> r.name("standup").maxMembers(10));
  }
}
