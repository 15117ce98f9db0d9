package com.example.meetings;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.Video;
import java.time.Duration;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Issues tokens for meetings, each of which has its own room. */
@RestController
class MeetingTokensController {
  private final Video video;

  MeetingTokensController(SignalWireRestClient signalWire) {
    // A user is waiting for the response.
    this.video = signalWire.withOptions(o -> o.callTimeout(Duration.ofSeconds(3))).video();
  }

  @PostMapping("/meetings/{meeting}/tokens")
  Map<String, String> join(@PathVariable String meeting, @RequestParam String user) {
    createRoomIfAbsent(meeting);
    String token = video.roomTokens().create(t -> t.roomName(meeting).userName(user)).getToken();
    return Map.of("token", token);
  }

  private void createRoomIfAbsent(String meeting) {
    try {
      video.rooms().create(r -> r.name(meeting));
    } catch (SignalWireRestError e) {
      if (!e.hasCode("not_unique_within_project")) {
        throw e;
      }
    }
  }
}
