package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class ChangesTest {
  @Test
  void layoutOnly_room_sendsOnlyTheLayout(FakeSpace space) {
    Changes.layoutOnly(rooms(space), room(space).getId());

    assertThat(sent(space)).isEqualTo("{\"layout\":\"grid-responsive\"}");
  }

  @Test
  void layoutAndAllElseAsItIs_room_sendsAllFieldsWithTheChange(FakeSpace space) {
    Changes.layoutAndAllElseAsItIs(rooms(space), room(space).getId());

    assertThat(JsonParser.parseString(sent(space)).getAsJsonObject().asMap())
        .containsKeys("layout", "description", "max_members", "quality");
  }

  @Test
  void withoutDescription_room_sendsAnExplicitNull(FakeSpace space) {
    Room changed = Changes.withoutDescription(rooms(space), room(space).getId());

    assertThat(sent(space)).isEqualTo("{\"description\":null}");
    assertThat(changed.getDescription()).isNull();
  }

  private static VideoRooms rooms(FakeSpace space) {
    return space.getClient().video().rooms();
  }

  private static Room room(FakeSpace space) {
    return space.addRoom(
        CreateRoomRequest.builder().name("standup").description("daily").maxMembers(10).build());
  }

  private static String sent(FakeSpace space) {
    return space.getRequests().get(space.getRequests().size() - 1).getBody();
  }
}
