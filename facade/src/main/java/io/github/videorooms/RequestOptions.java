package io.github.videorooms;

import okhttp3.Headers;

/** What the interceptors have to know of {@code CallOptions}; immutable. */
final class RequestOptions {
  final Headers headers;
  final long maxResponseBytes;
  final long maxErrorBytes;

  RequestOptions(Headers headers, long maxResponseBytes, long maxErrorBytes) {
    this.headers = headers;
    this.maxResponseBytes = maxResponseBytes;
    this.maxErrorBytes = maxErrorBytes;
  }
}
