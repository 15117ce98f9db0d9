package io.github.videorooms.examples;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.VideoStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The asynchronous calls in the docs. */
final class Futures {
  private Futures() {}

  static CompletableFuture<VideoStream> openAndStream(VideoRooms rooms, String name, String url) {
    return rooms
        .createAsync(r -> r.name(name))
        .thenCompose(room -> rooms.createStreamAsync(room.getId(), url));
  }

  static CompletableFuture<List<Room>> all(VideoRooms rooms, Collection<String> ids) {
    List<CompletableFuture<Room>> calls =
        ids.stream().map(rooms::getAsync).collect(Collectors.toList());
    return CompletableFuture.allOf(calls.toArray(new CompletableFuture<?>[0]))
        .thenApply(
            done -> calls.stream().map(CompletableFuture::join).collect(Collectors.toList()));
  }

  static void report(VideoRooms rooms, String id, BiConsumer<@Nullable Room, String> screen) {
    rooms
        .getAsync(id)
        .whenComplete(
            (room, error) -> {
              if (error == null) {
                screen.accept(room, "found");
              } else if (error instanceof SignalWireRestError) {
                screen.accept(null, "status " + ((SignalWireRestError) error).getStatusCode());
              } else {
                screen.accept(null, "failed: " + error); // cancelled, or an Error
              }
            });
  }

  static CompletableFuture<String> nameOr(VideoRooms rooms, String id, String other) {
    return rooms
        .getAsync(id)
        .thenApply(Room::getName)
        .exceptionally(
            error -> {
              if (error.getCause() instanceof SignalWireRestError
                  && ((SignalWireRestError) error.getCause()).isNotFound()) {
                return other;
              }
              throw (CompletionException) error;
            });
  }

  static Room joined(CompletableFuture<Room> call) {
    try {
      return call.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SignalWireRestError) {
        throw (SignalWireRestError) e.getCause();
      }
      throw e;
    }
  }

  static SignalWireRestClient callingBack(SignalWireRestClient.Builder builder, Executor own) {
    return builder.callbackExecutor(own).build();
  }

  /** The context of a thread, such as a logging context or a trace. */
  static final ThreadLocal<String> CONTEXT = new ThreadLocal<>();

  static CompletableFuture<String> inContext(
      SignalWireRestClient client, String id, Executor threads, Consumer<String> log) {
    String context = CONTEXT.get(); // captured on the calling thread
    Executor inContext =
        task ->
            threads.execute(
                () -> {
                  CONTEXT.set(context);
                  try {
                    task.run();
                  } finally {
                    CONTEXT.remove();
                  }
                });
    return client
        .withOptions(o -> o.listener(attempt -> log.accept(context + ": " + attempt)))
        .video()
        .rooms()
        .getAsync(id)
        .thenApplyAsync(room -> CONTEXT.get() + ": " + room.getName(), inContext);
  }

  static List<Room> allWaiting(VideoRooms rooms, Collection<String> ids, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<Future<Room>> calls = new ArrayList<>();
    for (String id : ids) {
      calls.add(threads.submit(() -> rooms.get(id)));
    }
    List<Room> found = new ArrayList<>();
    for (Future<Room> call : calls) {
      found.add(call.get());
    }
    return found;
  }
}
