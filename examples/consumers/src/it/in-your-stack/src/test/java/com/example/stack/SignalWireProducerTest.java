package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.SignalWireRestClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Named;
import org.junit.jupiter.api.Test;

class SignalWireProducerTest {
  @Test
  void signalWire_requestedTwice_isOneClientThatTheContainerCloses() {
    SignalWireRestClient client;
    try (SeContainer container = container(SignalWireProducer.class)) {
      client = container.select(SignalWireRestClient.class).get();

      assertThat(container.select(SignalWireRestClient.class).get()).isSameAs(client);
    }

    assertThatIllegalStateException()
        .isThrownBy(() -> client.video().rooms().list().firstPage())
        .withMessage("the client is closed");
  }

  /** Why the producer's scope is a pseudo-scope: a normal one needs a proxy. */
  @Test
  void signalWire_inANormalScope_cannotBeProxied() {
    assertThatThrownBy(() -> client(ProxiedProducer.class))
        .hasMessageContaining("not proxyable because it is final");
  }

  private static String client(Class<?> producer) {
    try (SeContainer container = container(producer)) {
      return container.select(SignalWireRestClient.class).get().toString();
    }
  }

  private static SeContainer container(Class<?> producer) {
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addBeanClasses(Configuration.class, producer)
        .initialize();
  }

  /** What MicroProfile Config is elsewhere. */
  @Dependent
  static class Configuration {
    @Produces
    @Named("signalwire.project.id")
    String project() {
      return "p";
    }

    @Produces
    @Named("signalwire.api.token")
    String token() {
      return "t";
    }

    @Produces
    @Named("signalwire.space")
    String space() {
      return "acme";
    }
  }

  @ApplicationScoped
  static class ProxiedProducer {
    @Produces
    @ApplicationScoped
    SignalWireRestClient signalWire() {
      return SignalWireRestClient.builder().project("p").token("t").space("acme").build();
    }
  }
}
