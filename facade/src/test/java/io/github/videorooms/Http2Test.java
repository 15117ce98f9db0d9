package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller's own HTTP client that speaks HTTP/2; the client's own speaks HTTP/1.1. */
class Http2Test {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @RegisterExtension private final Wire wire = new Wire();

  /** There may be something to read at any time, and it is OkHttp's to read. */
  @ParameterizedTest
  @EnumSource
  void get_connectionIdle_isUsedAgain(CallStyle style) throws Exception {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    OkHttpClient own =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    VideoRooms rooms = wire.client(wire.builder().httpClient(own)).video().rooms();

    for (int call = 0; call < 2; call++) {
      style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID));
      Thread.sleep(50);
    }

    assertThat(wire.requests())
        .extracting(request -> request.getProtocol())
        .containsOnly("HTTP/2.0");
    assertThat(own.connectionPool().connectionCount()).isEqualTo(1);
  }
}
