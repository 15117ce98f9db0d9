package io.github.videorooms;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The two ways to make a call, so that one test asks the same of both. */
enum CallStyle {
  SYNC,
  ASYNC;

  <T> T call(Supplier<T> waiting, Supplier<CompletableFuture<T>> async) {
    if (this == SYNC) {
      return waiting.get();
    }
    CompletableFuture<T> future = async.get();
    try {
      return future.join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  void run(Runnable waiting, Supplier<CompletableFuture<Void>> async) {
    this.<Object>call(
        () -> {
          waiting.run();
          return null;
        },
        () -> async.get().thenApply(nothing -> nothing));
  }
}
