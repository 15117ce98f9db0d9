package com.example.eleven;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Room;
import java.util.concurrent.CompletableFuture;

/** A program for Java 11. */
public final class Eleven {
  private Eleven() {}

  public static void main(String[] arguments) {
    try (var client = SignalWireRestClient.fromEnv()) {
      var standup = create(client.video().rooms(), "standup");
      var daily = create(client.video().rooms(), "daily");
      System.out.println(standup.thenCombine(daily, (one, other) -> one + " and " + other).join());
    }
  }

  private static CompletableFuture<String> create(VideoRooms rooms, String name) {
    return rooms.createAsync(r -> r.name(name)).thenApply(Room::getName);
  }
}
