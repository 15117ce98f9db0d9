package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import retrofit2.http.GET;

class BodySizeLimitTest {
  @RegisterExtension private final Wire wire = new Wire();

  interface Raw {
    @GET("api/video/rooms")
    Call<ResponseBody> rooms();
  }

  @Test
  void api_contentTypeChanges_returnsThatOfEachResponse() throws Exception {
    wire.offContract();
    Raw raw = wire.client().api(Raw.class);

    assertThat(text(raw, StandardCharsets.ISO_8859_1)).isEqualTo("Grüße");
    assertThat(text(raw, StandardCharsets.UTF_8)).isEqualTo("Grüße");
    assertThat(text(raw, StandardCharsets.UTF_8)).isEqualTo("Grüße");
    assertThat(text(raw, StandardCharsets.ISO_8859_1)).isEqualTo("Grüße");
  }

  @Test
  void api_noContentTypeAfterOne_isNull() throws Exception {
    wire.offContract();
    Raw raw = wire.client().api(Raw.class);
    text(raw, StandardCharsets.UTF_8);

    assertThat(contentType(raw, aResponse().withBody("a"))).isNull();
  }

  private String text(Raw raw, Charset charset) throws IOException {
    String type = "text/plain; charset=" + charset.name();
    respond(aResponse().withHeader("Content-Type", type).withBody("Grüße".getBytes(charset)));
    return raw.rooms().execute().body().string();
  }

  private MediaType contentType(Raw raw, ResponseDefinitionBuilder response) throws IOException {
    respond(response);
    return raw.rooms().execute().body().contentType();
  }

  private void respond(ResponseDefinitionBuilder response) {
    wire.respond(any(anyUrl()), response);
  }
}
