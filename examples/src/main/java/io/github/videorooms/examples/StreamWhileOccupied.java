package io.github.videorooms.examples;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.Video;
import io.github.videorooms.api.RoomSessionsApi.ListRoomSessionsQuery;
import io.github.videorooms.examples.Leftovers.Temporary;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.SessionStatus;
import io.github.videorooms.model.VideoStream;
import java.util.concurrent.TimeUnit;

/**
 * Streams a room for as long as a session is running in it, and then deletes the stream; if it
 * cannot, because the API does not respond, it reports the stream's id on standard error.
 *
 * <p>It exits with 0, with 1 if a call failed or standard output cannot be written, and with 2 if
 * an argument or a setting is missing.
 */
public final class StreamWhileOccupied {
  private static final String TARGET = "STREAM_URL";

  /** The time between two polls of the room. */
  interface Pause {
    void pass() throws InterruptedException;
  }

  private final Video video;
  private final Pause pause;
  private final Leftovers leftovers;

  StreamWhileOccupied(Video video, Pause pause, Leftovers leftovers) {
    this.video = video;
    this.pause = pause;
    this.leftovers = leftovers;
  }

  public static void main(String[] arguments) {
    String target = System.getenv(TARGET);
    if (arguments.length != 1 || target == null) {
      System.err.println("Usage: StreamWhileOccupied <room>, with the RTMP URL in " + TARGET);
      System.exit(2);
    }
    Leftovers leftovers = new Leftovers(System.err);
    leftovers.cleanUpOnShutdown();
    int status = 1;
    try {
      status = run(arguments[0], target, leftovers);
    } finally {
      leftovers.finish();
    }
    System.exit(status);
  }

  private static int run(String room, String target, Leftovers leftovers) {
    try (SignalWireRestClient client = SignalWireRestClient.fromEnv()) {
      boolean streamed =
          new StreamWhileOccupied(client.video(), () -> TimeUnit.SECONDS.sleep(5), leftovers)
              .stream(room, target);
      System.out.println(
          streamed ? "Streamed until the room was empty." : "Nobody is in the room.");
      if (System.out.checkError()) {
        System.err.println("Standard output cannot be written.");
        return 1;
      }
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (InterruptedException e) {
      System.err.println("Stopped before the room was empty.");
    } catch (SignalWireRestError e) {
      System.err.println(
          Thread.currentThread().isInterrupted()
              ? "Stopped before the room was empty."
              : "Failed: " + e.getMessage());
    }
    return 1;
  }

  /**
   * Streams until nobody is in the room.
   *
   * @return whether anybody was in the room; if not, no stream was started
   * @throws InterruptedException if the thread was interrupted, after the stream was stopped
   */
  boolean stream(String roomName, String target) throws InterruptedException {
    Room room = video.rooms().getByName(roomName);
    if (!isOccupied(room)) {
      return false;
    }
    try (Temporary<VideoStream> stream =
        leftovers.create(new TemporaryStream(video, room, target))) {
      do {
        pause.pass();
      } while (isOccupied(room));
    }
    return true;
  }

  /** A session lasts from the moment the first participant joins until the last one leaves. */
  private boolean isOccupied(Room room) {
    ListRoomSessionsQuery running =
        ListRoomSessionsQuery.builder()
            .roomId(room.getId())
            .status(SessionStatus.IN_PROGRESS)
            .build();
    return video.roomSessions().list(running).iterator().hasNext();
  }
}
