package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;

class DeadlineDnsTest {
  private static final List<InetAddress> ADDRESSES = List.of(InetAddress.getLoopbackAddress());

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

  @Test
  void lookup_earlierOneHangs_isMadeOnceMoreAfterAWhile() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    CountDownLatch over = new CountDownLatch(1);
    DeadlineDns hanging =
        new DeadlineDns(
            host -> {
              if (lookups.incrementAndGet() == 1) {
                await(over);
              }
              return ADDRESSES;
            },
            Duration.ofMillis(1));
    AtomicInteger polls = new AtomicInteger();
    hanging.bind(() -> polls.incrementAndGet() > 1);
    assertThatThrownBy(() -> hanging.lookup("acme")).hasMessageContaining("canceled");
    hanging.bind(() -> false);

    assertThat(hanging.lookup("acme")).isEqualTo(ADDRESSES);
    over.countDown();
    assertThat(lookups).hasValue(2);
  }

  @Test
  void lookup_allHang_startsNoMoreThanSixteen() {
    AtomicInteger lookups = new AtomicInteger();
    CountDownLatch over = new CountDownLatch(1);
    DeadlineDns hanging =
        new DeadlineDns(
            host -> {
              lookups.incrementAndGet();
              await(over);
              return ADDRESSES;
            },
            Duration.ZERO);
    for (int call = 0; call < 20; call++) {
      AtomicInteger polls = new AtomicInteger();
      hanging.bind(() -> polls.incrementAndGet() > 1);
      assertThatThrownBy(() -> hanging.lookup("acme")).hasMessageContaining("canceled");
    }

    assertThat(lookups).hasValue(16);
    over.countDown();
  }

  private static void await(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
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
