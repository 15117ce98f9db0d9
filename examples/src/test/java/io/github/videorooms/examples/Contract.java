package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.wiremock.OpenApiValidationListener;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Holds the exchanges of an example with a space against the document, in both directions. */
final class Contract {
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(document()).build();

  private final FakeSpace space;
  private final OpenApiValidationListener validation = new OpenApiValidationListener(VALIDATOR);

  private Contract(FakeSpace space) {
    this.space = space;
    space.wireMock().addMockServiceRequestListener(validation);
  }

  static Contract of(FakeSpace space) {
    return new Contract(space);
  }

  void assertKept() {
    assertThat(validation.getReport().getMessages()).isEmpty();
    assertThat(space.requests()).isNotEmpty().allMatch(this::hasCredentials);
  }

  private boolean hasCredentials(RecordedRequest request) {
    String pair = space.project() + ":" + space.token();
    return ("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
        .equals(request.getHeader("Authorization"));
  }

  private static String document() {
    try (InputStream in =
        Contract.class.getResourceAsStream("/io/github/videorooms/openapi/video.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
