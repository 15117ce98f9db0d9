package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.model.Room;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class MillionRoomsTest {
  private static final int PAGES = 1_000;
  private static final int ROOMS_A_PAGE = 1_000;
  private static final String DATA =
      "["
          + "{\"id\":\"x\",\"name\":\"y\"},".repeat(ROOMS_A_PAGE - 1)
          + "{\"id\":\"x\",\"name\":\"z\"}]";

  /** The program closes nothing, and ends all the same. */
  @Test
  void list_millionRooms_needsOnlyASmallHeap() throws Exception {
    try (ScriptedServer server = new ScriptedServer(MillionRoomsTest::respond)) {
      ChildProcess program =
          ChildProcess.start(List.of("-Xmx32m"), Stream.empty(), Application.class, server.host());

      assertThat(program.output().strip()).isEqualTo("1000000");
      assertThat(program.status()).isZero();
    }
  }

  private static void respond(int number, Socket socket) throws IOException {
    String links = number < PAGES ? "{\"next\":\"?page_token=PA" + number + "\"}" : "{}";
    String body = "{\"links\":" + links + ",\"data\":" + DATA + "}";
    ScriptedServer.send(
        socket, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
  }

  static final class Application {
    public static void main(String[] arguments) {
      SignalWireRestClient client =
          SignalWireRestClient.builder().project("p").token("t").space(arguments[0]).build();
      long count = 0;
      for (Room room : client.video().rooms().list()) {
        count += room.getId().length();
      }
      System.out.println(count);
    }
  }
}
