package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that has an older library on its class path, before the one that we bring. */
class OlderLibrariesTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  /**
   * An application's own Retrofit brings OkHttp 4.12; its list of managed versions may ask for an
   * older Gson.
   */
  @ParameterizedTest
  @ValueSource(strings = {"okhttp-4.12.0.jar", "gson-2.10.1.jar"})
  void calls_olderLibraryFirst_work(String jar) throws Exception {
    try (ScriptedServer server = new ScriptedServer(OlderLibrariesTest::respond)) {
      ChildProcess application =
          ChildProcess.start(
              List.of(),
              Stream.of(Path.of("target/older").resolve(jar)),
              Application.class,
              server.host());

      assertThat(application.output().lines())
          .contains(jar)
          .endsWith(
              "created standup",
              "async standup",
              "list [a, b]",
              "error [no]",
              "deep 422",
              "deep 200");
      assertThat(application.status()).isZero();
    }
  }

  private static void respond(int number, Socket socket) throws IOException {
    String room = Examples.room(ID, "standup").toString();
    String next = "{\"next\":\"?page_token=PA1\"}";
    List<String> bodies =
        List.of(
            room,
            room,
            page("a", next),
            page("b", "{}"),
            "{\"errors\":[\"no\"]}",
            "{\"errors\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}",
            "{\"meta\":" + "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_001));
    String body = bodies.get(number - 1);
    ScriptedServer.send(
        socket,
        "HTTP/1.1 "
            + (number == 5 || number == 6 ? 422 : 200)
            + " X\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private static String page(String name, String links) {
    JsonArray data = new JsonArray();
    data.add(Examples.room(ID, name));
    JsonObject page = new JsonObject();
    page.add("links", JsonParser.parseString(links));
    page.add("data", data);
    return page.toString();
  }

  static final class Application {
    private static String jarOf(Class<?> type) {
      String address = type.getProtectionDomain().getCodeSource().getLocation().toString();
      return address.substring(address.lastIndexOf('/') + 1);
    }

    public static void main(String[] arguments) {
      try (SignalWireRestClient client =
          SignalWireRestClient.builder().project("p").token("t").space(arguments[0]).build()) {
        VideoRooms rooms = client.video().rooms();
        CreateRoomRequest request = CreateRoomRequest.builder().name("standup").build();
        System.out.println(jarOf(OkHttp.class));
        System.out.println(jarOf(Gson.class));
        System.out.println("created " + rooms.create(request).getName());
        System.out.println("async " + rooms.getAsync(ID).join().getName());
        System.out.println(
            "list " + rooms.list().stream().map(Room::getName).collect(Collectors.toList()));
        System.out.println("error " + failure(() -> rooms.create(request)).getErrors());
        System.out.println("deep " + failure(() -> rooms.create(request)).getStatusCode());
        System.out.println("deep " + failure(() -> rooms.create(request)).getStatusCode());
      }
    }

    private static SignalWireRestError failure(Supplier<Room> call) {
      try {
        throw new AssertionError(call.get());
      } catch (SignalWireRestError e) {
        return e;
      }
    }
  }
}
