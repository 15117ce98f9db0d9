package io.github.videorooms.examples;

import io.github.videorooms.Video;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Layout;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.VideoStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the quickstart does on a space, step by step, with an account of each. */
final class Tour {
  private static final String TARGET = "rtmp://live.example.com/app/stream-key";

  /** What is done at the end, whatever happened before. */
  private interface Undo extends AutoCloseable {
    @Override
    void close();
  }

  private final Video video;
  private final VideoRooms rooms;
  private final PrintStream out;

  Tour(Video video, PrintStream out) {
    this.video = video;
    this.rooms = video.rooms();
    this.out = out;
  }

  void run() {
    String name = "quickstart-" + UUID.randomUUID().toString().substring(0, 8);
    Room room =
        step(
            "create room",
            () ->
                rooms.create(
                    CreateRoomRequest.builder()
                        .name(name)
                        .description("Made by the quickstart")
                        .maxMembers(10)
                        .meta(Map.of("team", "docs"))
                        .build()),
            made -> made.getName() + "  " + made.getId());
    try (Undo undo = () -> step("delete room", () -> rooms.delete(room.getId()), name)) {
      stream(room);
      change(room);
    }
    out.println();
    out.println("Done; nothing is left behind.");
  }

  private void stream(Room room) {
    VideoStream stream =
        step(
            "start stream",
            () -> rooms.createStream(room.getId(), TARGET),
            made -> masked(made) + "  " + made.getId());
    try (Undo undo = () -> step("stop stream", () -> delete(stream), masked(stream))) {
      step("list rooms", this::firstPage, names -> String.join(", ", names));
      step(
          "list streams",
          () -> rooms.listStreams(room.getId()).stream().collect(Collectors.toList()),
          streams -> streams.stream().map(Tour::masked).collect(Collectors.joining(", ")));
    }
  }

  private void delete(VideoStream stream) {
    video.streams().delete(stream.getId());
  }

  private List<String> firstPage() {
    return rooms.list().firstPage().getItems().stream()
        .map(Room::getName)
        .collect(Collectors.toList());
  }

  private void change(Room before) {
    step(
        "update room",
        () -> rooms.modify(before.getId(), room -> room.layout(Layout.LAYOUT_5X5)),
        after -> "layout " + before.getLayout() + " -> " + after.getLayout() + kept(before, after));
  }

  private static String kept(Room before, Room after) {
    boolean same =
        before.toUpdateRequest().toBuilder()
            .layout(after.getLayout())
            .build()
            .equals(after.toUpdateRequest());
    return same ? ", all else kept" : ", and other fields: " + after;
  }

  /** Shows where a stream goes, without the key that lets anyone send there. */
  private static String masked(VideoStream stream) {
    String url = stream.getUrl();
    return url == null ? "(no target)" : url.replaceAll("[^/]+$", "***");
  }

  private void step(String what, Runnable action, String outcome) {
    step(
        what,
        () -> {
          action.run();
          return outcome;
        },
        Function.identity());
  }

  private <T> T step(String what, Supplier<T> action, Function<T, String> outcome) {
    long start = System.nanoTime();
    T result = action.get();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    out.println(
        String.format(Locale.ROOT, "  %-13s %5d ms   %s", what, millis, outcome.apply(result)));
    return result;
  }
}
