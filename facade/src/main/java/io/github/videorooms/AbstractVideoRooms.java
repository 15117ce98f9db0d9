package io.github.videorooms;

import io.github.videorooms.api.RoomsApi;
import io.github.videorooms.api.RoomsApi.GetRoomQuery;
import io.github.videorooms.model.Room;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import retrofit2.Response;

/**
 * What is more than an operation of {@link VideoRooms}: the API has one address for the ids and the
 * names of rooms.
 */
abstract class AbstractVideoRooms extends Resource<RoomsApi> {
  AbstractVideoRooms(Calls calls) {
    super(RoomsApi.class, calls);
  }

  /**
   * Gets a room by its name: {@code get_room}.
   *
   * <p>The API has one address for ids and names. Which room it returns where the name is also the
   * id of another room is not documented; that other room is refused.
   *
   * @param name the room's name
   * @return the room
   * @throws SignalWireRestError if the call fails
   * @throws SignalWireRestDecodingError if the API returned a room of another name
   */
  public Room getByName(String name) {
    return byName(name, Map.of());
  }

  /**
   * Gets a room by its name: {@code get_room}.
   *
   * @param name the room's name
   * @param query sets what to include
   * @return the room
   * @throws SignalWireRestError if the call fails
   * @throws SignalWireRestDecodingError if the API returned a room of another name
   */
  public Room getByName(String name, Consumer<GetRoomQuery.Builder> query) {
    return byName(name, filled(GetRoomQuery.builder(), query, "query").build().toMap());
  }

  /**
   * Gets a room by its name: {@code get_room}.
   *
   * @param name the room's name
   * @param query what to include
   * @return the room
   * @throws SignalWireRestError if the call fails
   * @throws SignalWireRestDecodingError if the API returned a room of another name
   */
  public Room getByName(String name, GetRoomQuery query) {
    return byName(name, parameters(query));
  }

  /**
   * Asynchronous variant of {@link #getByName(String)}.
   *
   * @param name the room's name
   * @return a future that completes with the room, or fails with a {@link SignalWireRestError}
   */
  public CompletableFuture<Room> getByNameAsync(String name) {
    return byNameAsync(name, Map.of());
  }

  /**
   * Asynchronous variant of {@link #getByName(String, Consumer)}.
   *
   * @param name the room's name
   * @param query sets what to include
   * @return a future that completes with the room, or fails with a {@link SignalWireRestError}
   */
  public CompletableFuture<Room> getByNameAsync(String name, Consumer<GetRoomQuery.Builder> query) {
    return byNameAsync(name, filled(GetRoomQuery.builder(), query, "query").build().toMap());
  }

  /**
   * Asynchronous variant of {@link #getByName(String, RoomsApi.GetRoomQuery)}.
   *
   * @param name the room's name
   * @param query what to include
   * @return a future that completes with the room, or fails with a {@link SignalWireRestError}
   */
  public CompletableFuture<Room> getByNameAsync(String name, GetRoomQuery query) {
    return byNameAsync(name, parameters(query));
  }

  private Room byName(String name, Map<String, String> query) {
    return calls.execute(
        api.getRoom(check(name, "name"), query), response -> named(name, response));
  }

  private CompletableFuture<Room> byNameAsync(String name, Map<String, String> query) {
    return calls.executeAsync(
        api.getRoom(check(name, "name"), query), response -> named(name, response));
  }

  private static Room named(String name, Response<Room> response) throws UnreadableBody {
    Room room = Calls.Reading.body(response);
    if (!room.getName().equalsIgnoreCase(name)) {
      throw new UnreadableBody(
          "the API returned a different room, whose id equals the requested name",
          "$.name",
          null,
          null);
    }
    return room;
  }
}
