package io.github.videorooms.testkit;

import static io.github.videorooms.testkit.OffContract.Side.REQUEST;
import static io.github.videorooms.testkit.OffContract.Side.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.wiremock.WireMockResponse;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Holds each exchange of a test against the document, in both directions. */
final class Contract implements AutoCloseable {
  private static final OpenApiInteractionValidator VALIDATOR =
      validatorOf(Document.text("/io/github/videorooms/openapi/video.yaml"));

  /** Who watches a space: WireMock takes no other listener while it responds to a request. */
  private static final Map<FakeSpace, Collection<Contract>> WATCHERS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Queue<Violation> violations = new ConcurrentLinkedQueue<>();
  private final List<FakeSpace> started = new ArrayList<>();
  private final Queue<Collection<Contract>> joined = new ConcurrentLinkedQueue<>();

  static OpenApiInteractionValidator validatorOf(String document) {
    return OpenApiInteractionValidator.createForInlineApiSpecification(document)
        .withLevelResolver(
            LevelResolver.create()
                .withLevel(
                    "validation.request.body.schema.additionalProperties",
                    ValidationReport.Level.IGNORE)
                .build())
        .build();
  }

  /** Starts a space, which is closed after the test, and watches it. */
  FakeSpace start(FakeSpace.Builder settings) {
    return start(settings, VALIDATOR);
  }

  /** Starts a space that was built from another document. */
  synchronized FakeSpace start(FakeSpace.Builder settings, OpenApiInteractionValidator validator) {
    FakeSpace space = settings.start();
    started.add(space);
    return watch(space, validator);
  }

  FakeSpace watch(FakeSpace space) {
    return watch(space, VALIDATOR);
  }

  private FakeSpace watch(FakeSpace space, OpenApiInteractionValidator validator) {
    Collection<Contract> watchers =
        WATCHERS.computeIfAbsent(space, key -> watchersOf(space, validator));
    watchers.add(this);
    joined.add(watchers);
    return space;
  }

  private static Collection<Contract> watchersOf(
      FakeSpace space, OpenApiInteractionValidator validator) {
    Collection<Contract> watchers = new CopyOnWriteArrayList<>();
    space
        .wireMock()
        .addMockServiceRequestListener(
            (request, response) ->
                watchers.forEach(each -> each.check(space, validator, request, response)));
    return watchers;
  }

  void assertKept(@Nullable OffContract mark) {
    if (mark == null) {
      assertThat(violations).isEmpty();
    } else {
      assertThat(violations)
          .as("violations of a test that is marked off contract")
          .isNotEmpty()
          .allMatch(violation -> violation.side == mark.value());
    }
  }

  @Override
  public synchronized void close() {
    joined.forEach(watchers -> watchers.remove(this));
    started.forEach(FakeSpace::close);
  }

  private void check(
      FakeSpace space, OpenApiInteractionValidator validator, Request request, Response response) {
    RecordedRequest recorded = RecordedRequest.of(request);
    if (recorded.getPath().startsWith(Storage.PATH)) {
      checkDownload(recorded);
      return;
    }
    boolean rightCredentials = credentials(space).equals(recorded.getHeader("Authorization"));
    if (!rightCredentials) {
      add(REQUEST, "no or wrong credentials");
    }
    addAll(REQUEST, validator.validateRequest(validatable(recorded)));
    if (response.getFault() != null) {
      return;
    }
    if (!rightCredentials && response.getStatus() != 401) {
      add(RESPONSE, "let in with wrong credentials");
    }
    ValidationReport report =
        validator.validateResponse(
            recorded.getPath(),
            Method.valueOf(recorded.getMethod()),
            WireMockResponse.of(response));
    if (!hasNoOperation(report) && !isBodyOfAnyShape(response, report)) {
      addAll(RESPONSE, report);
    }
  }

  /** The document says of downloads that they must be given no credentials. */
  private void checkDownload(RecordedRequest request) {
    if (request.getHeader("Authorization") != null) {
      add(REQUEST, "credentials sent where a recording is downloaded");
    }
  }

  /**
   * The document promises no shape of body for errors that it does not name, which the validator
   * takes for no body.
   */
  private static boolean isBodyOfAnyShape(Response response, ValidationReport report) {
    return response.getStatus() >= 400
        && report.getMessages().stream()
            .allMatch(message -> message.getKey().equals("validation.response.body.unexpected"));
  }

  /** The validator's own view of WireMock's requests decodes the path before it takes it apart. */
  private static SimpleRequest validatable(RecordedRequest request) {
    SimpleRequest.Builder copy = new SimpleRequest.Builder(request.getMethod(), request.getPath());
    request.getHeaders().forEach(copy::withHeader);
    request.getQueryParameters().forEach(copy::withQueryParam);
    return request.getBody().isEmpty() ? copy.build() : copy.withBody(request.getBody()).build();
  }

  /** A response to an operation that does not exist is not in the document. */
  private static boolean hasNoOperation(ValidationReport report) {
    return report.getMessages().stream()
        .anyMatch(
            message ->
                message.getKey().equals("validation.request.path.missing")
                    || message.getKey().equals("validation.request.operation.notAllowed"));
  }

  private static String credentials(FakeSpace space) {
    String pair = space.getProject() + ":" + space.getToken();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private void addAll(OffContract.Side side, ValidationReport report) {
    report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .forEach(message -> add(side, message.getKey() + ": " + message.getMessage()));
  }

  private void add(OffContract.Side side, String text) {
    violations.add(new Violation(side, text));
  }

  private record Violation(OffContract.Side side, String text) {}
}
