package io.github.videorooms.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One way of calling the API: the measured calls, each of which returns what its users would get.
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
      default -> throw new IllegalArgumentException("unknown contender: " + name);
    };
  }

  Object createStream(String roomId, String url);

  CompletableFuture<?> createStreamAsync(String roomId, String url);

  /** Creates a stream that is rejected, and returns the error. */
  Object refusedStream(String roomId, String url);

  Object getRoom(String id);

  /** Returns the rooms of the first page. */
  Object list(int pageSize);

  /** Passes on all rooms, page by page. */
  void walk(int pageSize, int total, Consumer<Object> rooms);

  @Override
  void close();
}
