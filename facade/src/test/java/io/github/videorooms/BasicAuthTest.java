package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.videorooms.api.RoomsApi;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Url;

class BasicAuthTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @RegisterExtension private final Wire wire = new Wire();
  @RegisterExtension private final Wire elsewhere = new Wire();

  interface Anywhere {
    @GET
    Call<ResponseBody> get(@Url String url);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void get_redirect_isAnErrorAndNotFollowed(int status) {
    wire.respond(
        any(anyUrl()),
        aResponse()
            .withStatus(status)
            .withHeader("Location", "http://" + elsewhere.host() + "/api/video/rooms/" + ID));

    assertThatExceptionOfType(SignalWireRestError.class)
        .isThrownBy(() -> wire.rooms().get(ID))
        .satisfies(error -> assertThat(error.getStatusCode()).isEqualTo(status));
    assertThat(elsewhere.requests()).isEmpty();
  }

  @Test
  void get_tokenInManyAlphabets_isSentAsUtf8() {
    wire.anyCredentials();
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));

    wire.client(wire.builder().token("tökén-秘密\n")).video().rooms().get(ID);

    String header = wire.request().getHeader("Authorization");
    assertThat(
            new String(
                Base64.getDecoder().decode(header.substring("Basic ".length())),
                StandardCharsets.UTF_8))
        .isEqualTo(Wire.PROJECT + ":tökén-秘密");
  }

  @Test
  void api_urlOfAnotherOrigin_receivesNoCredentials() throws Exception {
    elsewhere.anyCredentials();
    elsewhere.respond(any(anyUrl()), 404, "{\"error\":\"Not Found\"}");
    String url = "http://" + elsewhere.host() + "/api/video/rooms/" + ID;

    wire.client().api(Anywhere.class).get(url).execute();

    assertThat(elsewhere.request().containsHeader("Authorization")).isFalse();
  }

  @Test
  void api_generatedInterface_hasCredentialsAndTypes() throws Exception {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));

    assertThat(wire.client().api(RoomsApi.class).getRoom(ID, Map.of()).execute().body().getName())
        .isEqualTo("standup");
  }

  @Test
  void httpClient_itsInterceptors_runButNeverSeeTheCredentials() {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    AtomicReference<Response> seen = new AtomicReference<>();
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  assertThat(chain.request().header("Authorization")).isNull();
                  Response response = chain.proceed(chain.request());
                  seen.set(response);
                  return response;
                })
            .build();

    wire.client(wire.builder().httpClient(own)).video().rooms().get(ID);

    assertThat(seen.get().request().header("Authorization")).isNull();
    assertThat(seen.get().networkResponse()).isNull();
  }

  @Test
  void httpClient_interceptorBuildsItsOwnRequest_keepsTheOptionsOfTheCall() {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> chain.proceed(new Request.Builder().url(chain.request().url()).build()))
            .build();

    SignalWireRestClient client =
        wire.client(wire.builder().httpClient(own)).withOptions(o -> o.header("X-Trace", "a"));

    assertThat(client.video().rooms().get(ID).getName()).isEqualTo("standup");
    assertThat(wire.request().getHeader("X-Trace")).isEqualTo("a");
  }

  @Test
  void httpClient_itsAuthenticator_isNotCalled() {
    wire.respond(any(anyUrl()), 401, "{\"error\":\"Unauthorized\"}");
    OkHttpClient own =
        new OkHttpClient.Builder()
            .authenticator(
                (route, response) ->
                    response
                        .request()
                        .newBuilder()
                        .header("Authorization", Credentials.basic("other", "one"))
                        .build())
            .followRedirects(true)
            .build();

    assertThatExceptionOfType(SignalWireRestError.class)
        .isThrownBy(() -> wire.client(wire.builder().httpClient(own)).video().rooms().get(ID))
        .matches(SignalWireRestError::isUnauthorized);
    assertThat(wire.requests()).hasSize(1);
  }
}
