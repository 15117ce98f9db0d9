package io.github.videorooms.examples;

import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.Video;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.examples.Leftovers.Temporary;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Layout;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.VideoStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The steps of the quickstart on a space, with a report of each. */
final class Tour {
  private static final String TARGET = "rtmp://live.example.com/app/stream-key";

  private final Video video;
  private final VideoRooms rooms;
  private final PrintStream out;
  private final Leftovers leftovers;

  Tour(Video video, PrintStream out, Leftovers leftovers) {
    this.video = video;
    this.rooms = video.rooms();
    this.out = out;
    this.leftovers = leftovers;
  }

  void run() {
    String name = "quickstart-" + UUID.randomUUID().toString().substring(0, 8);
    try (Temporary<Room> room = leftovers.create(new RoomOfTheTour(name))) {
      stream(room.get());
      change(room.get());
    }
    out.println();
    out.println("Done; nothing is left behind.");
  }

  private void stream(Room room) {
    try (Temporary<VideoStream> stream = leftovers.create(new StreamOfTheTour(room))) {
      step("list rooms", this::firstPage, names -> String.join(", ", names));
      step(
          "list streams",
          () -> rooms.listStreams(room.getId()).stream().collect(Collectors.toList()),
          streams -> streams.stream().map(Tour::masked).collect(Collectors.joining(", ")));
    }
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
        after ->
            "layout " + before.getLayout() + " -> " + after.getLayout() + others(before, after));
  }

  private static String others(Room before, Room after) {
    boolean same =
        before.toUpdateRequest().toBuilder()
            .layout(after.getLayout())
            .build()
            .equals(after.toUpdateRequest());
    return same ? ", everything else unchanged" : ", and other fields: " + after;
  }

  private static String masked(VideoStream stream) {
    String url = stream.getUrl();
    return url == null ? "(no target)" : TemporaryStream.withoutKey(url);
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
    out.printf(Locale.ROOT, "  %-13s ", what); // First, since a space may take its time.
    out.flush();
    long start = System.nanoTime();
    T result;
    try {
      result = action.get();
    } catch (RuntimeException e) {
      out.println();
      throw e;
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    out.printf(Locale.ROOT, "%5d ms   %s%n", millis, outcome.apply(result));
    return result;
  }

  private final class RoomOfTheTour implements Leftovers.Kind<Room> {
    private final String name;

    RoomOfTheTour(String name) {
      this.name = name;
    }

    @Override
    public String label() {
      return "room " + name;
    }

    @Override
    public Room create() {
      return step(
          "create room",
          () ->
              rooms.create(
                  CreateRoomRequest.builder()
                      .name(name)
                      .description("Created by the quickstart")
                      .maxMembers(10)
                      .meta(Map.of("team", "docs"))
                      .build()),
          room -> room.getName() + "  " + room.getId());
    }

    @Override
    public Optional<Room> find() {
      try {
        return Optional.of(rooms.getByName(name));
      } catch (SignalWireRestError e) {
        if (e.isNotFound()) {
          return Optional.empty();
        }
        throw e;
      }
    }

    @Override
    public String idOf(Room room) {
      return room.getId();
    }

    @Override
    public void delete(Room room) {
      step("delete room", () -> rooms.delete(room.getId()), name);
    }
  }

  private final class StreamOfTheTour extends TemporaryStream {
    StreamOfTheTour(Room room) {
      super(video, room, TARGET);
    }

    @Override
    public VideoStream create() {
      return step("start stream", super::create, stream -> masked(stream) + "  " + stream.getId());
    }

    @Override
    public void delete(VideoStream stream) {
      step("stop stream", () -> super.delete(stream), masked(stream));
    }
  }
}
