package io.github.videorooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.videorooms.model.Room;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class LinkFuzzTest {
  private final List<Request> requests = new ArrayList<>();
  private final VideoRooms rooms = Offline.client(this::respond, requests).video().rooms();
  private String next;

  @FuzzTest
  void next_anyLink_staysWithTheOperationOrFails(byte[] link) {
    next = new String(link, UTF_8);
    requests.clear();
    Page<Room> first = rooms.list().firstPage();
    String cursor;
    try {
      cursor = first.getNextCursor();
    } catch (SignalWireRestDecodingError e) {
      FuzzAssert.that(e.getMessage().contains("links.next "), "the link is what is wrong");
      return;
    }
    if (cursor == null) {
      FuzzAssert.that(
          next.isEmpty() && !first.hasNext(), "the list goes on unless there is no link");
      return;
    }
    first.next();

    HttpUrl followed = requests.get(1).url();
    FuzzAssert.that(
        followed.toString().startsWith("https://" + Offline.HOST + "/api/video/rooms"),
        "the credentials stay with their origin, and the list with its operation");
    FuzzAssert.that(followed.pathSize() == 3, "the path stays");
    rooms.list().fromCursor(cursor).firstPage();
    FuzzAssert.that(requests.size() == 3, "a request for a page");
    FuzzAssert.that(requests.get(2).url().equals(followed), "a cursor goes on at the same page");
  }

  private String respond(Request request) {
    JsonObject links = new JsonObject();
    if (requests.size() == 1) {
      links.addProperty("next", next);
    }
    JsonObject page = new JsonObject();
    page.add("links", links);
    page.add("data", new JsonArray());
    return page.toString();
  }
}
