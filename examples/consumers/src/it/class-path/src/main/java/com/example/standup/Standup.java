package com.example.standup;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.VideoStream;

/** A program whose build declares only the client. */
public final class Standup {
  private Standup() {}

  public static void main(String[] arguments) {
    try (SignalWireRestClient client = SignalWireRestClient.fromEnv()) {
      VideoRooms rooms = client.video().rooms();
      Room room = rooms.create(r -> r.name("standup"));
      System.out.println("created " + room.getName());

      VideoStream stream = rooms.createStream(room.getId(), "rtmp://live.example.com/stream-key");
      System.out.println("streams to " + stream.getUrl());

      Room again = rooms.getAsync(room.getId()).join();
      System.out.println("asked for " + again.getName() + " again");

      rooms.get("no-such-room");
    } catch (SignalWireRestError e) {
      System.out.println("got " + e.getStatusCode() + " after " + e.getAttempts() + " attempt(s)");
    }
  }
}
