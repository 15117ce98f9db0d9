package io.github.videorooms;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Resolves names on threads of its own, so that a call ends at its deadline, when it is cancelled
 * or when its thread is interrupted: a resolver notices none of that.
 */
final class DeadlineDns implements Dns {
  /** OkHttp cancels a call at its deadline, but does not notify whoever waits for it. */
  private static final long POLL_MILLIS = 50;

  /** After that, a lookup counts as hung, and another one is started. */
  private static final Duration HUNG_AFTER = Duration.ofSeconds(5);

  /** From this many on, each one that hangs delays the next one by another 5 s. */
  private static final int MANY_LOOKUPS = 16;

  private final Dns resolver;
  private final LongSupplier nanoTime;

  /** The latest lookup of each name that is being resolved; calls for the same name share it. */
  private final Map<String, Lookup> pending = new ConcurrentHashMap<>();

  /** How many lookups have not returned yet. */
  private final AtomicInteger lookups = new AtomicInteger();

  /** OkHttp looks up names on the thread of the call, and does not say for which call. */
  @SuppressWarnings("ThreadLocalUsage") // One for each client, removed after each use.
  private final ThreadLocal<@Nullable BooleanSupplier> current = new ThreadLocal<>();

  DeadlineDns(Dns resolver) {
    this(resolver, System::nanoTime);
  }

  DeadlineDns(Dns resolver, LongSupplier nanoTime) {
    this.resolver = resolver;
    this.nanoTime = nanoTime;
  }

  /** Binds the calling thread to a call, for which OkHttp may look up names on it. */
  void bind(BooleanSupplier isCanceled) {
    current.set(isCanceled);
  }

  void unbind() {
    current.remove();
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    BooleanSupplier isCanceled = current.get();
    if (isCanceled == null) {
      return resolver.lookup(hostname);
    }
    try {
      return await(hostname, pending.compute(hostname, this::join).addresses, isCanceled);
    } catch (ExecutionException e) {
      throw failure(hostname, e.getCause());
    }
  }

  /** OkHttp shares pooled connections between clients whose resolvers are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeadlineDns && resolver.equals(((DeadlineDns) other).resolver);
  }

  @Override
  public int hashCode() {
    return resolver.hashCode();
  }

  /** OkHttp shows it when there are no addresses. */
  @Override
  public String toString() {
    return resolver.toString();
  }

  /** Returns the lookup to wait for: a new one if there is none, or if the current one hangs. */
  private Lookup join(String hostname, @Nullable Lookup current) {
    if (current == null || current.addresses.isDone()) {
      return start(hostname, new CompletableFuture<>());
    }
    return isHung(current) ? start(hostname, current.addresses) : current;
  }

  private boolean isHung(Lookup lookup) {
    int delays = Math.max(1, lookups.get() - MANY_LOOKUPS + 2);
    return nanoTime.getAsLong() - lookup.start > HUNG_AFTER.toNanos() * delays;
  }

  /**
   * Starts a lookup.
   *
   * @param addresses its result; a lookup that hangs and those that replace it have the same one,
   *     so that whoever waits for it gets what the first of them finds
   */
  private Lookup start(String hostname, CompletableFuture<List<InetAddress>> addresses) {
    Lookup lookup = new Lookup(addresses, nanoTime.getAsLong());
    Runnable task =
        () -> {
          try {
            addresses.complete(resolver.lookup(hostname));
            pending.remove(hostname, lookup);
          } catch (Throwable e) {
            // If it has been replaced, the newer one may still succeed.
            if (pending.remove(hostname, lookup)) {
              addresses.completeExceptionally(e);
            }
          } finally {
            lookups.decrementAndGet();
          }
        };
    DaemonThreads.of("videorooms-dns", task).start();
    lookups.incrementAndGet();
    return lookup;
  }

  private List<InetAddress> await(
      String hostname, CompletableFuture<List<InetAddress>> addresses, BooleanSupplier isCanceled)
      throws UnknownHostException, ExecutionException {
    while (!isCanceled.getAsBoolean()) {
      try {
        return addresses.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        pending.computeIfPresent(hostname, this::join); // It may hang by now.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UnknownHostException("interrupted while resolving the name");
      }
    }
    throw new UnknownHostException("canceled while resolving the name");
  }

  /** Whatever a resolver throws, the message of what this returns is the name. */
  private static UnknownHostException failure(String hostname, @Nullable Throwable cause) {
    if (cause instanceof RuntimeException) {
      throw (RuntimeException) cause;
    }
    if (cause instanceof Error) {
      throw (Error) cause;
    }
    UnknownHostException failure = new UnknownHostException(hostname);
    failure.initCause(cause);
    return failure;
  }

  /** A lookup that is under way. */
  private static final class Lookup {
    final CompletableFuture<List<InetAddress>> addresses;
    final long start;

    Lookup(CompletableFuture<List<InetAddress>> addresses, long start) {
      this.addresses = addresses;
      this.start = start;
    }
  }
}
