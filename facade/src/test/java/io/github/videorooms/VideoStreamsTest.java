package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.model.UpdateStreamRequest;
import io.github.videorooms.model.VideoStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VideoStreamsTest {
  private static final String ID = "0d4b1c7e-52a9-4b8e-8f0e-6a1d3c2b5e77";
  private static final String PATH = "/api/video/streams/" + ID;
  private static final UpdateStreamRequest REQUEST =
      UpdateStreamRequest.builder().url("rtmp://b.example/key").build();

  @RegisterExtension private final Wire wire = new Wire();

  @ParameterizedTest
  @EnumSource
  void get_id_returnsTheStream(CallStyle style) {
    wire.respond(get(urlPathEqualTo(PATH)), 200, Examples.of("VideoStream"));
    VideoStreams streams = wire.client().video().streams();

    VideoStream stream = style.call(() -> streams.get(ID), () -> streams.getAsync(ID));

    assertThat(stream.getId()).isEqualTo(Examples.of("VideoStream").get("id").getAsString());
    assertThat(wire.request().getUrl()).isEqualTo(PATH);
  }

  @ParameterizedTest
  @EnumSource
  void update_target_putsIt(CallStyle style) {
    wire.respond(put(urlPathEqualTo(PATH)), 200, Examples.of("VideoStream"));
    VideoStreams streams = wire.client().video().streams();

    style.call(() -> streams.update(ID, REQUEST), () -> streams.updateAsync(ID, REQUEST));

    assertThat(wire.request().getBodyAsString()).isEqualTo("{\"url\":\"rtmp://b.example/key\"}");
  }

  @ParameterizedTest
  @EnumSource
  void delete_stream_succeeds(CallStyle style) {
    wire.respond(delete(urlPathEqualTo(PATH)), aResponse().withStatus(204));
    VideoStreams streams = wire.client().video().streams();

    style.run(() -> streams.delete(ID), () -> streams.deleteAsync(ID));

    assertThat(wire.request().getUrl()).isEqualTo(PATH);
  }

  @Test
  void anyMethod_invalidArgument_isRejectedAtOnce() {
    VideoStreams streams = wire.client().video().streams();

    assertThatThrownBy(() -> streams.get(null)).hasMessage("id");
    assertThatThrownBy(() -> streams.getAsync(" ")).hasMessageStartingWith("id is blank");
    assertThatThrownBy(() -> streams.update("..", REQUEST)).hasMessageStartingWith("id is \"..\"");
    assertThatThrownBy(() -> streams.updateAsync(ID, (UpdateStreamRequest) null))
        .hasMessage("request");
    assertThatThrownBy(() -> streams.delete("")).hasMessageStartingWith("id is blank");
    assertThatThrownBy(() -> streams.deleteAsync(null)).hasMessage("id");
    assertThat(wire.requests()).isEmpty();
  }
}
