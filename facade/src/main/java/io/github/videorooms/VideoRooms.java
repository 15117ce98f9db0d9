package io.github.videorooms;

import static java.util.Objects.requireNonNull;

import io.github.videorooms.api.RoomsApi;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateStreamRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.UpdateRoomRequest;
import io.github.videorooms.model.VideoStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * The rooms of a project, and the streams that they send out.
 *
 * <p>A null argument is a {@link NullPointerException}; an id or name that is blank, {@code .},
 * {@code ..}, longer than 512 characters or has control characters is an {@link
 * IllegalArgumentException}. Both come before any request, from the asynchronous methods too.
 */
public final class VideoRooms extends Resource<RoomsApi> {
  VideoRooms(Calls calls) {
    super(RoomsApi.class, calls);
  }

  /**
   * Lists all rooms: {@code list_rooms}.
   *
   * @return the rooms, read page by page as they are asked for, in no promised order
   */
  public Paged<Room> list() {
    return list(RoomsApi.ListRoomsQuery.builder().build());
  }

  /**
   * Lists rooms: {@code list_rooms}.
   *
   * @param query which rooms, and how many a page
   * @return the rooms, read page by page as they are asked for, in no promised order
   */
  public Paged<Room> list(RoomsApi.ListRoomsQuery query) {
    return list(api::listRooms, query);
  }

  /**
   * Creates a room: {@code create_room}.
   *
   * @param request the room's name, and what else it shall have
   * @return the room
   * @throws SignalWireRestError if the call fails; {@code hasCode("not_unique_within_project")} if
   *     the name is taken
   */
  public Room create(CreateRoomRequest request) {
    return calls.execute(api.createRoom(given(request)));
  }

  /**
   * Does what {@link #create} does, without waiting.
   *
   * @param request the room's name, and what else it shall have
   * @return the room, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Room> createAsync(CreateRoomRequest request) {
    return calls.executeAsync(api.createRoom(given(request)));
  }

  /**
   * Gets a room: {@code get_room}.
   *
   * @param id the room's id
   * @return the room
   * @throws SignalWireRestError if the call fails
   */
  public Room get(String id) {
    return get(id, RoomsApi.GetRoomQuery.builder().build());
  }

  /**
   * Gets a room: {@code get_room}.
   *
   * @param id the room's id
   * @param query what to include
   * @return the room
   * @throws SignalWireRestError if the call fails
   */
  public Room get(String id, RoomsApi.GetRoomQuery query) {
    return calls.execute(api.getRoom(id(id), given(query)));
  }

  /**
   * Does what {@link #get(String)} does, without waiting.
   *
   * @param id the room's id
   * @return the room, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Room> getAsync(String id) {
    return getAsync(id, RoomsApi.GetRoomQuery.builder().build());
  }

  /**
   * Does what {@link #get(String, RoomsApi.GetRoomQuery)} does, without waiting.
   *
   * @param id the room's id
   * @param query what to include
   * @return the room, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Room> getAsync(String id, RoomsApi.GetRoomQuery query) {
    return calls.executeAsync(api.getRoom(id(id), given(query)));
  }

  /**
   * Gets a room by its name: {@code get_room}.
   *
   * <p>The API has one address for ids and names. Where the name is also the id of another room,
   * which of them answers is not known; that other room is refused.
   *
   * @param name the room's name
   * @return the room
   * @throws SignalWireRestError if the call fails
   * @throws SignalWireRestDecodingError if the answer is a room of another name
   */
  public Room getByName(String name) {
    return getByName(name, RoomsApi.GetRoomQuery.builder().build());
  }

  /**
   * Gets a room by its name: {@code get_room}.
   *
   * @param name the room's name
   * @param query what to include
   * @return the room
   * @throws SignalWireRestError if the call fails
   * @throws SignalWireRestDecodingError if the answer is a room of another name
   */
  public Room getByName(String name, RoomsApi.GetRoomQuery query) {
    return calls.execute(byName(name, query), response -> named(name, response));
  }

  /**
   * Does what {@link #getByName(String)} does, without waiting.
   *
   * @param name the room's name
   * @return the room, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Room> getByNameAsync(String name) {
    return getByNameAsync(name, RoomsApi.GetRoomQuery.builder().build());
  }

  /**
   * Does what {@link #getByName(String, RoomsApi.GetRoomQuery)} does, without waiting.
   *
   * @param name the room's name
   * @param query what to include
   * @return the room, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Room> getByNameAsync(String name, RoomsApi.GetRoomQuery query) {
    return calls.executeAsync(byName(name, query), response -> named(name, response));
  }

  /**
   * Changes a room: {@code update_room}. What the request sets is sent, and nothing else.
   *
   * <p>Whether the API keeps what is not sent is not documented; {@link #modify} leaves nothing
   * out.
   *
   * @param id the room's id
   * @param request what to change
   * @return the room as it is now
   * @throws SignalWireRestError if the call fails
   */
  public Room update(String id, UpdateRoomRequest request) {
    return calls.execute(api.updateRoom(id(id), given(request)));
  }

  /**
   * Does what {@link #update} does, without waiting.
   *
   * @param id the room's id
   * @param request what to change
   * @return the room as it is now, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Room> updateAsync(String id, UpdateRoomRequest request) {
    return calls.executeAsync(api.updateRoom(id(id), given(request)));
  }

  /**
   * Changes a room and keeps the rest of it: reads it, applies the change, sends all that an update
   * can set: {@code get_room}, then {@code update_room}.
   *
   * <p>The two requests are not one step: of two programs that modify a room at once, the last
   * writer wins.
   *
   * @param id the room's id
   * @param change sets what shall be different
   * @return the room as it is now
   * @throws SignalWireRestError if one of the calls fails
   */
  public Room modify(String id, Consumer<UpdateRoomRequest.Builder> change) {
    requireNonNull(change, "change");
    return update(id, changed(get(id), change));
  }

  /**
   * Does what {@link #modify} does, without waiting.
   *
   * @param id the room's id
   * @param change sets what shall be different; what it throws becomes the failure
   * @return the room as it is now, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Room> modifyAsync(
      String id, Consumer<UpdateRoomRequest.Builder> change) {
    requireNonNull(change, "change");
    return Calls.chain(getAsync(id), room -> updateAsync(id, changed(room, change)));
  }

  /**
   * Deletes a room: {@code delete_room}.
   *
   * @param id the room's id
   * @throws SignalWireRestError if the call fails
   */
  public void delete(String id) {
    calls.executeVoid(api.deleteRoom(id(id)));
  }

  /**
   * Does what {@link #delete} does, without waiting.
   *
   * @param id the room's id
   * @return null, or a {@link SignalWireRestError}
   */
  public CompletableFuture<@Nullable Void> deleteAsync(String id) {
    return calls.executeVoidAsync(api.deleteRoom(id(id)));
  }

  /**
   * Lists the streams of a room: {@code list_room_streams}.
   *
   * @param id the room's id
   * @return the streams, read page by page as they are asked for
   */
  public Paged<VideoStream> listStreams(String id) {
    return listStreams(id, RoomsApi.ListRoomStreamsQuery.builder().build());
  }

  /**
   * Lists the streams of a room: {@code list_room_streams}.
   *
   * @param id the room's id
   * @param query parameters that the document does not name
   * @return the streams, read page by page as they are asked for
   */
  public Paged<VideoStream> listStreams(String id, RoomsApi.ListRoomStreamsQuery query) {
    return list(api::listRoomStreams, id, query);
  }

  /**
   * Starts to stream a room to an RTMP server: {@code create_room_stream}.
   *
   * @param id the room's id
   * @param url the target, {@code rtmp://} or {@code rtmps://}, with its stream key: a secret
   * @return the stream
   * @throws SignalWireRestError if the call fails; {@code hasCode("exceeds_platform_stream_limit")}
   *     if the room has as many streams as it may, {@code hasCode("url_is_unsafe")} if the target
   *     is in a private network
   */
  public VideoStream createStream(String id, String url) {
    return createStream(id, streamTo(url));
  }

  /**
   * Starts to stream a room to an RTMP server: {@code create_room_stream}.
   *
   * @param id the room's id
   * @param request the target
   * @return the stream
   * @throws SignalWireRestError if the call fails
   */
  public VideoStream createStream(String id, CreateStreamRequest request) {
    return calls.execute(api.createRoomStream(id(id), given(request)));
  }

  /**
   * Does what {@link #createStream(String, String)} does, without waiting.
   *
   * @param id the room's id
   * @param url the target, {@code rtmp://} or {@code rtmps://}, with its stream key: a secret
   * @return the stream, or a {@link SignalWireRestError}
   */
  public CompletableFuture<VideoStream> createStreamAsync(String id, String url) {
    return createStreamAsync(id, streamTo(url));
  }

  /**
   * Does what {@link #createStream(String, CreateStreamRequest)} does, without waiting.
   *
   * @param id the room's id
   * @param request the target
   * @return the stream, or a {@link SignalWireRestError}
   */
  public CompletableFuture<VideoStream> createStreamAsync(String id, CreateStreamRequest request) {
    return calls.executeAsync(api.createRoomStream(id(id), given(request)));
  }

  private Call<Room> byName(String name, RoomsApi.GetRoomQuery query) {
    return api.getRoom(check(name, "name"), given(query));
  }

  private static UpdateRoomRequest changed(Room room, Consumer<UpdateRoomRequest.Builder> change) {
    UpdateRoomRequest.Builder builder = room.toUpdateRequest().toBuilder();
    change.accept(builder);
    return builder.build();
  }

  private static Room named(String name, Response<Room> response) throws UnreadableBody {
    Room room = Calls.Reading.body(response);
    if (!room.getName().equalsIgnoreCase(name)) {
      throw new UnreadableBody(
          "it is another room, of which the name is the id", "$.name", null, null);
    }
    return room;
  }
}
