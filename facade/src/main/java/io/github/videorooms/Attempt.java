package io.github.videorooms;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One request on its way, as a tag of it: whose it is, and the head of its response once there is
 * one.
 */
final class Attempt {
  private final Object owner;

  /** What a derived client sends beside. */
  volatile Headers extraHeaders = Headers.of();

  /** Whether sending may have begun. */
  volatile boolean connected;

  /** The status, or 0 while there is no response. */
  volatile int statusCode;

  volatile Headers headers = Headers.of();

  private Attempt(Object owner) {
    this.owner = owner;
  }

  static Request tag(Request request, Object owner) {
    return request.newBuilder().tag(Attempt.class, new Attempt(owner)).build();
  }

  static boolean isOf(Object owner, Request request) {
    Attempt attempt = request.tag(Attempt.class);
    return attempt != null && attempt.owner.equals(owner);
  }

  /** Returns the attempt of a request that {@link #tag} made. */
  static Attempt of(Request request) {
    Attempt attempt = request.tag(Attempt.class);
    if (attempt == null) {
      throw new IllegalArgumentException("not a request of this client");
    }
    return attempt;
  }

  /** Notes, as a network interceptor, that there is a connection and sending begins. */
  static Response connect(Interceptor.Chain chain) throws IOException {
    of(chain.call().request()).connected = true;
    return chain.proceed(chain.request());
  }

  /**
   * Keeps the head of the response, which Retrofit does not hand on when its body cannot be read.
   */
  static Response record(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    Attempt attempt = of(chain.call().request());
    attempt.headers = response.headers();
    attempt.statusCode = response.code();
    return response;
  }
}
