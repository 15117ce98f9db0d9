package com.example.stack;

import io.github.videorooms.SignalWireRestClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Creates the single client of a CDI application, and closes it with the container. */
@ApplicationScoped
class SignalWireProducer {
  @Produces
  @Singleton
  SignalWireRestClient signalWire(
      @Named("signalwire.project.id") String project,
      @Named("signalwire.api.token") String token,
      @Named("signalwire.space") String space) {
    return SignalWireRestClient.builder().project(project).token(token).space(space).build();
  }

  void close(@Disposes SignalWireRestClient signalWire) {
    signalWire.close();
  }
}
