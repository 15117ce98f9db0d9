package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class FuturesTest {
  private static final String UNKNOWN = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String TARGET = "rtmp://live.example.com/app/key";

  @Test
  void openAndStream_name_createsRoomAndStream(FakeSpace space) {
    Futures.openAndStream(rooms(space), "standup", TARGET).join();

    assertThat(space.getStreams(space.getRooms().get(0).getId()))
        .extracting(stream -> stream.getUrl())
        .containsExactly(TARGET);
  }

  @Test
  void all_ids_returnsTheRoomsInOrder(FakeSpace space) {
    List<Room> made = made(space, 100);

    assertThat(Futures.all(rooms(space), ids(made)).join()).isEqualTo(made);
  }

  @Test
  void allWaiting_ids_returnsTheRoomsInOrder(FakeSpace space) throws Exception {
    List<Room> made = made(space, 20);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      assertThat(Futures.allWaiting(rooms(space), ids(made), threads)).isEqualTo(made);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void report_unknownRoom_receivesTheUnwrappedError(FakeSpace space) throws Exception {
    CompletableFuture<String> shown = new CompletableFuture<>();

    Futures.report(rooms(space), UNKNOWN, (room, text) -> shown.complete(text));

    assertThat(shown.get(1, TimeUnit.MINUTES)).isEqualTo("status 404");
  }

  @Test
  void report_existingRoom_receivesIt(FakeSpace space) throws Exception {
    Room made = made(space, 1).get(0);
    CompletableFuture<Room> shown = new CompletableFuture<>();

    Futures.report(rooms(space), made.getId(), (room, text) -> shown.complete(room));

    assertThat(shown.get(1, TimeUnit.MINUTES)).isEqualTo(made);
  }

  @Test
  void report_callEndsWithAnError_saysSo(FakeSpace space) throws Exception {
    CompletableFuture<String> shown = new CompletableFuture<>();
    try (SignalWireRestClient client =
        space
            .clientBuilder()
            .token(
                () -> {
                  throw new StackOverflowError();
                })
            .build()) {
      Futures.report(client.video().rooms(), UNKNOWN, (room, text) -> shown.complete(text));

      assertThat(shown.get(1, TimeUnit.MINUTES)).isEqualTo("failed: java.lang.StackOverflowError");
    }
  }

  @Test
  void nameOr_unknownRoom_returnsTheFallback(FakeSpace space) {
    assertThat(Futures.nameOr(rooms(space), UNKNOWN, "nobody").join()).isEqualTo("nobody");
  }

  @Test
  void nameOr_otherFailure_stillFails(FakeSpace space) {
    space.failNext(Failure.status(401));

    assertThatThrownBy(Futures.nameOr(rooms(space), UNKNOWN, "nobody")::join)
        .hasCauseInstanceOf(SignalWireRestError.class);
  }

  @Test
  void joined_failure_throwsTheUnwrappedError(FakeSpace space) {
    assertThatThrownBy(() -> Futures.joined(rooms(space).getAsync(UNKNOWN)))
        .isInstanceOf(SignalWireRestError.class);
  }

  @Test
  void cancel_callInProgress_endsItAtOnce(FakeSpace space) {
    space.failNext(Failure.delay(Duration.ofSeconds(30)).optional());
    CompletableFuture<Room> call = rooms(space).getAsync(UNKNOWN);

    call.cancel(true);

    assertThatThrownBy(call::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void callingBack_ownExecutor_completesTheFutures(FakeSpace space) throws Exception {
    Room made = made(space, 1).get(0);
    ExecutorService own = Executors.newSingleThreadExecutor(task -> new Thread(task, "own"));
    try (SignalWireRestClient client = Futures.callingBack(space.clientBuilder(), own)) {
      CompletableFuture<String> thread = new CompletableFuture<>();
      own.execute(
          () ->
              client
                  .video()
                  .rooms()
                  .getAsync(made.getId())
                  .thenAccept(room -> thread.complete(Thread.currentThread().getName())));

      assertThat(thread.get(1, TimeUnit.MINUTES)).isEqualTo("own");
    } finally {
      own.shutdownNow();
    }
  }

  @Test
  void inContext_retriedCall_propagatesToListenerAndStage(FakeSpace space) throws Exception {
    Room made = made(space, 1).get(0);
    space.failNext(Failure.status(500));
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    ExecutorService threads = Executors.newSingleThreadExecutor();
    Futures.CONTEXT.set("order-7");
    try {
      CompletableFuture<String> name =
          Futures.inContext(space.getClient(), made.getId(), threads, log::add);

      assertThat(name.get(1, TimeUnit.MINUTES)).isEqualTo("order-7: room-0");
    } finally {
      Futures.CONTEXT.remove();
      threads.shutdownNow();
    }
    assertThat(log).hasSize(2).allMatch(line -> line.startsWith("order-7: GET"));
  }

  private static VideoRooms rooms(FakeSpace space) {
    return space.getClient().video().rooms();
  }

  private static List<Room> made(FakeSpace space, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> space.addRoom(CreateRoomRequest.builder().name("room-" + i).build()))
        .collect(Collectors.toList());
  }

  private static List<String> ids(List<Room> rooms) {
    return rooms.stream().map(Room::getId).collect(Collectors.toList());
  }
}
