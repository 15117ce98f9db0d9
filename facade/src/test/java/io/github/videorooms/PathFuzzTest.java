package io.github.videorooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class PathFuzzTest {
  private final List<Request> requests = new ArrayList<>();
  private final VideoRooms rooms =
      Offline.client(request -> "{\"data\":[]}", requests).video().rooms();

  @FuzzTest
  void listStreams_anyId_addressesOneSegment(byte[] text) {
    String id = new String(text, UTF_8);
    requests.clear();
    try {
      rooms.listStreams(id).firstPage();
    } catch (IllegalArgumentException e) {
      FuzzAssert.that(requests.isEmpty(), "what is refused is not sent");
      return;
    }

    HttpUrl url = requests.get(0).url();
    FuzzAssert.that(url.host().equals(Offline.HOST), "the host stays");
    FuzzAssert.that(
        url.pathSegments().equals(List.of("api", "video", "rooms", id, "streams")),
        "the id is one segment");
    FuzzAssert.that(url.encodedPathSegments().size() == 5, "and no other is added");
    FuzzAssert.that(url.query() == null && url.fragment() == null, "nothing follows the path");
  }
}
