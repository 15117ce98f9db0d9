package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void secretsOf_nestedModels_findsThoseOfAllDepths() {
    VideoStreamList streams =
        VideoStreamList.builder()
            .data(
                List.of(
                    VideoStream.builder().url("rtmp://a.example/key-1").build(),
                    VideoStream.builder().putExtra("url", "rtmp://a.example/key-2").build()))
            .build();

    assertThat(ModelAdapters.secretsOf(streams))
        .containsExactly("rtmp://a.example/key-1", "rtmp://a.example/key-2");
  }

  @Test
  void secretsOf_freeFormMembers_findsThoseWithASecretsName() {
    CreateRoomRequest request =
        CreateRoomRequest.builder().name("a").meta(Map.of("token", "t-1", "team", "x")).build();

    assertThat(ModelAdapters.secretsOf(request)).containsExactly("t-1");
  }

  @Test
  void secretsOf_noModel_isEmpty() {
    assertThat(ModelAdapters.secretsOf("rtmp://a.example/key")).isEmpty();
  }
}
