package com.example.meetings;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Room;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeetingsController {
  private final VideoRooms rooms;

  MeetingsController(SignalWireRestClient signalWire) {
    this.rooms = signalWire.video().rooms();
  }

  @GetMapping("/meetings")
  List<String> meetings() {
    return rooms.list().stream().map(Room::getName).toList();
  }

  @GetMapping("/meetings/{name}")
  CompletableFuture<String> meeting(@PathVariable String name) {
    return rooms.getByNameAsync(name).thenApply(Room::getId);
  }
}
