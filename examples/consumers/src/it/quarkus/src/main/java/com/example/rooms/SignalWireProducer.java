package com.example.rooms;

import io.github.videorooms.SignalWireRestClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Creates the single client of a Quarkus application, and closes it with the application. */
@ApplicationScoped
class SignalWireProducer {
  @Produces
  @Singleton
  SignalWireRestClient signalWire(
      @ConfigProperty(name = "signalwire.project.id") String project,
      @ConfigProperty(name = "signalwire.api.token") String token,
      @ConfigProperty(name = "signalwire.space") String space) {
    return SignalWireRestClient.builder().project(project).token(token).space(space).build();
  }

  void close(@Disposes SignalWireRestClient signalWire) {
    signalWire.close();
  }
}
