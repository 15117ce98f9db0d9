package io.github.videorooms.examples;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.Video;
import io.github.videorooms.api.RoomSessionsApi.ListRoomSessionsQuery;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.SessionStatus;
import io.github.videorooms.model.VideoStream;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Streams a room for as long as a session is running in it, and leaves no stream behind. */
public final class StreamWhileOccupied {
  private static final String TARGET = "STREAM_URL";

  /** The time between two looks at the room. */
  interface Pause {
    void pass() throws InterruptedException;
  }

  /** What is done at the end, whatever happened before. */
  private interface Undo extends AutoCloseable {
    @Override
    void close();
  }

  private final Video video;
  private final Pause pause;

  StreamWhileOccupied(Video video, Pause pause) {
    this.video = video;
    this.pause = pause;
  }

  public static void main(String[] arguments) {
    String target = System.getenv(TARGET);
    if (arguments.length != 1 || target == null) {
      System.err.println("Usage: StreamWhileOccupied <room>, with the RTMP address in " + TARGET);
      System.exit(2);
    }
    stopOnCtrlC(Thread.currentThread());
    try (SignalWireRestClient client = SignalWireRestClient.fromEnv()) {
      boolean streamed =
          new StreamWhileOccupied(client.video(), () -> TimeUnit.SECONDS.sleep(5))
              .stream(arguments[0], target);
      System.out.println(streamed ? "Streamed until the room was empty." : "Nobody is there.");
    } catch (InterruptedException e) {
      System.out.println("Stopped before the room was empty.");
    }
  }

  /**
   * Streams until nobody is in the room.
   *
   * @return whether anybody was there at all; if not, no stream was started
   * @throws InterruptedException if the thread was interrupted, after the stream was stopped
   */
  boolean stream(String roomName, String target) throws InterruptedException {
    Room room = video.rooms().getByName(roomName);
    if (!isOccupied(room)) {
      return false;
    }
    VideoStream stream = start(room, target);
    try (Undo undo = () -> undisturbed(() -> stop(stream))) {
      do {
        pause.pass();
      } while (isOccupied(room));
    }
    return true;
  }

  /** A session lasts from the first person who enters a room to the last who leaves. */
  private boolean isOccupied(Room room) {
    ListRoomSessionsQuery running =
        ListRoomSessionsQuery.builder()
            .roomId(room.getId())
            .status(SessionStatus.IN_PROGRESS)
            .build();
    return video.roomSessions().list(running).iterator().hasNext();
  }

  /** A start that failed may have started a stream all the same, if just its answer was lost. */
  private VideoStream start(Room room, String target) {
    Set<String> before =
        streamsTo(target, room).map(VideoStream::getId).collect(Collectors.toSet());
    try {
      return video.rooms().createStream(room.getId(), target);
    } catch (SignalWireRestError e) {
      try {
        undisturbed(
            () ->
                streamsTo(target, room)
                    .filter(stream -> !before.contains(stream.getId()))
                    .forEach(this::stop));
      } catch (SignalWireRestError another) {
        e.addSuppressed(another);
      }
      throw e;
    }
  }

  private Stream<VideoStream> streamsTo(String target, Room room) {
    return video.rooms().listStreams(room.getId()).stream()
        .filter(stream -> Objects.equals(stream.getUrl(), target));
  }

  /** Stops a stream; one that went with its room is stopped. */
  private void stop(VideoStream stream) {
    try {
      video.streams().delete(stream.getId());
    } catch (SignalWireRestError e) {
      if (!e.isNotFound()) {
        throw e;
      }
    }
  }

  /** Cleans up on an interrupted thread as well, where a call would fail at once. */
  private static void undisturbed(Runnable cleanup) {
    boolean interrupted = Thread.interrupted();
    try {
      cleanup.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void stopOnCtrlC(Thread program) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  program.interrupt();
                  try {
                    program.join(TimeUnit.SECONDS.toMillis(10));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }
}
