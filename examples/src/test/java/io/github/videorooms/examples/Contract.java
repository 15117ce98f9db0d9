package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.wiremock.OpenApiValidationListener;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Holds every exchange with the space that a test has as a parameter against the document, in both
 * directions, and looks for its credentials, which a download must not have. JUnit finds it by
 * itself.
 */
public final class Contract implements InvocationInterceptor {
  private static final String DOWNLOADS = "/storage/";
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(document()).build();

  /** Says that the credentials of a test are not those of the space. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Credentials {
    String value();
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context)
      throws Throwable {
    hold(invocation, test);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context)
      throws Throwable {
    hold(invocation, test);
  }

  private static void hold(Invocation<Void> invocation, ReflectiveInvocationContext<Method> test)
      throws Throwable {
    Optional<FakeSpace> space =
        test.getArguments().stream()
            .filter(FakeSpace.class::isInstance)
            .map(FakeSpace.class::cast)
            .findFirst();
    OpenApiValidationListener validation = new OpenApiValidationListener(VALIDATOR);
    space.ifPresent(
        watched ->
            watched
                .wireMock()
                .addMockServiceRequestListener(
                    (request, response) -> {
                      if (!request.getUrl().startsWith(DOWNLOADS)) {
                        validation.requestReceived(request, response);
                      }
                    }));
    invocation.proceed();
    assertThat(validation.getReport().getMessages()).isEmpty();
    boolean wrong = test.getExecutable().isAnnotationPresent(Credentials.class);
    space.ifPresent(
        watched ->
            assertThat(watched.getRequests())
                .allMatch(
                    request ->
                        request.getPath().startsWith(DOWNLOADS)
                            ? request.getHeader("Authorization") == null
                            : isLetIn(request, watched) != wrong));
  }

  private static boolean isLetIn(RecordedRequest request, FakeSpace space) {
    String pair = space.getProject() + ":" + space.getToken();
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
