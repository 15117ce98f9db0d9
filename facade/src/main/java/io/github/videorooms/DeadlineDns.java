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
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Resolves names on threads of its own, so that a call ends at its deadline, when it is cancelled
 * or when its thread is interrupted: a resolver notices none of that.
 */
final class DeadlineDns implements Dns {
  /** OkHttp cancels a call at its deadline, but does not notify whoever waits for it. */
  private static final long POLL_MILLIS = 50;

  private final Dns resolver;
  private final Duration hungAfter;

  /** After that, a lookup is taken for hung, and made once more. */
  private static final Duration HUNG_AFTER = Duration.ofSeconds(5);

  /** With more than that, there is little hope that another one would succeed. */
  private static final int MAX_LOOKUPS = 16;

  /** The names that are being resolved; calls for the same name share a lookup. */
  private final Map<String, Lookup> pending = new ConcurrentHashMap<>();

  private final AtomicInteger lookups = new AtomicInteger();

  /** OkHttp looks up names on the thread of the call, and does not say for which call. */
  @SuppressWarnings("ThreadLocalUsage") // One for each client, removed after each use.
  private final ThreadLocal<@Nullable BooleanSupplier> current = new ThreadLocal<>();

  DeadlineDns(Dns resolver) {
    this(resolver, HUNG_AFTER);
  }

  DeadlineDns(Dns resolver, Duration hungAfter) {
    this.resolver = resolver;
    this.hungAfter = hungAfter;
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
      return await(pending.compute(hostname, this::join).addresses, isCanceled);
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

  private Lookup join(String hostname, @Nullable Lookup current) {
    boolean isHung = current != null && System.nanoTime() - current.start > hungAfter.toNanos();
    return current == null || (isHung && lookups.get() < MAX_LOOKUPS) ? resolve(hostname) : current;
  }

  private Lookup resolve(String hostname) {
    Lookup lookup = new Lookup();
    Runnable task =
        () -> {
          try {
            lookup.addresses.complete(resolver.lookup(hostname));
          } catch (Throwable e) {
            lookup.addresses.completeExceptionally(e);
          } finally {
            lookups.decrementAndGet();
            pending.remove(hostname, lookup);
          }
        };
    DaemonThreads.of("videorooms-dns", task).start();
    lookups.incrementAndGet();
    return lookup;
  }

  private static List<InetAddress> await(
      CompletableFuture<List<InetAddress>> result, BooleanSupplier isCanceled)
      throws UnknownHostException, ExecutionException {
    while (!isCanceled.getAsBoolean()) {
      try {
        return result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // Look again whether the call was cancelled.
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
    final CompletableFuture<List<InetAddress>> addresses = new CompletableFuture<>();
    final long start = System.nanoTime();
  }
}
