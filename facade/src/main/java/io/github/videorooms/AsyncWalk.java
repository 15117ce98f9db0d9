package io.github.videorooms;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list asynchronously: one page at a time, the next one once all items of the page before
 * were consumed. Each page is consumed by the thread that its future completes on.
 *
 * <p>A page that is there before its request has returned, as with an interceptor that responds by
 * itself, is consumed by the loop that made the request, so that the stack does not grow with the
 * list.
 */
final class AsyncWalk<T> {
  private final Consumer<? super T> action;
  private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
  private final AtomicInteger unread = new AtomicInteger();
  private volatile CompletableFuture<Page<T>> page = new CompletableFuture<>();

  private AsyncWalk(Consumer<? super T> action) {
    this.action = action;
  }

  /**
   * Starts reading.
   *
   * @return a future that ends the walk, and the request in progress, if the caller completes it
   */
  static <T> CompletableFuture<@Nullable Void> start(Paged<T> list, Consumer<? super T> action) {
    AsyncWalk<T> walk = new AsyncWalk<>(action);
    walk.request(list);
    walk.done.whenComplete((nothing, error) -> walk.page.cancel(true));
    return walk.done;
  }

  private void request(Paged<T> list) {
    CompletableFuture<Page<T>> next = new CompletableFuture<>();
    page = next;
    // Before the request is made: a stage that is attached later may run on this thread.
    next.whenComplete((read, error) -> arrived(error));
    list.firstPageAsync(next);
    if (done.isDone()) {
      next.cancel(true);
    }
  }

  private void arrived(@Nullable Throwable error) {
    if (error != null) {
      done.completeExceptionally(error);
    } else if (unread.getAndIncrement() == 0) {
      do {
        consume(page.join());
      } while (unread.decrementAndGet() > 0);
    }
  }

  private void consume(Page<T> read) {
    try {
      for (T item : read.getItems()) {
        if (done.isDone()) {
          return;
        }
        action.accept(item);
      }
      if (!done.isDone() && read.hasNext()) {
        request(read.rest());
      } else {
        done.complete(null);
      }
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
  }
}
