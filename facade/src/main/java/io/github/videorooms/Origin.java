package io.github.videorooms;

import okhttp3.HttpUrl;

/** Scheme, host and port: as far as credentials may go. */
final class Origin {
  private final HttpUrl url;

  Origin(HttpUrl url) {
    this.url = url;
  }

  boolean includes(HttpUrl other) {
    return other.scheme().equals(url.scheme())
        && other.host().equals(url.host())
        && other.port() == url.port()
        && other.username().isEmpty()
        && other.password().isEmpty();
  }

  @Override
  public String toString() {
    return url.newBuilder().encodedPath("/").query(null).fragment(null).build().toString();
  }
}
