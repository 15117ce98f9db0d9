package com.example.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class MeetingTokensControllerTest extends MeetingsTest {
  private MockMvc application;

  @BeforeEach
  void connect(@Autowired WebApplicationContext context) {
    application = MockMvcBuilders.webAppContextSetup(context).build();
  }

  @Test
  void join_twoUsers_meetInOneRoom(FakeSpace space) throws Exception {
    String ines = token(join("planning", "Ines"));
    String bo = token(join("planning", "Bo"));

    assertThat(space.join(ines).getSession().getId())
        .isEqualTo(space.join(bo).getSession().getId());
    assertThat(space.getRooms()).filteredOn(r -> r.getName().equals("planning")).hasSize(1);
  }

  @Test
  void join_spaceIsRateLimited_isUnavailableWithTheSameRetryAfter(FakeSpace space)
      throws Exception {
    space.failNext(
        Failure.status(429).retryAfter(Duration.ofSeconds(30)).onOperation("create_room_token"));

    MockHttpServletResponse response = join("retro", "Ines");

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("30");
  }

  @Test
  void join_spaceDoesNotRespondInTime_isATimeout(FakeSpace space) throws Exception {
    space.failNext(Failure.delay(Duration.ofSeconds(5)).onOperation("create_room_token"));

    assertThat(join("review", "Ines").getStatus()).isEqualTo(504);
  }

  @Test
  void join_spaceIsDown_isUnavailableWithTheSameRetryAfter(FakeSpace space) throws Exception {
    space.failNext(
        Failure.status(503).retryAfter(Duration.ofSeconds(60)).onOperation("create_room_token"));

    MockHttpServletResponse response = join("demo", "Ines");

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("60");
  }

  @Test
  void join_invalidMeetingName_isABadRequest() throws Exception {
    assertThat(join("stand up!", "Ines").getStatus()).isEqualTo(400);
  }

  private MockHttpServletResponse join(String meeting, String user) throws Exception {
    return application
        .perform(
            MockMvcRequestBuilders.post("/meetings/{meeting}/tokens", meeting).param("user", user))
        .andReturn()
        .getResponse();
  }

  private static String token(MockHttpServletResponse response) throws Exception {
    return JsonPath.read(response.getContentAsString(), "$.token");
  }
}
