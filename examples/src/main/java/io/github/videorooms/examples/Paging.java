package io.github.videorooms.examples;

import io.github.videorooms.Page;
import io.github.videorooms.Paged;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.VideoStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ways to read a list in the docs. */
final class Paging {
  private Paging() {}

  static List<String> names(VideoRooms rooms) {
    List<String> names = new ArrayList<>();
    for (Room room : rooms.list()) {
      names.add(room.getName());
    }
    return names;
  }

  static Optional<Room> firstOfTeam(VideoRooms rooms, String team) {
    return rooms.list().stream()
        .filter(room -> room.getMeta() != null && team.equals(room.getMeta().get("team")))
        .findFirst();
  }

  static Paged<Room> occupied(VideoRooms rooms) {
    return rooms.list(q -> q.includeActiveSession(true).pageSize(100));
  }

  static List<String> someNames(VideoRooms rooms) {
    Page<Room> page = rooms.list(q -> q.pageSize(20)).firstPage();
    return page.getItems().stream().map(Room::getName).collect(Collectors.toList());
  }

  static Paged<Room> untilMay(VideoRooms rooms) {
    return rooms.list(q -> q.startsAfter(Instant.now()).endsBefore("2026-05-01"));
  }

  static Paged<VideoStream> streams(VideoRooms rooms, Room room) {
    return rooms.listStreams(room.getId()).withParameter("page_size", "100");
  }

  /** Where a job saves its progress. */
  interface Bookmark {
    @Nullable String load();

    void save(@Nullable String cursor);
  }

  static void export(VideoRooms rooms, Consumer<Room> target, Bookmark bookmark) {
    String cursor = bookmark.load();
    Paged<Room> rest = cursor == null ? rooms.list() : rooms.list().fromCursor(cursor);
    for (Page<Room> page : rest.byPage()) {
      page.getItems().forEach(target);
      bookmark.save(page.getNextCursor());
    }
  }

  static void exportInTwoGoes(VideoRooms rooms, Consumer<Room> target) {
    try {
      rooms.list().forEach(target);
    } catch (SignalWireRestError e) {
      String cursor = e.getCursor();
      if (cursor == null) {
        throw e; // not even the first page arrived
      }
      rooms.list().fromCursor(cursor).forEach(target);
    }
  }

  static CompletableFuture<@Nullable Void> exportAsync(
      Paged<Room> list, Consumer<Room> target, Bookmark bookmark) {
    return list.forEachAsync(target)
        .whenComplete(
            (nothing, error) -> {
              if (error == null) {
                bookmark.save(null);
              } else if (error instanceof SignalWireRestError) {
                bookmark.save(((SignalWireRestError) error).getCursor());
              }
            });
  }
}
