package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Hostile servers, and a client in a Java of its own with a heap of 64 MB. */
@Tag("thorough")
class BoundsTest {
  @TestFactory
  Stream<DynamicTest> call_hostileServer_failsWithATypedErrorWithinTheHeap() throws Exception {
    Map<HostileResponse, ScriptedServer> servers = new EnumMap<>(HostileResponse.class);
    try {
      for (HostileResponse hostility : HostileResponse.values()) {
        servers.put(hostility, hostility.start());
      }
      List<String> arguments = new ArrayList<>();
      servers.forEach(
          (hostility, server) ->
              arguments.add(hostility + "@" + server.host() + "@" + hostility.deadline()));
      ChildProcess program =
          ChildProcess.start(
              List.of("-Xmx64m"),
              Stream.empty(),
              Application.class,
              arguments.toArray(String[]::new));
      Map<String, String> outcomes =
          program
              .output()
              .lines()
              .filter(line -> line.matches("[A-Z_0-9]+ [^,]+, [^,]+"))
              .map(line -> line.split(" ", 2))
              .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], String::concat));
      return Stream.of(HostileResponse.values())
          .map(
              hostility ->
                  dynamicTest(
                      hostility.name(),
                      () ->
                          assertThat(outcomes.get(hostility.name()))
                              .isEqualTo(hostility.expected() + ", " + hostility.expected())));
    } finally {
      servers.values().forEach(ScriptedServer::close);
    }
  }

  /** Makes a call of each server in both ways, and prints what it ends in. */
  static final class Application {
    private Application() {}

    public static void main(String[] arguments) {
      for (String argument : arguments) {
        String[] parts = argument.split("@", -1);
        try (SignalWireRestClient client =
            SignalWireRestClient.builder()
                .project("p")
                .token("t")
                .space(parts[1])
                .callTimeout(Duration.parse(parts[2]))
                .maxRetries(0)
                .build()) {
          VideoRooms rooms = client.video().rooms();
          System.out.println(
              parts[0]
                  + " "
                  + outcome(CompletableFuture.supplyAsync(() -> rooms.get("a")))
                  + ", "
                  + outcome(rooms.getAsync("a")));
        }
      }
    }

    private static String outcome(CompletableFuture<?> call) {
      return call.handle((room, error) -> nameOf(error == null ? room : error))
          .completeOnTimeout("nothing", 60, TimeUnit.SECONDS)
          .join();
    }

    /** What a task throws comes wrapped; what a client's future fails with does not. */
    private static String nameOf(Object outcome) {
      Object bare = outcome instanceof CompletionException wrapper ? wrapper.getCause() : outcome;
      return bare.getClass().getSimpleName();
    }
  }
}
