package com.example.modular;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Room;
import java.util.List;
import java.util.stream.Collectors;

/** A program on the module path. */
public final class Modular {
  private Modular() {}

  public static void main(String[] arguments) {
    Module client = SignalWireRestClient.class.getModule();
    Module models = Room.class.getModule();
    System.out.println(
        Modular.class.getModule().getName()
            + " reads "
            + client.getName()
            + ", "
            + models.getName());
    try (SignalWireRestClient signalWire = SignalWireRestClient.fromEnv()) {
      VideoRooms rooms = signalWire.video().rooms();
      rooms.create(r -> r.name("standup"));
      rooms.createAsync(r -> r.name("daily")).join();
      List<String> names =
          rooms.list().stream().map(Room::getName).sorted().collect(Collectors.toList());
      System.out.println("rooms: " + names);
    }
  }
}
