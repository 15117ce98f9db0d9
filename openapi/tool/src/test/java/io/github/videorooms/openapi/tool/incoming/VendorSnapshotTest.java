package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VendorSnapshotTest {
  private static final int SEEDS = 300;

  @Test
  void of_schemaOfAnyShape_isEqualWhenReadAgain() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomSchemas random = new RandomSchemas(seed);
      Map<String, Object> document =
          DocumentYaml.read(
              """
              openapi: 3.1.0
              paths:
                /api/video/rooms:
                  post: {requestBody: {content: {application/json: {}}}, responses: {}}
              components: {schemas: {}}
              """);
      Node.of(document)
          .get("components", "schemas")
          .object()
          .put(RandomSchemas.NAMED, random.object());
      Node.of(document)
          .get("paths", "/api/video/rooms", "post", "requestBody", "content", "application/json")
          .object()
          .put("schema", random.schema());

      String text = snapshot(document);

      assertThat(snapshot(DocumentYaml.read(text))).as("seed %s", seed).isEqualTo(text);
    }
  }

  private static String snapshot(Map<String, Object> document) {
    return DocumentYaml.write(VendorSnapshot.of(ApiReader.read(document, Set.of())));
  }
}
