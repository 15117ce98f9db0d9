package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.Video;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Quality;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.UpdateStreamRequest;
import io.github.videorooms.model.VideoStream;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class StreamsTest {
  private static final String UNKNOWN = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String TARGET = "rtmps://live.example.com/app/key";

  @Test
  void create_stream_hasAllEightFields(Contract contract) {
    TestClock clock = new TestClock(Instant.parse("2026-03-02T08:15:30Z"));
    FakeSpace space = contract.start(FakeSpace.builder().clock(clock));
    Room room = room(space);

    VideoStream stream = video(space).rooms().createStream(room.getId(), TARGET);

    assertThat(stream)
        .isEqualTo(
            stream.toBuilder()
                .url(TARGET)
                .streamType("rtmp")
                .width(1280)
                .height(720)
                .fps(20)
                .createdAt(clock.instant())
                .updatedAt(clock.instant())
                .build());
    assertThat(UUID.fromString(stream.getId())).isNotNull();
  }

  @Test
  void create_stream_respondsWith201(FakeSpace space) {
    Room room = room(space);

    Raw.Reply reply =
        Raw.to(space).post("/rooms/" + room.getId() + "/streams", "{\"url\":\"" + TARGET + "\"}");

    assertThat(reply.status()).isEqualTo(201);
  }

  @Test
  void create_roomIn1080p_hasThatSize(FakeSpace space) {
    Room room =
        space.addRoom(CreateRoomRequest.builder().name("large").quality(Quality.HD_1080P).build());

    VideoStream stream = video(space).rooms().createStream(room.getId(), TARGET);

    assertThat(stream.getWidth()).isEqualTo(1920);
    assertThat(stream.getHeight()).isEqualTo(1080);
  }

  @Test
  void create_oneTooMany_isRejected(Contract contract) {
    FakeSpace space = contract.start(FakeSpace.builder().streamLimit(2));
    Room room = room(space);
    video(space).rooms().createStream(room.getId(), TARGET);
    VideoStream second = video(space).rooms().createStream(room.getId(), TARGET);

    SignalWireRestError error =
        rejected(() -> video(space).rooms().createStream(room.getId(), TARGET));

    assertThat(error.hasCode("exceeds_platform_stream_limit")).isTrue();
    video(space).streams().delete(second.getId());
    assertThat(video(space).rooms().createStream(room.getId(), TARGET).getUrl()).isEqualTo(TARGET);
  }

  @ParameterizedTest
  @CsvSource({
    "http://live.example.com/a, invalid_parameter",
    "live.example.com, invalid_parameter",
    "'', invalid_parameter",
    "rtmp://, url_failed_to_parse",
    "rtmp://a b/c, url_failed_to_parse",
    "rtmp://10.1/live, url_failed_to_parse",
    "rtmp://300.1.1.1/live, url_failed_to_parse",
    "rtmp://localhost/live, url_is_unsafe",
    "rtmp://LOCALHOST:1935/live, url_is_unsafe",
    "rtmp://a.localhost/live, url_is_unsafe",
    "rtmp://127.0.0.1/live, url_is_unsafe",
    "rtmp://0.0.0.0/live, url_is_unsafe",
    "rtmps://10.0.0.8:443/live, url_is_unsafe",
    "rtmp://172.16.0.1/live, url_is_unsafe",
    "rtmp://192.168.1.20/live, url_is_unsafe",
    "rtmp://169.254.169.254/live, url_is_unsafe",
    "rtmp://[::1]/live, url_is_unsafe",
    "rtmp://[fd12:3456::1]/live, url_is_unsafe",
    "rtmp://[fe80::1]/live, url_is_unsafe",
    "rtmp://[::ffff:192.168.1.20]/live, url_is_unsafe",
    "rtmp://user@127.0.0.1/live, url_is_unsafe"
  })
  void create_badTarget_isRejected(String target, String code, FakeSpace space) {
    Room room = room(space);

    SignalWireRestError error =
        rejected(() -> video(space).rooms().createStream(room.getId(), target));

    assertThat(error.getStatusCode()).isEqualTo(422);
    assertThat(error.hasCode(code)).isTrue();
    assertThat(error.getErrors().get(0).getAttribute()).isEqualTo("url");
    assertThat(space.getStreams(room.getId())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtmp://live.example.com/app/key?token={a|b}",
        "RTMPS://live.example.com:443/app/key",
        "rtmp://172.32.0.1/live",
        "rtmp://11.0.0.1/live",
        "rtmp://10.example.com/live",
        "rtmp://[2001:db8::1]/live",
        "rtmp://live_1.example.com/key"
      })
  void create_publicTarget_isAccepted(String target, FakeSpace space) {
    Room room = room(space);

    assertThat(video(space).rooms().createStream(room.getId(), target).getUrl()).isEqualTo(target);
  }

  @Test
  @OffContract
  void create_withoutUrl_isRejected(FakeSpace space) {
    Room room = room(space);

    assertThat(Raw.to(space).post("/rooms/" + room.getId() + "/streams", "{}").problems())
        .containsExactly("url: missing_required_parameter");
  }

  @Test
  void create_unknownRoom_isNotFound(FakeSpace space) {
    assertThat(rejected(() -> video(space).rooms().createStream(UNKNOWN, TARGET)).isNotFound())
        .isTrue();
  }

  @Test
  void list_streams_returnsThoseOfTheRoom(FakeSpace space) {
    Room room = room(space);
    Room other = space.addRoom(CreateRoomRequest.builder().name("other").build());
    VideoStream first = space.addStream(room.getId(), TARGET);
    space.addStream(other.getId(), TARGET);
    VideoStream last = video(space).rooms().createStream(room.getId(), "rtmp://b.example.com/b");

    assertThat(video(space).rooms().listStreams(room.getId())).containsExactly(first, last);
  }

  @Test
  @OffContract // The document does not declare the parameters of a later page.
  void list_moreThanAPage_isReadCompletely(Contract contract) {
    FakeSpace space = contract.start(FakeSpace.builder().streamLimit(200));
    Room room = room(space);
    for (int i = 0; i < 101; i++) {
      space.addStream(room.getId(), TARGET);
    }

    assertThat(video(space).rooms().listStreams(room.getId()).stream())
        .hasSize(101)
        .doesNotHaveDuplicates();
    assertThat(space.getRequests()).hasSize(3);
  }

  @Test
  void list_unknownRoom_isNotFound(FakeSpace space) {
    assertThat(rejected(() -> video(space).rooms().listStreams(UNKNOWN).firstPage()).isNotFound())
        .isTrue();
  }

  @Test
  void update_url_changesIt(Contract contract) {
    TestClock clock = new TestClock(Instant.parse("2026-03-02T08:15:30Z"));
    FakeSpace space = contract.start(FakeSpace.builder().clock(clock));
    VideoStream stream = space.addStream(room(space).getId(), TARGET);
    clock.set(Instant.parse("2026-03-02T08:20:00Z"));

    VideoStream updated =
        video(space).streams().update(stream.getId(), to("rtmp://b.example.com/b"));

    assertThat(updated)
        .isEqualTo(
            stream.toBuilder().url("rtmp://b.example.com/b").updatedAt(clock.instant()).build());
    assertThat(video(space).streams().get(stream.getId())).isEqualTo(updated);
  }

  @Test
  void update_unsafeTarget_isRejectedAndChangesNothing(FakeSpace space) {
    Room room = room(space);
    VideoStream stream = space.addStream(room.getId(), TARGET);

    SignalWireRestError error =
        rejected(() -> video(space).streams().update(stream.getId(), to("rtmp://10.0.0.1/a")));

    assertThat(error.hasCode("url_is_unsafe")).isTrue();
    assertThat(space.getStreams(room.getId())).containsExactly(stream);
  }

  @Test
  void unknownStream_anyOperation_isNotFound(FakeSpace space) {
    assertThat(rejected(() -> video(space).streams().get(UNKNOWN)).isNotFound()).isTrue();
    assertThat(rejected(() -> video(space).streams().update(UNKNOWN, to(TARGET))).isNotFound())
        .isTrue();
    assertThat(rejected(() -> video(space).streams().delete(UNKNOWN)).isNotFound()).isTrue();
  }

  @Test
  void delete_stream_leavesTheOthers(FakeSpace space) {
    Room room = room(space);
    VideoStream first = space.addStream(room.getId(), TARGET);
    VideoStream second = space.addStream(room.getId(), TARGET);

    video(space).streams().delete(first.getId());

    assertThat(space.getStreams(room.getId())).containsExactly(second);
  }

  private static Room room(FakeSpace space) {
    return space.addRoom(CreateRoomRequest.builder().name("standup").build());
  }

  private static UpdateStreamRequest to(String url) {
    return UpdateStreamRequest.builder().url(url).build();
  }

  private static Video video(FakeSpace space) {
    return space.getClient().video();
  }

  private static SignalWireRestError rejected(ThrowingCallable call) {
    return catchThrowableOfType(SignalWireRestError.class, call);
  }
}
