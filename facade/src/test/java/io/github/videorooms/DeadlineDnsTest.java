package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DeadlineDnsTest {
  private static final List<InetAddress> ADDRESSES = List.of(InetAddress.getLoopbackAddress());

  private static final List<InetAddress> OTHERS = List.of();
  private static final Duration HUNG_AFTER = Duration.ofSeconds(5);

  private final AtomicLong now = new AtomicLong();
  private final BlockingQueue<Started> lookups = new LinkedBlockingQueue<>();
  private final DeadlineDns scripted =
      new DeadlineDns(
          host -> {
            Started lookup = new Started();
            lookups.add(lookup);
            return lookup.find();
          },
          now::get);

  private final Thread caller = Thread.currentThread();
  private Thread resolving = caller;
  private final DeadlineDns dns =
      new DeadlineDns(
          host -> {
            resolving = Thread.currentThread();
            return ADDRESSES;
          });

  @Test
  void lookup_duringACall_runsOnADaemonThread() throws Exception {
    dns.bind(() -> false);

    assertThat(dns.lookup("acme")).isEqualTo(ADDRESSES);
    assertThat(resolving).isNotSameAs(caller);
    assertThat(resolving.isDaemon()).isTrue();
  }

  /** As when an interceptor of the caller's resolves a name by the client's resolver. */
  @Test
  void lookup_outsideACall_runsOnTheSameThread() throws Exception {
    dns.bind(() -> true);
    dns.unbind();

    assertThat(dns.lookup("acme")).isEqualTo(ADDRESSES);
    assertThat(resolving).isSameAs(caller);
  }

  @Test
  void lookup_callIsCancelled_fails() {
    dns.bind(() -> true);

    assertThatThrownBy(() -> dns.lookup("acme"))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage("canceled while resolving the name");
  }

  /** Nobody else asks for the name meanwhile. */
  @Test
  void lookup_hangs_allWhoWaitGetWhatAnotherOneFinds() throws Exception {
    List<CompletableFuture<List<InetAddress>>> calls = List.of(call(), call());
    Started hung = lookups.take();

    pass(HUNG_AFTER);
    lookups.take().result.complete(ADDRESSES);

    for (CompletableFuture<List<InetAddress>> call : calls) {
      assertThat(call.get()).isEqualTo(ADDRESSES);
    }
    assertThat(lookups).isEmpty();
    hung.result.complete(ADDRESSES);
  }

  @Test
  void lookup_isSlow_isNotLostToTheOneThatReplacedIt() throws Exception {
    CompletableFuture<List<InetAddress>> call = call();
    Started slow = lookups.take();
    pass(HUNG_AFTER);
    Started hung = lookups.take();

    slow.result.complete(ADDRESSES);

    assertThat(call.get()).isEqualTo(ADDRESSES);
    CompletableFuture<List<InetAddress>> later = call();
    lookups.take().result.complete(OTHERS);
    assertThat(later.get()).as("nothing is cached").isEqualTo(OTHERS);
    hung.result.complete(ADDRESSES);
  }

  @Test
  void lookup_fails_isNoFailureOfTheOneThatReplacedIt() throws Exception {
    CompletableFuture<List<InetAddress>> call = call();
    Started replaced = lookups.take();
    pass(HUNG_AFTER);
    Started current = lookups.take();

    replaced.result.completeExceptionally(new UnknownHostException("acme"));
    replaced.thread.join();
    CompletableFuture<List<InetAddress>> later = call();
    current.result.complete(ADDRESSES);

    assertThat(call.get()).isEqualTo(ADDRESSES);
    assertThat(later.get()).isEqualTo(ADDRESSES);
    assertThat(lookups).as("the later call joined the current lookup").isEmpty();
  }

  @Test
  void lookup_lastOneFails_failsAllWhoWait() throws Exception {
    CompletableFuture<List<InetAddress>> call = call();
    Started hung = lookups.take();
    pass(HUNG_AFTER);

    lookups.take().result.completeExceptionally(new UnknownHostException("acme"));

    assertThatThrownBy(call::get).hasRootCauseInstanceOf(UnknownHostException.class);
    hung.result.complete(ADDRESSES);
  }

  /** The network may be back by then, but there must not be a thread for every 5 s without it. */
  @Test
  void lookup_allHang_startsOthersLessAndLessOften() throws Exception {
    CompletableFuture<List<InetAddress>> call = call();
    List<Started> hung = new ArrayList<>(List.of(lookups.take()));
    for (int each = 2; each <= 16; each++) {
      pass(HUNG_AFTER);
      hung.add(lookups.take());
    }
    for (int delays = 2; delays <= 4; delays++) {
      pass(HUNG_AFTER.multipliedBy(delays - 1).plusMillis(delays));
      assertThat(lookups.poll(200, TimeUnit.MILLISECONDS)).as("after %s", delays - 1).isNull();
      pass(HUNG_AFTER);
      hung.add(lookups.take());
    }

    hung.get(hung.size() - 1).result.complete(ADDRESSES);

    assertThat(call.get()).isEqualTo(ADDRESSES);
    hung.forEach(each -> each.result.complete(ADDRESSES));
  }

  @Test
  void lookup_hangsAfterManyThatDidNot_isReplacedAsSoonAsTheFirst() throws Exception {
    for (int each = 0; each < 40; each++) {
      CompletableFuture<List<InetAddress>> call = call();
      Started lookup = lookups.take();
      if (each % 2 == 0) {
        lookup.result.complete(ADDRESSES);
      } else {
        lookup.result.completeExceptionally(new UnknownHostException("acme"));
      }
      lookup.thread.join();
      assertThat(call.handle((found, error) -> true).get()).isTrue();
    }
    CompletableFuture<List<InetAddress>> call = call();
    Started hung = lookups.take();

    pass(HUNG_AFTER);

    lookups.take().result.complete(ADDRESSES);
    assertThat(call.get()).isEqualTo(ADDRESSES);
    hung.result.complete(ADDRESSES);
  }

  /** Looks up the name, with a resolver that does what the test says, in a call of its own. */
  private CompletableFuture<List<InetAddress>> call() throws InterruptedException {
    CompletableFuture<List<InetAddress>> call = new CompletableFuture<>();
    CountDownLatch joined = new CountDownLatch(1);
    Runnable lookup =
        () -> {
          scripted.bind(
              () -> {
                joined.countDown();
                return false;
              });
          try {
            call.complete(scripted.lookup("acme"));
          } catch (Exception e) {
            call.completeExceptionally(e);
          } finally {
            joined.countDown();
          }
        };
    DaemonThreads.of("test-call", lookup).start();
    joined.await();
    return call;
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos() + 1);
  }

  /** A lookup that the resolver has been asked for, and what it is to find. */
  private static final class Started {
    final Thread thread = Thread.currentThread();
    final CompletableFuture<List<InetAddress>> result = new CompletableFuture<>();

    List<InetAddress> find() throws UnknownHostException {
      try {
        return result.join();
      } catch (CompletionException e) {
        throw (UnknownHostException) e.getCause();
      }
    }
  }

  @Test
  void equals_sameResolver_isTrue() {
    Dns resolver = host -> ADDRESSES;

    assertThat(new DeadlineDns(resolver))
        .isEqualTo(new DeadlineDns(resolver))
        .hasSameHashCodeAs(new DeadlineDns(resolver))
        .isNotEqualTo(dns)
        .hasToString(resolver.toString());
    assertThat(new DeadlineDns(resolver).hashCode()).isNotZero();
  }
}
