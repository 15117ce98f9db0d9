package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
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
  void equals_sameResolver_isTrue() {
    Dns resolver = host -> ADDRESSES;

    assertThat(new DeadlineDns(resolver))
        .isEqualTo(new DeadlineDns(resolver))
        .hasSameHashCodeAs(new DeadlineDns(resolver))
        .isNotEqualTo(dns)
        .hasToString(resolver.toString());
  }
}
