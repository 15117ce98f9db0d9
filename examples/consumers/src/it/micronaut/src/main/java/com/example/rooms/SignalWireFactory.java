package com.example.rooms;

import io.github.videorooms.SignalWireRestClient;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/** Creates the single client of a Micronaut application, and closes it with the context. */
@Factory
class SignalWireFactory {
  @Singleton
  @Bean(preDestroy = "close")
  SignalWireRestClient signalWire(
      @Property(name = "signalwire.project.id") String project,
      @Property(name = "signalwire.api.token") String token,
      @Property(name = "signalwire.space") String space) {
    return SignalWireRestClient.builder().project(project).token(token).space(space).build();
  }
}
