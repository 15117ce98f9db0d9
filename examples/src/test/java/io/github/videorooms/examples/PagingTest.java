package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.Paged;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The space has 120 rooms, which are three pages of the usual size. */
@ExtendWith(FakeSpaceExtension.class)
class PagingTest {
  private static final Failure REJECTION = Failure.status(401).onOperation("list_rooms");

  @Test
  void names_threePages_returnsAll(FakeSpace space) {
    assertThat(Paging.names(rooms(space))).isEqualTo(allNames());
    assertThat(space.getRequests()).hasSize(3);
  }

  @Test
  void firstOfTeam_onTheFirstPage_requestsNoOtherPage(FakeSpace space) {
    assertThat(Paging.firstOfTeam(rooms(space), "team-7"))
        .hasValueSatisfying(room -> assertThat(room.getName()).isEqualTo("room-7"));
    assertThat(space.getRequests()).hasSize(1);
  }

  @Test
  void occupied_query_isSentWithEachPage(FakeSpace space) {
    assertThat(Paging.occupied(rooms(space))).hasSize(120);
    assertThat(space.getRequests())
        .extracting(request -> request.getQueryParameter("include_active_session"))
        .containsExactly("true", "true");
  }

  @Test
  void someNames_moreRooms_returnsOnlyOnePage(FakeSpace space) {
    assertThat(Paging.someNames(rooms(space))).isEqualTo(allNames().subList(0, 20));
    assertThat(space.getRequests()).hasSize(1);
  }

  @Test
  void export_interruptedAndRestarted_missesNothing(FakeSpace space) {
    VideoRooms rooms = rooms(space);
    Notebook notebook = new Notebook();
    List<String> names = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Paging.export(
                    rooms,
                    room -> {
                      names.add(room.getName());
                      if (names.size() == 100) {
                        space.failNext(REJECTION);
                      }
                    },
                    notebook))
        .isInstanceOf(SignalWireRestError.class);

    Paging.export(rooms, room -> names.add(room.getName()), notebook);

    assertThat(names).isEqualTo(allNames());
  }

  @Test
  void exportInTwoGoes_secondPageFails_continuesWithIt(FakeSpace space) {
    List<String> names = new ArrayList<>();

    Paging.exportInTwoGoes(
        rooms(space),
        room -> {
          names.add(room.getName());
          if (names.size() == 50) {
            space.failNext(REJECTION);
          }
        });

    assertThat(names).isEqualTo(allNames());
  }

  @Test
  void exportInTwoGoes_firstPageFails_throws(FakeSpace space) {
    VideoRooms rooms = rooms(space);
    space.failNext(REJECTION);

    assertThatThrownBy(() -> Paging.exportInTwoGoes(rooms, room -> {}))
        .isInstanceOf(SignalWireRestError.class);
  }

  @Test
  void exportAsync_threePages_visitsAllInOrder(FakeSpace space) {
    List<String> names = new ArrayList<>();

    Paging.exportAsync(rooms(space).list(), room -> names.add(room.getName()), new Notebook())
        .join();

    assertThat(names).isEqualTo(allNames());
    assertThat(space.getRequests()).hasSize(3);
  }

  @Test
  void exportAsync_pageFails_continuesWithItLater(FakeSpace space) {
    Notebook notebook = new Notebook();
    List<String> names = new ArrayList<>();
    Paged<Room> rooms = rooms(space).list();
    CompletableFuture<?> broken =
        Paging.exportAsync(
            rooms,
            room -> {
              names.add(room.getName());
              if (names.size() == 50) {
                space.failNext(REJECTION);
              }
            },
            notebook);
    assertThatThrownBy(broken::join).hasCauseInstanceOf(SignalWireRestError.class);

    Paging.exportAsync(
            rooms.fromCursor(notebook.load()), room -> names.add(room.getName()), notebook)
        .join();

    assertThat(names).isEqualTo(allNames());
    assertThat(notebook.load()).isNull();
  }

  private static VideoRooms rooms(FakeSpace space) {
    for (String name : allNames()) {
      space.addRoom(
          CreateRoomRequest.builder()
              .name(name)
              .meta(Map.of("team", name.replace("room", "team")))
              .build());
    }
    return space.getClient().video().rooms();
  }

  private static List<String> allNames() {
    return IntStream.range(0, 120).mapToObj(i -> "room-" + i).collect(Collectors.toList());
  }

  private static final class Notebook implements Paging.Bookmark {
    private @Nullable String cursor;

    @Override
    public @Nullable String load() {
      return cursor;
    }

    @Override
    public void save(@Nullable String cursor) {
      this.cursor = cursor;
    }
  }
}
