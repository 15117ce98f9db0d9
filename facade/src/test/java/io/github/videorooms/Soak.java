package io.github.videorooms;

import io.github.videorooms.model.CreateRoomRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * A program under load: 64 threads that wait for their calls, and 10,000 calls under way that
 * nobody waits for. It prints what came of it, a name and a number in each line.
 */
final class Soak {
  private static final int THREADS = 64;
  private static final int ASYNC = 10_000;
  private static final int SAMPLES = 30;

  private final ConnectionPool pool = new ConnectionPool(THREADS, 5, TimeUnit.MINUTES);
  private final Dispatcher dispatcher = new Dispatcher();
  private final VideoRooms rooms;
  private final long end;
  private final AtomicInteger names = new AtomicInteger();
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
  private final LongAdder results = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder others = new LongAdder();

  private Soak(String host, Duration time) {
    dispatcher.setMaxRequests(THREADS);
    dispatcher.setMaxRequestsPerHost(THREADS);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .connectionPool(pool)
            .dispatcher(dispatcher)
            .protocols(List.of(Protocol.HTTP_1_1))
            .build();
    rooms =
        SignalWireRestClient.builder()
            .project("p")
            .token("t")
            .space(host)
            .httpClient(http)
            .build()
            .video()
            .rooms();
    end = System.nanoTime() + time.toNanos();
  }

  public static void main(String[] arguments) throws InterruptedException {
    new Soak(arguments[0], Duration.parse(arguments[1])).run();
  }

  private void run() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      threads.add(start(this::callAndWait));
    }
    Semaphore places = new Semaphore(ASYNC);
    threads.add(start(() -> callOnAndOn(places)));
    List<Long> heap = sampleHeap();
    for (Thread thread : threads) {
      thread.join(120_000);
    }
    boolean allEnded = places.tryAcquire(ASYNC, 120, TimeUnit.SECONDS);

    print("results", results.sum());
    print("errors", errors.sum());
    print("others", others.sum());
    print("stuckThreads", threads.stream().filter(Thread::isAlive).count());
    print("stuckCalls", allEnded ? 0 : ASYNC - places.availablePermits());
    print("longestMillis", TimeUnit.NANOSECONDS.toMillis(longest.get()));
    print("runningCalls", dispatcher.runningCallsCount() + dispatcher.queuedCallsCount());
    print("connections", pool.connectionCount());
    print("leakedConnections", pool.connectionCount() - pool.idleConnectionCount());
    print("heapFirst", average(heap.subList(0, heap.size() / 3)));
    print("heapLast", average(heap.subList(heap.size() - heap.size() / 3, heap.size())));
  }

  private void callAndWait() {
    while (isTime()) {
      count(System.nanoTime(), CompletableFuture.supplyAsync(this::waiting, Runnable::run));
    }
  }

  private void callOnAndOn(Semaphore places) {
    while (isTime()) {
      places.acquireUninterruptibly();
      count(System.nanoTime(), async()).whenComplete((result, error) -> places.release());
    }
  }

  private boolean isTime() {
    return System.nanoTime() < end;
  }

  private Object waiting() {
    int name = names.incrementAndGet();
    switch (name % 4) {
      case 0:
        return rooms.create(CreateRoomRequest.builder().name(Integer.toString(name)).build());
      case 1:
        return rooms.list().firstPage();
      case 2:
        rooms.delete("a");
        return name;
      default:
        return rooms.get("a");
    }
  }

  private CompletableFuture<?> async() {
    int name = names.incrementAndGet();
    switch (name % 4) {
      case 0:
        return rooms.createAsync(CreateRoomRequest.builder().name(Integer.toString(name)).build());
      case 1:
        return rooms.list().firstPageAsync();
      case 2:
        return rooms.deleteAsync("a");
      default:
        return rooms.getAsync("a");
    }
  }

  private CompletableFuture<?> count(long start, CompletableFuture<?> call) {
    return call.whenComplete(
        (result, error) -> {
          longest.accumulate(System.nanoTime() - start);
          Throwable thrown = error instanceof CompletionException ? error.getCause() : error;
          if (thrown == null) {
            results.increment();
          } else if (thrown instanceof SignalWireRestError) {
            errors.increment();
          } else {
            others.increment();
            thrown.printStackTrace();
          }
        });
  }

  /** Returns the bytes in use after a collection, now and then until the end. */
  private List<Long> sampleHeap() throws InterruptedException {
    List<Long> samples = new ArrayList<>();
    long step = Math.max(1, (end - System.nanoTime()) / SAMPLES);
    while (isTime()) {
      TimeUnit.NANOSECONDS.sleep(step);
      System.gc();
      samples.add(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return samples;
  }

  private static long average(List<Long> samples) {
    return (long) samples.stream().mapToLong(each -> each).average().orElse(0);
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void print(String name, long value) {
    System.out.println(name + " " + value);
  }
}
