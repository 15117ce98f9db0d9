package com.example.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MeetingsControllerTest extends MeetingsTest {
  @Test
  void meetings_existingRoom_isListed(@Autowired MeetingsController controller, FakeSpace space) {
    space.addRoom(CreateRoomRequest.builder().name("standup").build());

    assertThat(controller.meetings()).contains("standup");
  }

  @Test
  void meetings_spaceFailsOnce_areListed(
      @Autowired MeetingsController controller, FakeSpace space) {
    int before = space.getRequests("list_rooms").size();
    space.failNext(Failure.status(503).onOperation("list_rooms"));

    controller.meetings();

    assertThat(space.getRequests("list_rooms")).hasSize(before + 2);
  }
}
