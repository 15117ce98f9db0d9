package io.github.videorooms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * A program under load: 64 threads that wait for their calls, and 10,000 calls under way that
 * nobody waits for, by two clients that share one {@code OkHttpClient}. Threads are interrupted at
 * random moments, names are sometimes not resolved, and the program's own code throws an {@code
 * Error} now and then. It prints what came of it, a name and a number in each line.
 */
final class Soak {
  private static final int THREADS = 64;
  private static final int ASYNC = 10_000;
  private static final int SAMPLES = 30;

  private final ConnectionPool pool = new ConnectionPool(THREADS, 5, TimeUnit.MINUTES);
  private final Dispatcher dispatcher = new Dispatcher();
  private final List<VideoRooms> clients;
  private final long end;
  private final AtomicInteger names = new AtomicInteger();
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
  private final LongAdder results = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder planted = new LongAdder();
  private final LongAdder others = new LongAdder();
  private final LongAdder interrupts = new LongAdder();

  private Soak(String port, Protocol protocol, Duration time) {
    dispatcher.setMaxRequests(THREADS);
    dispatcher.setMaxRequestsPerHost(THREADS);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .connectionPool(pool)
            .dispatcher(dispatcher)
            .protocols(List.of(protocol))
            .dns(Soak::resolveMostly)
            .addInterceptor(Soak::interceptMostly)
            .build();
    clients = List.of(client(port, http), client(port, http));
    end = System.nanoTime() + time.toNanos();
  }

  private static VideoRooms client(String port, OkHttpClient http) {
    return SignalWireRestClient.builder()
        .project("p")
        .token("t")
        .space("localhost:" + port)
        .httpClient(http)
        .attemptTimeout(Duration.ofSeconds(1))
        .listener(attempt -> throwRarely())
        .build()
        .video()
        .rooms();
  }

  private static List<InetAddress> resolveMostly(String host) throws UnknownHostException {
    if (isChosen(20)) {
      throw new UnknownHostException(host);
    }
    return List.of(InetAddress.getLoopbackAddress());
  }

  private static Response interceptMostly(Interceptor.Chain chain) throws IOException {
    throwRarely();
    return chain.proceed(chain.request());
  }

  private static void throwRarely() {
    if (isChosen(2_000)) {
      throw new Planted();
    }
  }

  private static boolean isChosen(int oneIn) {
    return ThreadLocalRandom.current().nextInt(oneIn) == 0;
  }

  /** The error of the program's own code. */
  private static final class Planted extends Error {
    private static final long serialVersionUID = 1;

    Planted() {
      super("planted", null, false, false);
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    new Soak(arguments[0], Protocol.valueOf(arguments[1]), Duration.parse(arguments[2])).run();
  }

  private void run() throws InterruptedException {
    // OkHttp lets an Error also end the thread that it was thrown on.
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> countUnlessPlanted(error));
    List<Thread> threads = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      threads.add(start(this::callAndWait));
    }
    List<Thread> callers = List.copyOf(threads);
    start(() -> interruptAtRandom(callers));
    Semaphore places = new Semaphore(ASYNC);
    threads.add(start(() -> callOnAndOn(places)));
    List<Long> heap = sampleHeap();
    for (Thread thread : threads) {
      thread.join(120_000);
    }
    boolean allEnded = places.tryAcquire(ASYNC, 120, TimeUnit.SECONDS);

    print("results", results.sum());
    print("errors", errors.sum());
    print("planted", planted.sum());
    print("others", others.sum());
    print("interrupts", interrupts.sum());
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
      Thread.interrupted();
    }
  }

  private void interruptAtRandom(List<Thread> threads) {
    while (isTime()) {
      threads.get(ThreadLocalRandom.current().nextInt(threads.size())).interrupt();
      interrupts.increment();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private void callOnAndOn(Semaphore places) {
    while (isTime()) {
      places.acquireUninterruptibly();
      count(System.nanoTime(), async()).whenComplete((result, error) -> places.release());
    }
  }

  private VideoRooms clientFor(int name) {
    return clients.get(name / 4 % clients.size());
  }

  private boolean isTime() {
    return System.nanoTime() < end;
  }

  private Object waiting() {
    int name = names.incrementAndGet();
    VideoRooms rooms = clientFor(name);
    return switch (name % 4) {
      case 0 -> rooms.create(room -> room.name(Integer.toString(name)));
      case 1 -> rooms.list().firstPage();
      case 2 -> {
        rooms.delete("a");
        yield name;
      }
      default -> rooms.get("a");
    };
  }

  private CompletableFuture<?> async() {
    int name = names.incrementAndGet();
    VideoRooms rooms = clientFor(name);
    return switch (name % 4) {
      case 0 -> rooms.createAsync(room -> room.name(Integer.toString(name)));
      case 1 -> rooms.list().firstPageAsync();
      case 2 -> rooms.deleteAsync("a");
      default -> rooms.getAsync("a");
    };
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
            planted.add(thrown instanceof Planted ? 1 : 0);
            countUnlessPlanted(thrown);
          }
        });
  }

  private void countUnlessPlanted(Throwable thrown) {
    if (!(thrown instanceof Planted)) {
      others.increment();
      thrown.printStackTrace();
    }
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
