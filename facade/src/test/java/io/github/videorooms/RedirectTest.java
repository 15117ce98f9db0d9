package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.videorooms.api.Operation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Operations that succeed with a redirect; the document has none yet. */
class RedirectTest {
  private static final String ID = "7d21e0b9-84c3-4f5a-9e16-c0a3b7d5f248";
  private static final String PATH = "/api/video/files/" + ID + ".mp4";

  /** An address whose signature is one of the {@link PlantedSecrets}. */
  private static final String ADDRESS = Examples.of("RoomRecording").get("uri").getAsString();

  private static final String QUERY = ADDRESS.substring(ADDRESS.indexOf('?') + 1);

  @RegisterExtension private final Wire wire = new Wire();
  @RegisterExtension private final Wire elsewhere = new Wire();

  private final List<CallAttempt> attempts = new CopyOnWriteArrayList<>();

  interface FilesApi {
    @Operation(id = "moved", path = "/api/video/files/{id}.mp4", redirect = 301)
    @GET("api/video/files/{id}.mp4")
    Call<Void> moved(@Path("id") String id);

    @Operation(id = "found", path = "/api/video/files/{id}.mp4", redirect = 302)
    @GET("api/video/files/{id}.mp4")
    Call<Void> found(@Path("id") String id);

    @Operation(id = "temporary", path = "/api/video/files/{id}.mp4", redirect = 307)
    @GET("api/video/files/{id}.mp4")
    Call<Void> temporary(@Path("id") String id);

    @Operation(id = "permanent", path = "/api/video/files/{id}.mp4", redirect = 308)
    @GET("api/video/files/{id}.mp4")
    Call<Void> permanent(@Path("id") String id);
  }

  private static final Map<Integer, Function<FilesApi, Call<Void>>> OPERATIONS =
      Map.of(
          301, api -> api.moved(ID),
          302, api -> api.found(ID),
          307, api -> api.temporary(ID),
          308, api -> api.permanent(ID));

  /** What a resource class would be. */
  private static final class Files extends Resource<FilesApi> {
    private Files(Calls calls) {
      super(FilesApi.class, calls);
    }

    String address(int declared, CallStyle style) {
      Function<FilesApi, Call<Void>> operation = OPERATIONS.get(declared);
      return style.call(
          () -> calls.executeRedirect(operation.apply(api)),
          () -> calls.executeRedirectAsync(operation.apply(api)));
    }
  }

  @BeforeEach
  void documentHasNoSuchOperation() {
    wire.offContract();
  }

  static Stream<Arguments> waysAndStatuses() {
    return Stream.of(CallStyle.values())
        .flatMap(style -> OPERATIONS.keySet().stream().map(status -> Arguments.of(style, status)));
  }

  @ParameterizedTest
  @MethodSource("waysAndStatuses")
  void redirect_declared_returnsTheUrlAndIsNotFollowed(CallStyle style, int status) {
    String address = "http://" + elsewhere.host() + "/a.mp4?" + QUERY;
    respond(redirect(status, address));

    assertThat(files().address(status, style)).isEqualTo(address);

    assertThat(elsewhere.requests()).isEmpty();
    assertThat(wire.request().getUrl()).isEqualTo(PATH);
    assertThat(attempts)
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.isSuccessful()).isTrue();
              assertThat(attempt.getStatusCode()).isEqualTo(status);
              assertThat(attempt.getHeaders()).containsEntry("location", List.of("***"));
              assertThat(attempt.toString()).doesNotContain(QUERY);
            });
  }

  @Test
  void call_idWithReservedCharacters_isEncodedBeforeTheSuffix() {
    respond(redirect(302, ADDRESS));
    Calls calls = wire.rooms().calls;

    calls.executeRedirect(calls.transport.api(FilesApi.class).found("a/b ?c"));

    assertThat(wire.request().getUrl()).isEqualTo("/api/video/files/a%2Fb%20%3Fc.mp4");
  }

  @ParameterizedTest
  @EnumSource
  void redirect_relativeLocation_isResolvedAgainstTheRequest(CallStyle style) {
    Map<String, String> addresses =
        Map.of(
            "/a.mp4?" + QUERY,
            "http://" + wire.host() + "/a.mp4?" + QUERY,
            "b.mp4",
            "http://" + wire.host() + "/api/video/files/b.mp4",
            "//media.example.com/c.mp4",
            "http://media.example.com/c.mp4",
            "?d=1",
            "http://" + wire.host() + PATH + "?d=1");

    addresses.forEach(
        (location, address) -> {
          respond(redirect(302, location));
          assertThat(files().address(302, style)).isEqualTo(address);
        });
  }

  @ParameterizedTest
  @EnumSource
  void redirect_withoutLocation_isADecodingError(CallStyle style) {
    for (ResponseDefinitionBuilder response :
        List.of(aResponse().withStatus(302), redirect(302, ""), redirect(302, "  "))) {
      respond(response);

      assertThat(unreadable(style))
          .hasMessage(
              "GET "
                  + PATH
                  + " returned 302: the response cannot be read: there is no Location header");
    }
  }

  @ParameterizedTest
  @EnumSource
  void redirect_unusableLocation_isADecodingErrorThatDoesNotShowIt(CallStyle style) {
    for (String start :
        List.of("https://[", "https://media.example.com:99999/", "ftp://a.example/")) {
      respond(redirect(302, start + "a.mp4?" + QUERY));

      SignalWireRestDecodingError error = unreadable(style);

      assertThat(error).hasMessageEndingWith("the Location header is not an HTTP address");
      assertThat(error.getHeaders()).containsEntry("location", List.of("***"));
      assertThat(error.getJsonPath()).isNull();
      assertThat(error.getBody()).isNull();
      assertThat(stackTrace(error)).doesNotContain(QUERY);
    }
    assertThat(attempts).hasSize(3).noneMatch(CallAttempt::isSuccessful);
  }

  @ParameterizedTest
  @MethodSource("waysAndStatuses")
  void redirect_otherThanDeclared_isAnErrorThatDoesNotShowTheUrl(CallStyle style, int declared) {
    OPERATIONS.keySet().stream()
        .filter(status -> status != declared)
        .forEach(
            status -> {
              respond(
                  redirect(status, ADDRESS)
                      .withHeader("Link", "<" + ADDRESS + ">; rel=\"canonical\"")
                      .withBody("{\"error\":\"See " + ADDRESS + "\"}"));

              SignalWireRestError error = error(SignalWireRestError.class, declared, style);

              assertThat(error).isExactlyInstanceOf(SignalWireRestError.class);
              assertThat(error.getStatusCode()).isEqualTo(status);
              assertThat(error).hasMessageContaining("See ***");
              assertThat(error.getHeaders() + " " + error.getErrors() + stackTrace(error))
                  .contains("***")
                  .doesNotContain(QUERY);
            });
  }

  @ParameterizedTest
  @EnumSource
  void success_insteadOfADeclaredRedirect_isADecodingError(CallStyle style) {
    for (int status : List.of(200, 201, 204)) {
      respond(redirect(status, ADDRESS));

      assertThat(unreadable(style))
          .hasMessageContaining("returned " + status)
          .hasMessageEndingWith("a redirect with a Location header was promised");
    }
  }

  @ParameterizedTest
  @EnumSource
  void redirect_afterAFailure_isRetriedLikeAnyGet(CallStyle style) {
    wire.server()
        .stubFor(
            any(anyUrl())
                .inScenario("retry")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("up")
                .willReturn(aResponse().withStatus(503)));
    wire.server()
        .stubFor(
            any(anyUrl())
                .inScenario("retry")
                .whenScenarioStateIs("up")
                .willReturn(redirect(302, ADDRESS)));

    assertThat(files(wire.builder().maxRetries(1)).address(302, style)).isEqualTo(ADDRESS);

    assertThat(attempts).extracting(CallAttempt::getStatusCode).containsExactly(503, 302);
  }

  private void respond(ResponseDefinitionBuilder response) {
    wire.respond(any(anyUrl()), response);
  }

  private static ResponseDefinitionBuilder redirect(int status, String location) {
    return aResponse().withStatus(status).withHeader("Location", location);
  }

  private Files files() {
    return files(wire.builder());
  }

  private Files files(SignalWireRestClient.Builder builder) {
    return new Files(wire.client(builder.listener(attempts::add)).video().rooms().calls);
  }

  private SignalWireRestDecodingError unreadable(CallStyle style) {
    return error(SignalWireRestDecodingError.class, 302, style);
  }

  private <E extends SignalWireRestError> E error(Class<E> type, int declared, CallStyle style) {
    return catchThrowableOfType(type, () -> files().address(declared, style));
  }

  private static String stackTrace(Throwable error) {
    StringWriter shown = new StringWriter();
    error.printStackTrace(new PrintWriter(shown));
    return shown.toString();
  }
}
