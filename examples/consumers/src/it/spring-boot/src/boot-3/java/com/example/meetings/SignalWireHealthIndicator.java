package com.example.meetings;

import io.github.videorooms.SignalWireRestClient;
import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Requests one room, which checks the network, the credentials and the scope of the token. */
@Component
class SignalWireHealthIndicator extends AbstractHealthIndicator {
  private final SignalWireRestClient signalWire;

  SignalWireHealthIndicator(SignalWireRestClient signalWire) {
    this.signalWire =
        signalWire.withOptions(o -> o.callTimeout(Duration.ofSeconds(2)).maxRetries(0));
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    signalWire.video().rooms().list(q -> q.pageSize(1)).firstPage();
    health.up();
  }
}
