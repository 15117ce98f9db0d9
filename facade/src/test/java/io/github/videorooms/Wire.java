package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.wiremock.OpenApiValidationListener;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server for one test, and a client of it. Every exchange has to carry the credentials and be
 * valid against the document, in both directions, unless the test says that it is off contract:
 * then one has to be invalid.
 */
final class Wire implements BeforeEachCallback, AfterEachCallback {
  static final String PROJECT = "5c1a7e0e-7d3c-4a66-9d53-2f1f5b8a9c10";
  static final String TOKEN = "PT-planted-token";

  /** Sends a password to whoever asks for one with status 407. */
  static final Authenticator PROXY_PASSWORD =
      (route, response) ->
          response.request().newBuilder().header("Proxy-Authorization", "Basic c2VjcmV0").build();

  private static final OpenApiInteractionValidator CONTRACT =
      OpenApiInteractionValidator.createForInlineApiSpecification(Examples.DOCUMENT)
          .withLevelResolver(
              LevelResolver.create()
                  .withLevel("validation.request.parameter.query.unexpected", Level.ERROR)
                  .build())
          .build();

  private final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
  private final OpenApiValidationListener validation = new OpenApiValidationListener(CONTRACT);
  private final List<SignalWireRestClient> clients =
      Collections.synchronizedList(new ArrayList<>());
  private boolean offContract;
  private boolean anyCredentials;

  @Override
  public void beforeEach(ExtensionContext context) {
    server.addMockServiceRequestListener(validation);
    server.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    clients.forEach(SignalWireRestClient::close);
    server.stop();
    ValidationReport report = validation.getReport();
    if (offContract) {
      assertThat(report.hasErrors()).as("said to be off contract, but is not").isTrue();
    } else {
      assertThat(report.getMessages()).as("violations of the document").isEmpty();
    }
    if (!anyCredentials) {
      assertThat(requests())
          .allSatisfy(
              request ->
                  assertThat(request.getHeader("Authorization"))
                      .isEqualTo(Credentials.basic(PROJECT, TOKEN)));
    }
  }

  /** Says that an exchange of this test breaks the document on purpose. */
  void offContract() {
    offContract = true;
  }

  /** Says that this test looks at the credentials itself. */
  void anyCredentials() {
    anyCredentials = true;
  }

  WireMockServer server() {
    return server;
  }

  /** Responds to requests with JSON. */
  void respond(MappingBuilder requests, int status, JsonElement body) {
    respond(requests, status, body.toString());
  }

  /** Responds to requests with a body of type JSON. */
  void respond(MappingBuilder requests, int status, String body) {
    respond(
        requests,
        aResponse()
            .withStatus(status)
            .withHeader("Content-Type", "application/json; charset=utf-8")
            .withBody(body));
  }

  void respond(MappingBuilder requests, ResponseDefinitionBuilder response) {
    server.stubFor(requests.willReturn(response));
  }

  String host() {
    return "127.0.0.1:" + server.port();
  }

  SignalWireRestClient client() {
    return client(builder());
  }

  /** Makes a client that is closed after the test. */
  SignalWireRestClient client(SignalWireRestClient.Builder builder) {
    SignalWireRestClient client = builder.build();
    clients.add(client);
    return client;
  }

  /** Returns a builder of clients that make one attempt of each call. */
  SignalWireRestClient.Builder builder() {
    return SignalWireRestClient.builder().project(PROJECT).token(TOKEN).space(host()).maxRetries(0);
  }

  VideoRooms rooms() {
    return client().video().rooms();
  }

  /** Returns the requests that arrived, the first one first. */
  List<LoggedRequest> requests() {
    List<LoggedRequest> requests = new ArrayList<>();
    server.getAllServeEvents().forEach(event -> requests.add(event.getRequest()));
    Collections.reverse(requests);
    return requests;
  }

  /** Returns the one request that arrived. */
  LoggedRequest request() {
    assertThat(requests()).hasSize(1);
    return requests().get(0);
  }
}
