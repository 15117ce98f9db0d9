package io.github.videorooms.benchmarks;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.api.RoomsApi.ListRoomsQuery;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** This client, used as in its README. */
final class FacadeContender implements Contender {
  private final SignalWireRestClient client;
  private final VideoRooms rooms;

  FacadeContender(int port) {
    client = client(port);
    rooms = client.video().rooms();
  }

  static SignalWireRestClient client(int port) {
    return SignalWireRestClient.builder()
        .project("project")
        .token("token")
        .space("127.0.0.1:" + port)
        .build();
  }

  @Override
  public Object createStream(String roomId, String url) {
    return rooms.createStream(roomId, url);
  }

  @Override
  public CompletableFuture<?> createStreamAsync(String roomId, String url) {
    return rooms.createStreamAsync(roomId, url);
  }

  @Override
  public Object refusedStream(String roomId, String url) {
    try {
      throw new AssertionError(rooms.createStream(roomId, url));
    } catch (SignalWireRestError e) {
      return e;
    }
  }

  @Override
  public Object getRoom(String id) {
    return rooms.get(id);
  }

  @Override
  public Object list(int pageSize) {
    return rooms.list(ListRoomsQuery.builder().pageSize(pageSize).build()).firstPage().getItems();
  }

  @Override
  public void walk(int pageSize, int total, Consumer<Object> each) {
    ListRoomsQuery query =
        ListRoomsQuery.builder()
            .pageSize(pageSize)
            .putExtra("total", Integer.toString(total))
            .build();
    rooms.list(query).forEach(each);
  }

  @Override
  public void close() {
    client.close();
  }
}
