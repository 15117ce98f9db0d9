package io.github.videorooms;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list asynchronously: one page at a time, the next one once all items of the page before
 * were consumed, or while they are. A page is consumed by the thread that its future completes on.
 *
 * <p>A page that is there before that, as with prefetch or an interceptor that responds by itself,
 * is consumed in a task of its own: the stack does not grow with the list, and keeps no page that
 * was consumed.
 */
final class AsyncWalk<T> {
  private final Consumer<? super T> action;
  private final Calls calls;
  private final boolean prefetches;
  private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
  private final AtomicInteger unread = new AtomicInteger();
  private volatile CompletableFuture<Page<T>> page = new CompletableFuture<>();

  private AsyncWalk(Paged<T> list, Consumer<? super T> action) {
    this.action = action;
    this.calls = list.calls;
    this.prefetches = list.prefetches;
  }

  /**
   * Starts reading.
   *
   * @return a future that ends the walk, and the request in progress, if the caller completes it
   */
  static <T> CompletableFuture<@Nullable Void> start(Paged<T> list, Consumer<? super T> action) {
    AsyncWalk<T> walk = new AsyncWalk<>(list, action);
    walk.request(list);
    walk.done.whenComplete((nothing, error) -> walk.page.cancel(true));
    return walk.done;
  }

  private void request(Paged<T> list) {
    CompletableFuture<Page<T>> next = new CompletableFuture<>();
    page = next;
    // Before the request is made: a stage that is attached later may run on this thread.
    next.whenComplete((read, error) -> arrived());
    list.firstPageAsync(next);
    if (done.isDone()) {
      next.cancel(true);
    }
  }

  private void arrived() {
    if (unread.getAndIncrement() == 0) {
      readNext();
    }
  }

  private void readNext() {
    page.whenComplete( // at once, since it is complete
        (read, error) -> {
          if (error == null) {
            consume(read);
          } else {
            done.completeExceptionally(error);
          }
        });
    if (unread.decrementAndGet() > 0) {
      calls.transport.executor.execute(this::readNextOnCallback);
    }
  }

  private void readNextOnCallback() {
    try {
      calls.callbackExecutor.execute(this::readNext);
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
  }

  private void consume(Page<T> read) {
    try {
      boolean isRequested = prefetches && !done.isDone() && prefetch(read);
      for (T item : read.getItems()) {
        if (done.isDone()) {
          return;
        }
        action.accept(item);
      }
      if (isRequested) {
        return;
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

  /** Returns false if no page follows, or if it cannot be requested. */
  private boolean prefetch(Page<T> read) {
    try {
      if (read.hasNext()) {
        request(read.rest());
        return true;
      }
    } catch (RuntimeException e) {
      // The items of this page come first; then the request fails again.
    }
    return false;
  }
}
