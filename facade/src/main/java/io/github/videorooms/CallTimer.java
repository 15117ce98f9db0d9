package io.github.videorooms;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The clock of calls, and the delay between their attempts; tests replace both. */
interface CallTimer {
  long nanoTime();

  /** Returns what is completed after the delay; no thread waits until then. */
  CompletableFuture<@Nullable Void> after(Duration delay);
}
