package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class ConcurrencyTest {
  private static final int THREADS = 64;
  private static final int NAMES = 8;

  @Test
  void create_sameNameConcurrently_succeedsOnce(FakeSpace space) throws Exception {
    VideoRooms rooms = space.getClient().video().rooms();

    List<Boolean> won =
        atOnce(
            thread -> {
              try {
                rooms.create(CreateRoomRequest.builder().name("room-" + thread % NAMES).build());
                return true;
              } catch (SignalWireRestError e) {
                assertThat(e.hasCode("not_unique_within_project")).isTrue();
                return false;
              }
            });

    assertThat(won).hasSize(THREADS).filteredOn(win -> win).hasSize(NAMES);
    assertThat(space.getRooms()).extracting(Room::getName).doesNotHaveDuplicates().hasSize(NAMES);
    assertThat(space.getRequests()).hasSize(THREADS);
  }

  @Test
  void join_oneRoom_createsOneSessionAndEnforcesTheLimit(FakeSpace space) throws Exception {
    space.addRoom(CreateRoomRequest.builder().name("standup").maxMembers(NAMES).build());
    String token =
        space
            .getClient()
            .video()
            .roomTokens()
            .create(CreateRoomTokenRequest.builder().roomName("standup").build())
            .getToken();

    List<Boolean> won =
        atOnce(
            thread -> {
              try {
                return space.join(token).isInside();
              } catch (IllegalStateException e) {
                return false;
              }
            });

    assertThat(won).hasSize(THREADS).filteredOn(win -> win).hasSize(NAMES);
    assertThat(space.getSessions()).hasSize(1);
    assertThat(space.getSessions().get(0).getMembers()).hasSize(NAMES);
  }

  @Test
  void createStream_oneRoom_enforcesTheLimit(Contract contract) throws Exception {
    FakeSpace space = contract.start(FakeSpace.builder().streamLimit(3));
    String id = space.addRoom(CreateRoomRequest.builder().name("standup").build()).getId();
    VideoRooms rooms = space.getClient().video().rooms();

    List<Boolean> won =
        atOnce(
            thread -> {
              try {
                rooms.createStream(id, "rtmp://live.example.com/" + thread);
                return true;
              } catch (SignalWireRestError e) {
                assertThat(e.hasCode("exceeds_platform_stream_limit")).isTrue();
                return false;
              }
            });

    assertThat(won).filteredOn(win -> win).hasSize(3);
    assertThat(space.getStreams(id)).hasSize(3);
  }

  @Test
  void delayedCalls_sixtyFour_runConcurrently(FakeSpace space) throws Exception {
    space.failNext(Failure.delay(Duration.ofSeconds(1)).times(THREADS));
    VideoRooms rooms = space.getClient().video().rooms();
    long start = System.nanoTime();

    List<Integer> sizes = atOnce(thread -> rooms.list().firstPage().getItems().size());

    assertThat(sizes).hasSize(THREADS).containsOnly(0);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  private static <T> List<T> atOnce(Work<T> work) throws Exception {
    CountDownLatch ready = new CountDownLatch(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<T>> tasks =
          IntStream.range(0, THREADS)
              .<Callable<T>>mapToObj(
                  thread ->
                      () -> {
                        ready.countDown();
                        ready.await();
                        return work.run(thread);
                      })
              .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private interface Work<T> {
    T run(int thread);
  }
}
