package io.github.videorooms;

import java.time.Duration;
import okhttp3.Headers;

/** What a single request has to know of {@code CallOptions}; immutable. */
final class RequestOptions {
  final Duration attemptTimeout;
  final Headers headers;
  final long maxResponseBytes;
  final long maxErrorBytes;

  RequestOptions(
      Duration attemptTimeout, Headers headers, long maxResponseBytes, long maxErrorBytes) {
    this.attemptTimeout = attemptTimeout;
    this.headers = headers;
    this.maxResponseBytes = maxResponseBytes;
    this.maxErrorBytes = maxErrorBytes;
  }
}
