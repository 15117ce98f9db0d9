package io.github.videorooms.testkit;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import io.github.videorooms.openapi.tool.DocumentTree;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.fakespace.FakeSpaceInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The document with operations, parameters and fields that the space does not know. */
final class GrownDocument {
  private static final Map<String, @Nullable Object> DOCUMENT = grown();
  private static final ApiDescription DESCRIPTION = new ApiDescription(FakeSpaceInput.of(DOCUMENT));
  private static final OpenApiInteractionValidator VALIDATOR =
      Contract.validatorOf(DocumentYaml.write(DOCUMENT));

  private GrownDocument() {}

  /** Starts a space that was built from this document. */
  static FakeSpace start(Contract contract) {
    return contract.start(FakeSpace.builder().api(DESCRIPTION), VALIDATOR);
  }

  private static Map<String, @Nullable Object> grown() {
    Map<String, @Nullable Object> document = read("/io/github/videorooms/openapi/video.yaml");
    merge(document, read("/io/github/videorooms/testkit/grown.yaml"));
    return document;
  }

  private static Map<String, @Nullable Object> read(String resource) {
    return DocumentYaml.read(Document.text(resource));
  }

  private static void merge(
      Map<String, @Nullable Object> document, Map<String, @Nullable Object> additions) {
    additions.forEach(
        (name, addition) -> {
          @Nullable Object present = document.get(name);
          if (present instanceof Map) {
            merge(DocumentTree.object(present), DocumentTree.object(addition));
          } else if (present instanceof List) {
            DocumentTree.list(present).addAll(DocumentTree.list(addition));
          } else {
            document.put(name, addition);
          }
        });
  }
}
