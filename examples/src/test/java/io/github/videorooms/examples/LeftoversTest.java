package io.github.videorooms.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.examples.Leftovers.Temporary;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.VideoStream;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class LeftoversTest {
  private static final String TARGET = "rtmp://live.example.com/app/stream-key";

  private final ByteArrayOutputStream report = new ByteArrayOutputStream();
  private final Leftovers leftovers = new Leftovers(new PrintStream(report, true, UTF_8));

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void finish_deleted_reportsNothing(FakeSpace space) {
    stream(space).close();

    leftovers.finish();

    assertThat(report.toString(UTF_8)).isEmpty();
  }

  @Test
  void finish_deletedBySomebodyElse_reportsNothing(FakeSpace space) {
    Temporary<VideoStream> stream = stream(space);
    space.getClient().video().streams().delete(stream.get().getId());

    stream.close();
    leftovers.finish();

    assertThat(report.toString(UTF_8)).isEmpty();
  }

  @Test
  void finish_deleteFails_reportsTheIdWithoutTheKey(FakeSpace space) {
    Temporary<VideoStream> stream = stream(space);
    space.failNext(Failure.status(401).onOperation("delete_stream"));

    assertThatThrownBy(stream::close).isInstanceOf(SignalWireRestError.class);
    leftovers.finish();

    assertThat(report.toString(UTF_8).strip())
        .isEqualTo(
            "Left behind: stream of room standup to rtmp://live.example.com/***, id "
                + stream.get().getId());
  }

  @ParameterizedTest
  @CsvSource({
    "rtmp://live.example.com/app/KEY, rtmp://live.example.com/***",
    "rtmps://live.example.com:443/app/KEY/, rtmps://live.example.com:443/***",
    "rtmp://live.example.com/app/KEY?sig=ab/cd==, rtmp://live.example.com/***",
    "rtmp://user:KEY@live.example.com/app, ***",
    "rtmp://user:KE/Y@live.example.com/app, ***",
    "rtmp://live.example.com, ***",
    "KEY, ***",
  })
  void withoutKey_anyUrl_showsOnlyItsHost(String url, String shown) {
    assertThat(TemporaryStream.withoutKey(url)).isEqualTo(shown);
  }

  static Stream<Failure> failuresAfterTheWork() {
    return Stream.of(
        Failure.responseLost(),
        Failure.status(200).body("{"),
        Failure.status(408),
        Failure.status(502));
  }

  @ParameterizedTest
  @MethodSource("failuresAfterTheWork")
  void create_mayHaveTakenEffect_findsAndDeletesTheLeftover(Failure failure) {
    try (FakeSpace space = FakeSpace.start()) {
      Room room = room(space);
      Leftovers.Kind<VideoStream> stream =
          new TemporaryStream(space.getClient().video(), room, TARGET) {
            @Override
            public VideoStream create() {
              super.create();
              throw failureOf(space, failure);
            }
          };

      assertThatThrownBy(() -> leftovers.create(stream)).isInstanceOf(SignalWireRestError.class);
      leftovers.finish();

      assertThat(space.getStreams(room.getId())).isEmpty();
      assertThat(report.toString(UTF_8)).isEmpty();
    }
  }

  @Test
  void create_rejected_doesNotSearch(FakeSpace space) {
    TemporaryStream stream = new TemporaryStream(space.getClient().video(), room(space), TARGET);
    space.failNext(Failure.status(401).onOperation("create_room_stream"));
    int before = space.getRequests().size();

    assertThatThrownBy(() -> leftovers.create(stream)).isInstanceOf(SignalWireRestError.class);
    leftovers.finish();

    assertThat(space.getRequests()).hasSize(before + 1);
    assertThat(report.toString(UTF_8)).isEmpty();
  }

  @Test
  void create_responseLostAndLookupFails_reportsThePossibleLeftover(FakeSpace space) {
    SignalWireRestClient once = space.getClient().withOptions(o -> o.maxRetries(0));
    TemporaryStream stream = new TemporaryStream(once.video(), room(space), TARGET);
    space.failNext(Failure.responseLost().onOperation("create_room_stream"));
    space.failNext(Failure.status(500).onOperation("list_room_streams"));

    assertThatThrownBy(() -> leftovers.create(stream))
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    leftovers.finish();

    assertThat(report.toString(UTF_8).strip())
        .isEqualTo(
            "May be left behind: stream of room standup to rtmp://live.example.com/***"
                + " (its creation was not confirmed)");
  }

  @Test
  void close_interruptedThread_deletesAndPreservesTheInterrupt(FakeSpace space) {
    Temporary<VideoStream> stream = stream(space);
    Thread.currentThread().interrupt();

    stream.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(space.getRequests()).last().matches(request -> request.getMethod().equals("DELETE"));
  }

  /** Before the server has the request, and after it has carried it out. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void close_interruptedDuringTheDelete_deletesAndPreservesTheInterrupt(boolean carriedOut)
      throws Exception {
    try (FakeSpace space = FakeSpace.start()) {
      Room room = room(space);
      Thread program = Thread.currentThread();
      TemporaryStream kind =
          new TemporaryStream(space.getClient().video(), room, TARGET) {
            private boolean again;

            @Override
            public void delete(VideoStream stream) {
              if (again) {
                super.delete(stream);
                return;
              }
              again = true;
              if (carriedOut) {
                super.delete(stream);
              }
              program.interrupt();
              super.delete(stream);
            }
          };

      leftovers.create(kind).close();
      assertThat(Thread.interrupted()).isTrue();
      leftovers.finish();

      assertThat(space.getStreams(room.getId())).isEmpty();
      assertThat(report.toString(UTF_8)).isEmpty();
    }
  }

  @Test
  void create_interruptedDuringTheLookup_findsAndDeletesTheLeftover(FakeSpace space) {
    Room room = room(space);
    SignalWireRestClient once = space.getClient().withOptions(o -> o.maxRetries(0));
    TemporaryStream kind =
        new TemporaryStream(once.video(), room, TARGET) {
          private boolean again;

          @Override
          public Optional<VideoStream> find() {
            if (!again) {
              again = true;
              Thread.currentThread().interrupt();
            }
            return super.find();
          }
        };
    space.failNext(Failure.responseLost().onOperation("create_room_stream"));

    assertThatThrownBy(() -> leftovers.create(kind)).isInstanceOf(SignalWireRestError.class);
    assertThat(Thread.interrupted()).isTrue();
    leftovers.finish();

    assertThat(space.getStreams(room.getId())).isEmpty();
    assertThat(report.toString(UTF_8)).isEmpty();
  }

  @Test
  void hook_cleanupTakesTooLong_reportsTheId(FakeSpace space) throws Exception {
    String id = stream(space).get().getId();
    Thread program = new Thread(() -> {});

    run(leftovers.hook(program, Duration.ofMillis(1)));

    assertThat(report.toString(UTF_8)).startsWith("Left behind: stream").contains(id);
  }

  @Test
  void hook_duringTheCreate_reportsThePossibleLeftover(FakeSpace space) throws Exception {
    Thread hook = leftovers.hook(new Thread(() -> {}), Duration.ofMillis(1));
    Leftovers.Kind<VideoStream> stoppedMeanwhile =
        new TemporaryStream(space.getClient().video(), room(space), TARGET) {
          @Override
          public VideoStream create() {
            VideoStream stream = super.create();
            uncheckedRun(hook);
            return stream;
          }
        };

    leftovers.create(stoppedMeanwhile);

    assertThat(report.toString(UTF_8)).startsWith("May be left behind: stream");
  }

  @Test
  void hook_afterFinish_endsAtOnceWithoutAnInterrupt() throws Exception {
    leftovers.finish();

    run(leftovers.hook(Thread.currentThread(), Duration.ofDays(1)));

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(report.toString(UTF_8)).isEmpty();
  }

  private Temporary<VideoStream> stream(FakeSpace space) {
    return leftovers.create(new TemporaryStream(space.getClient().video(), room(space), TARGET));
  }

  private static Room room(FakeSpace space) {
    return space.addRoom(CreateRoomRequest.builder().name("standup").build());
  }

  private static SignalWireRestError failureOf(FakeSpace space, Failure failure) {
    space.failNext(failure.onOperation("create_room"));
    return catchThrowableOfType(
        SignalWireRestError.class,
        () -> space.getClient().video().rooms().create(room -> room.name("other")));
  }

  private static void run(Thread hook) throws InterruptedException {
    hook.start();
    hook.join();
  }

  private static void uncheckedRun(Thread hook) {
    try {
      run(hook);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
