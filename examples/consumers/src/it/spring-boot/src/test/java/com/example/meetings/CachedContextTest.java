package com.example.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.testkit.FakeSpace;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several classes share the application that Spring caches, and the space that it talks to. */
class CachedContextTest {
  private static final Set<MeetingsController> CONTROLLERS = new HashSet<>();

  abstract static class Listing extends MeetingsTest {
    @Test
    void meetings_cachedApplicationContext_usesTheSameSpace(
        @Autowired MeetingsController controller, FakeSpace space) {
      String name = getClass().getSimpleName();
      space.addRoom(CreateRoomRequest.builder().name(name).build());

      assertThat(controller.meetings()).contains(name);
      CONTROLLERS.add(controller);
      assertThat(CONTROLLERS).hasSize(1);
    }
  }

  @Nested
  class First extends Listing {}

  @Nested
  class Second extends Listing {}
}
