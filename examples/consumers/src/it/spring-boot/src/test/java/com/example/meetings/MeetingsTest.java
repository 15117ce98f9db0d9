package com.example.meetings;

import io.github.videorooms.testkit.FakeSpaceExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
abstract class MeetingsTest {
  @RegisterExtension static final FakeSpaceExtension SPACE = FakeSpaceExtension.perRun();

  @DynamicPropertySource
  static void signalWire(DynamicPropertyRegistry properties) {
    properties.add("signalwire.project.id", () -> SPACE.getSpace().getProject());
    properties.add("signalwire.api.token", () -> SPACE.getSpace().getToken());
    properties.add("signalwire.space", () -> SPACE.getSpace().getHost());
  }
}
