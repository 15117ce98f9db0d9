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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class QuickstartTest {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @Test
  void run_noSettings_usesAnEmbeddedSpaceAndSaysSo(FakeSpace space) {
    assertThat(run(Map.of(), space)).isZero();

    assertThat(output())
        .containsSubsequence(
            "embedded in this program",
            "create room",
            "start stream",
            "rtmp://live.example.com/app/***",
            "list rooms",
            "quickstart-",
            "list streams",
            "rtmp://live.example.com/app/***",
            "stop stream",
            "update room",
            "layout grid-responsive -> 5x5, all else kept",
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
  void run_unusableSpace_saysWhy(FakeSpace space) {
    Map<String, String> settings = settings(space);
    settings.put("SIGNALWIRE_SPACE", "http://acme.signalwire.com");

    assertThat(run(settings, space)).isEqualTo(2);

    assertThat(output()).contains("Cannot start: space \"http://acme.signalwire.com\" would send");
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
  void run_failsOnTheWay_cleansUpAllTheSame(String method, String operation, FakeSpace space) {
    space.failNext(Failure.status(401).onOperation(operation));

    assertThat(run(settings(space), space)).isEqualTo(1);

    assertThat(output()).contains("Failed: " + method).contains("returned 401");
    assertThat(space.getRooms()).isEmpty();
  }

  private int run(Map<String, String> settings, FakeSpace embedded) {
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    return new Quickstart(settings::get, () -> embedded, out).run();
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
