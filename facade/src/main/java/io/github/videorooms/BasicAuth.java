package io.github.videorooms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the credentials to requests for the client's own origin, and to no others.
 *
 * <p>It has to be the last application interceptor: those before it, a caller's own, never see the
 * credentials.
 */
final class BasicAuth implements Interceptor {
  private final HttpUrl base;
  private final String credentials;

  /** What no message may show. */
  final List<String> secrets;

  BasicAuth(HttpUrl base, String project, String token) {
    this.base = base;
    this.credentials = Credentials.basic(project, token, StandardCharsets.UTF_8);
    this.secrets = List.of(token, credentials.substring("Basic ".length()));
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!Space.includes(base, request.url())) {
      return chain.proceed(request);
    }
    return withoutCredentials(
        chain.proceed(request.newBuilder().header("Authorization", credentials).build()), request);
  }

  private static Response withoutCredentials(Response response, Request request) {
    Response network = response.networkResponse();
    return response
        .newBuilder()
        .request(request)
        .networkResponse(network == null ? null : network.newBuilder().request(request).build())
        .build();
  }
}
