package com.example.meetings;

import io.github.videorooms.CallAttempt;
import io.github.videorooms.CallListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Times every attempt and counts retries. The tags have few values, whatever ids are requested. */
final class AttemptMetrics implements CallListener {
  private final MeterRegistry meters;

  AttemptMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void onAttempt(CallAttempt attempt) {
    Timer.builder("signalwire.attempts")
        .tag("operation", attempt.getOperationId())
        .tag("status", Integer.toString(attempt.getStatusCode()))
        .tag("outcome", attempt.isSuccessful() ? "success" : "error")
        .register(meters)
        .record(attempt.getDuration());
    if (attempt.getNumber() > 1) {
      meters.counter("signalwire.retries", "operation", attempt.getOperationId()).increment();
    }
  }
}
