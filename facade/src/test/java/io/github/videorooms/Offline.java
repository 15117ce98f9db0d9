package io.github.videorooms;

import java.util.List;
import java.util.function.Function;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** A client whose requests get their responses from memory, some ten thousand in a second. */
final class Offline {
  static final String HOST = "offline.signalwire.com";

  private Offline() {}

  /**
   * Makes a client.
   *
   * @param responses from a request to the body of a success
   * @param requests where each request is noted
   */
  static SignalWireRestClient client(Function<Request, String> responses, List<Request> requests) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  requests.add(chain.request());
                  return success(chain.request(), responses.apply(chain.request()));
                })
            .build();
    return SignalWireRestClient.builder()
        .project(Wire.PROJECT)
        .token(Wire.TOKEN)
        .space(HOST)
        .httpClient(http)
        .maxRetries(0)
        .build();
  }

  private static Response success(Request request, String body) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(body, MediaType.get("application/json")))
        .build();
  }
}
