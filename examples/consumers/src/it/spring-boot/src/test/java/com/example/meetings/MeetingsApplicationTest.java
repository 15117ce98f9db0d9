package com.example.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import io.github.videorooms.testkit.RecordedRequest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it runs for its users; a {@code @SpringBootTest} goes without tracing. */
class MeetingsApplicationTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @RegisterExtension
  static final FakeSpaceExtension SPACE =
      FakeSpaceExtension.perClass(FakeSpace.builder().project("of-the-environment"));

  private static ConfigurableApplicationContext application;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    application = run();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @BeforeEach
  void forget(FakeSpace space) {
    space.reset();
    space.addRoom(CreateRoomRequest.builder().name("standup").build());
    application.getBean(MeterRegistry.class).clear();
  }

  @Test
  void meetings_existingRoom_isListed() throws Exception {
    assertThat(get("/meetings").body()).isEqualTo("[\"standup\"]");
  }

  @Test
  void meeting_unknownName_isNotFound() throws Exception {
    assertThat(get("/meetings/daily").statusCode()).isEqualTo(404);
  }

  @Test
  void health_spaceResponds_isUp() throws Exception {
    DocumentContext health = JsonPath.parse(get("/actuator/health").body());

    assertThat(health.<String>read("$.components.signalWire.status")).isEqualTo("UP");
  }

  @Test
  void health_spaceFails_isDownWithTheReason(FakeSpace space) throws Exception {
    space.failNext(Failure.status(503));

    HttpResponse<String> response = get("/actuator/health");

    DocumentContext health = JsonPath.parse(response.body());
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(health.<String>read("$.components.signalWire.status")).isEqualTo("DOWN");
    assertThat(health.<String>read("$.components.signalWire.details.error"))
        .contains("GET /api/video/rooms returned 503")
        .doesNotContain(space.getToken());
  }

  @Test
  void metrics_attempts_areTimedByStatusAndOutcome(FakeSpace space) throws Exception {
    space.failNext(Failure.status(503));

    get("/meetings");

    String timer = "/actuator/metrics/signalwire.attempts?tag=operation:list_rooms";
    assertThat(count(get(timer + "&tag=status:503&tag=outcome:error"))).isEqualTo(1.0);
    assertThat(count(get(timer + "&tag=status:200&tag=outcome:success"))).isEqualTo(1.0);
    String retries = "/actuator/metrics/signalwire.retries?tag=operation:list_rooms";
    assertThat(count(get(retries))).isEqualTo(1.0);
  }

  @Test
  void metrics_requestsOfOneRoom_areCountedByPathTemplate(FakeSpace space) throws Exception {
    get("/meetings/standup");

    String requests = get("/actuator/metrics/signalwire.requests").body();
    assertThat(JsonPath.<List<List<String>>>read(requests, "$..[?(@.tag=='uri')].values"))
        .containsExactly(List.of("/api/video/rooms/{id}"));
  }

  @Test
  void trace_synchronousCallAndItsRetry_reachTheSpace(FakeSpace space) throws Exception {
    space.failNext(Failure.status(503));

    get("/meetings");

    assertThat(space.getRequests()).hasSize(2).allMatch(MeetingsApplicationTest::isOfTheTrace);
  }

  @Test
  void trace_asynchronousCall_reachesTheSpace(FakeSpace space) throws Exception {
    get("/meetings/standup");

    assertThat(space.getRequests()).hasSize(1).allMatch(MeetingsApplicationTest::isOfTheTrace);
  }

  @Test
  void close_application_closesTheClient() {
    ConfigurableApplicationContext another = run();
    SignalWireRestClient signalWire = another.getBean(SignalWireRestClient.class);

    another.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> signalWire.video().rooms().list().firstPage());
  }

  /** The build sets SIGNALWIRE_PROJECT_ID. */
  private static ConfigurableApplicationContext run() {
    return SpringApplication.run(
        MeetingsApplication.class,
        "--server.port=0",
        "--signalwire.api.token=" + SPACE.getSpace().getToken(),
        "--signalwire.space=" + SPACE.getSpace().getHost());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    String port = application.getEnvironment().getProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static double count(HttpResponse<String> metric) {
    return JsonPath.<List<Double>>read(
            metric.body(), "$.measurements[?(@.statistic=='COUNT')].value")
        .get(0);
  }

  private static boolean isOfTheTrace(RecordedRequest request) {
    String header = request.getHeader("traceparent");
    return header != null && header.contains(TRACE);
  }
}
