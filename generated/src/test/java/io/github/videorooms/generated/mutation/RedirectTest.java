package io.github.videorooms.generated.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.generated.VideoDocument;
import io.github.videorooms.openapi.tool.Lint;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests lint and generator for operations whose success response is a redirect. */
@Tag("thorough")
class RedirectTest {
  private static final String API = "io.github.videorooms.api.RoomRecordingsApi";

  private static List<String> generated;

  @BeforeAll
  static void build(@TempDir Path directory) throws Exception {
    Program.run(Description.class, directory.toString());
    generated = Files.readAllLines(directory.resolve("description.txt"));
  }

  @Test
  void document_withARedirect_hasNoFindings() throws IOException {
    assertThat(Lint.check(document().root())).isEmpty();
  }

  @Test
  void method_ofARedirect_returnsNoBody() {
    assertThat(generated.get(0))
        .endsWith("retrofit2.Call<java.lang.Void> " + API + ".downloadFile(java.lang.String)");
  }

  @Test
  void annotation_ofARedirect_holdsItsStatus() {
    assertThat(generated.get(1))
        .contains("id=\"download_file\"", "path=\"/api/video/files/{id}.mp4\"", "redirect=302");
  }

  @Test
  void path_parameterBeforeASuffix_isAPathParameterOfRetrofit() {
    assertThat(generated.get(2)).isEqualTo("@retrofit2.http.GET(\"api/video/files/{id}.mp4\")");
    assertThat(generated.get(3)).isEqualTo("@retrofit2.http.Path(encoded=false, value=\"id\")");
  }

  private static Tree document() throws IOException {
    Tree document = new Tree(Files.readString(VideoDocument.FILE));
    document
        .object("paths")
        .put(
            "/api/video/files/{id}.mp4",
            Mutations.yaml(
                """
                get:
                  operationId: download_file
                  x-method: downloadFile
                  x-redirect: 302
                  tags: [Room Recordings]
                  summary: Download a file
                  description: Redirects to the file.
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
                  responses:
                    '302':
                      description: The file is at another address.
                      headers:
                        Location: {description: Where., schema: {type: string}}
                    '401': {$ref: '#/components/responses/Unauthorized'}
                    '404': {$ref: '#/components/responses/NotFound'}
                    '422': {$ref: '#/components/responses/UnprocessableEntity'}
                    '429': {$ref: '#/components/responses/TooManyRequests'}
                    default: {$ref: '#/components/responses/UnexpectedError'}
                """));
    return document;
  }

  /** Writes the generated annotation of the operation. */
  static final class Description {
    public static void main(String[] arguments) throws Exception {
      Path directory = Path.of(arguments[0]);
      BuiltDocument built = new BuiltDocument(directory.resolve("built"));
      String fault = built.build(document().toYaml());
      if (!fault.isEmpty()) {
        throw new IllegalStateException(fault);
      }
      try (URLClassLoader loader =
          new URLClassLoader(new URL[] {built.classes().toUri().toURL()})) {
        Files.write(directory.resolve("description.txt"), describe(loader.loadClass(API)));
      }
      System.exit(0);
    }

    private static List<String> describe(Class<?> api) throws ReflectiveOperationException {
      Method method = api.getMethod("downloadFile", String.class);
      return List.of(
          method.toGenericString(),
          annotation("Operation", method.getAnnotations()),
          annotation("GET", method.getAnnotations()),
          annotation("Path", method.getParameters()[0].getAnnotations()));
    }

    private static String annotation(String name, Annotation[] all) {
      return Stream.of(all)
          .filter(each -> each.annotationType().getSimpleName().equals(name))
          .map(Annotation::toString)
          .findFirst()
          .orElseThrow();
    }

    private Description() {}
  }
}
