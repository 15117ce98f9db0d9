package io.github.videorooms.openapi.tool.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.Document;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodNamesTest {
  @ParameterizedTest
  @CsvSource({
    "list_rooms, Rooms, list",
    "create_room_stream, Rooms, createStream",
    "list_room_session_events, Room Sessions, listEvents",
    "reset_conference_token, Conference Tokens, reset",
    "get_video_conference, Conferences, get",
    "download_room_recording, Room Recordings, download",
    "rooms, Rooms, rooms",
    "notify_room, Rooms, notifyRoom",
    "new, Rooms, operationNew",
    "modify_room, Rooms, modifyRoom",
    "list_async, Rooms, listAsyncOperation2",
    "check_room, Rooms, checkRoom",
    "3d, Rooms, operation3d"
  })
  void propose_operationOfATag_omitsTheTagAndIsUsable(String id, String tag, String method) {
    assertThat(MethodNames.propose(id, tag, Set.of())).isEqualTo(method);
    assertThat(MethodNames.isUsable(method)).isTrue();
  }

  @Test
  void propose_nameInUse_isTheFullOne() {
    assertThat(MethodNames.propose("get_room", "Rooms", Set.of("get"))).isEqualTo("getRoom");
    assertThat(MethodNames.propose("get_room", "Rooms", Set.of("get", "getRoom")))
        .isEqualTo("operationGetRoom");
  }

  @ParameterizedTest
  @CsvSource({
    "Room Tokens, RoomTokensApi, VideoRoomTokens, roomTokens",
    "roomTokens, RoomTokensApi, VideoRoomTokens, roomTokens",
    "URL Things, UrlThingsApi, VideoUrlThings, urlThings",
    "3D rooms!, Video3DRoomsApi, Video3DRooms, video3DRooms",
    "'', DefaultApi, VideoDefault, defaultResource",
    "notify, NotifyApi, VideoNotify, notifyResource"
  })
  void tag_anyText_isValidInJava(String tag, String api, String resource, String accessor) {
    TagName name = TagName.of(tag);

    assertThat(name.api()).isEqualTo(api);
    assertThat(name.resource(new Document(Map.of()))).isEqualTo(resource);
    assertThat(name.accessor()).isEqualTo(accessor);
  }
}
