package com.example.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

class MeetingTokensControllerTest extends MeetingsTest {
  private MockMvcTester application;

  @BeforeEach
  void connect(@Autowired WebApplicationContext context) {
    application = MockMvcTester.from(context);
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
  void join_spaceIsRateLimited_isUnavailableWithTheSameRetryAfter(FakeSpace space) {
    space.failNext(
        Failure.status(429).retryAfter(Duration.ofSeconds(30)).onOperation("create_room_token"));

    assertThat(join("retro", "Ines")).hasStatus(503).hasHeader("Retry-After", "30");
  }

  @Test
  void join_spaceDoesNotRespondInTime_isATimeout(FakeSpace space) {
    space.failNext(Failure.delay(Duration.ofSeconds(5)).onOperation("create_room_token"));

    assertThat(join("review", "Ines")).hasStatus(504);
  }

  @Test
  void join_spaceIsDown_isUnavailableWithTheSameRetryAfter(FakeSpace space) {
    space.failNext(
        Failure.status(503).retryAfter(Duration.ofSeconds(60)).onOperation("create_room_token"));

    assertThat(join("demo", "Ines")).hasStatus(503).hasHeader("Retry-After", "60");
  }

  @Test
  void join_invalidMeetingName_isABadRequest() {
    assertThat(join("stand up!", "Ines")).hasStatus(400);
  }

  private MvcTestResult join(String meeting, String user) {
    return application
        .post()
        .uri("/meetings/{meeting}/tokens", meeting)
        .param("user", user)
        .exchange();
  }

  private static String token(MvcTestResult result) throws Exception {
    return JsonPath.read(result.getResponse().getContentAsString(), "$.token");
  }
}
