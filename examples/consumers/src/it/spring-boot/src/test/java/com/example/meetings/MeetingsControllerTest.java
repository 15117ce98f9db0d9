package com.example.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
class MeetingsControllerTest {
  @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.shared();

  @DynamicPropertySource
  static void signalWire(DynamicPropertyRegistry properties) {
    properties.add("signalwire.project.id", () -> SPACE.space().project());
    properties.add("signalwire.api.token", () -> SPACE.space().token());
    properties.add("signalwire.space", () -> SPACE.space().host());
  }

  @Test
  void meetings_aRoom_isListed(@Autowired MeetingsController controller, FakeSpace space) {
    space.addRoom(CreateRoomRequest.builder().name("standup").build());

    assertThat(controller.meetings()).containsExactly("standup");
  }
}
