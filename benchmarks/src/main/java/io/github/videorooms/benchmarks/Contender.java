package io.github.videorooms.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One way of calling the API: the calls that are measured, each returning what its own users would
 * get.
 */
interface Contender extends AutoCloseable {
  String FACADE = "VideoRooms";
  String OKHTTP = "OkHttp+Gson";
  String JAVA_HTTP = "java.net.http+Gson";
  String SOCKET = "socket";

  static Contender open(String name, int port) {
    return switch (name) {
      case FACADE -> new FacadeContender(port);
      case OKHTTP -> new OkHttpContender(port);
      case JAVA_HTTP -> new JavaHttpContender(port);
      case SOCKET -> new SocketContender(port);
      default -> throw new IllegalArgumentException("no contender: " + name);
    };
  }

  Object createStream(String roomId, String url);

  CompletableFuture<?> createStreamAsync(String roomId, String url);

  /** Creates a stream that is refused, and returns the error. */
  Object refusedStream(String roomId, String url);

  Object getRoom(String id);

  /** Returns the rooms of the first page. */
  Object list(int pageSize);

  /** Hands over all rooms, page after page. */
  void walk(int pageSize, int total, Consumer<Object> rooms);

  @Override
  void close();
}
