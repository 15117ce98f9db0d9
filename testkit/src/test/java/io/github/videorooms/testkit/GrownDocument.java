package io.github.videorooms.testkit;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
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

  static List<ApiOperation> operations() {
    return DESCRIPTION.operations();
  }

  /** Starts a space that was built from this document. */
  static FakeSpace start(Contract contract) {
    return contract.start(FakeSpace.builder().api(DESCRIPTION), VALIDATOR);
  }

  private static Map<String, @Nullable Object> grown() {
    Node document = Node.of(read("/io/github/videorooms/openapi/video.yaml"));
    merge(document, Node.of(read("/io/github/videorooms/testkit/grown.yaml")));
    return document.object();
  }

  private static Map<String, @Nullable Object> read(String resource) {
    return DocumentYaml.read(Document.text(resource));
  }

  private static void merge(Node document, Node additions) {
    additions
        .members()
        .forEach(
            addition -> {
              Node present = document.get(addition.key());
              if (present.isObject()) {
                merge(present, addition);
              } else if (present.isList()) {
                present.list().addAll(addition.list());
              } else {
                document.put(addition.key(), addition.value());
              }
            });
  }
}
