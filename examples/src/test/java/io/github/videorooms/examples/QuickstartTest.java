package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class QuickstartTest {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void run_noSettings_usesAnEmbeddedSpaceAndSaysSo(FakeSpace space) {
    assertThat(run(Map.of(), space)).isZero();

    assertThat(output())
        .containsSubsequence(
            "embedded in this program",
            "create room",
            "start stream",
            "rtmp://live.example.com/***",
            "list rooms",
            "quickstart-",
            "list streams",
            "rtmp://live.example.com/***",
            "stop stream",
            "update room",
            "layout grid-responsive -> 5x5, everything else unchanged",
            "delete room",
            "Done; nothing is left behind.")
        .doesNotContain("stream-key");
  }

  @Test
  void run_ownSpace_usesItAndCleansUp(FakeSpace space) {
    space.addRoom(CreateRoomRequest.builder().name("of-somebody-else").build());

    assertThat(run(settings(space), space)).isZero();

    assertThat(output()).startsWith("Space: " + space.getHost() + ", from SIGNALWIRE_SPACE");
    assertThat(space.getRooms())
        .extracting(room -> room.getName())
        .containsExactly("of-somebody-else");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIGNALWIRE_PROJECT_ID", "SIGNALWIRE_API_TOKEN", "SIGNALWIRE_SPACE"})
  void run_settingMissing_namesItAndSendsNothing(String variable, FakeSpace space) {
    Map<String, String> settings = settings(space);
    settings.remove(variable);

    assertThat(run(settings, space)).isEqualTo(2);

    assertThat(output()).contains("Cannot start: not set: " + variable + "\n");
    assertThat(space.getRequests()).isEmpty();
  }

  @Test
  void run_invalidSpace_saysWhy(FakeSpace space) {
    Map<String, String> settings = settings(space);
    settings.put("SIGNALWIRE_SPACE", "http://acme.signalwire.com");

    assertThat(run(settings, space)).isEqualTo(2);

    assertThat(output()).contains("Cannot start: space \"http://acme.signalwire.com\" would send");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:hunter22@acme.signalwire.com",
        "user:hunter22@acme.signalwire.com",
        "ftp://:hunter22@acme.signalwire.com/path",
      })
  void run_spaceWithAPassword_isRejectedWithoutShowingIt(String value, FakeSpace space) {
    Map<String, String> settings = settings(space);
    settings.put("SIGNALWIRE_SPACE", value);

    assertThat(run(settings, space)).isEqualTo(2);

    assertThat(output()).startsWith("Cannot start: space ").doesNotContain("hunter22");
  }

  @Test
  @Contract.Credentials("wrong")
  void run_wrongToken_saysWhatToCheck(FakeSpace space) {
    Map<String, String> settings = settings(space);
    settings.put("SIGNALWIRE_API_TOKEN", "PT-wrong-token");

    assertThat(run(settings, space)).isEqualTo(1);

    assertThat(output())
        .contains("Failed: POST /api/video/rooms returned 401: Unauthorized")
        .contains("Check SIGNALWIRE_PROJECT_ID and SIGNALWIRE_API_TOKEN")
        .doesNotContain("PT-wrong-token");
  }

  @Test
  void run_unreachableSpace_saysWhatToCheck(FakeSpace space) throws IOException {
    Map<String, String> settings = settings(space);
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      settings.put("SIGNALWIRE_SPACE", "127.0.0.1:" + unused.getLocalPort());
    }

    assertThat(run(settings, space)).isEqualTo(1);

    assertThat(output()).contains("got no response").contains("Check SIGNALWIRE_SPACE");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, create_room_stream",
    "GET, list_rooms",
    "PUT, update_room",
    "DELETE, delete_stream",
  })
  void run_failsMidway_stillCleansUp(String method, String operation, FakeSpace space) {
    space.failNext(Failure.status(401).onOperation(operation));

    assertThat(run(settings(space), space)).isEqualTo(1);

    assertThat(output()).contains("Failed: " + method).contains("returned 401");
    assertThat(space.getRooms()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"create_room", "create_room_stream"})
  void run_responseLost_stillCleansUp(String operation, FakeSpace space) {
    space.failNext(Failure.responseLost().onOperation(operation));

    assertThat(run(settings(space), space)).isEqualTo(1);

    assertThat(output()).contains("Failed: POST");
    assertThat(space.getRooms()).isEmpty();
    assertThat(errors.size()).isZero();
  }

  @Test
  void run_roomCannotBeDeleted_reportsItsId(FakeSpace space) {
    space.failNext(Failure.status(401).onOperation("delete_room"));

    assertThat(run(settings(space), space)).isEqualTo(1);

    assertThat(errors.toString(StandardCharsets.UTF_8).strip())
        .matches("Left behind: room quickstart-\\w{8}, id " + space.getRooms().get(0).getId());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void main_fullDisk_exitsWithOneAndSaysSo(FakeSpace space) throws Exception {
    try (OwnProcess program =
        OwnProcess.into(Path.of("/dev/full"), Quickstart.class, space, Map.of())) {
      assertThat(program.errors().strip()).isEqualTo("Standard output cannot be written.");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
    assertThat(space.getRooms()).isEmpty();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it knows only how to kill a process")
  void main_stoppedMidway_cleansUp(FakeSpace space) throws Exception {
    space.failNext(Failure.delay(Duration.ofSeconds(5)).onOperation("list_rooms"));
    try (OwnProcess program = OwnProcess.of(Quickstart.class, space, Map.of())) {
      Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
      while (!space.getPendingFailures().isEmpty() && Instant.now().isBefore(deadline)) {
        Thread.sleep(20);
      }

      program.stop();

      assertThat(program.errors()).isEmpty();
      assertThat(program.exitStatus()).isEqualTo(143);
    }
    assertThat(space.getRooms()).isEmpty();
  }

  private int run(Map<String, String> settings, FakeSpace embedded) {
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    Leftovers leftovers = new Leftovers(new PrintStream(errors, true, StandardCharsets.UTF_8));
    int status = new Quickstart(settings::get, () -> embedded, out, leftovers).run();
    leftovers.finish();
    return status;
  }

  private String output() {
    return output.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static Map<String, String> settings(FakeSpace space) {
    return new HashMap<>(
        Map.of(
            "SIGNALWIRE_PROJECT_ID", space.getProject(),
            "SIGNALWIRE_API_TOKEN", space.getToken(),
            "SIGNALWIRE_SPACE", space.getHost()));
  }
}
