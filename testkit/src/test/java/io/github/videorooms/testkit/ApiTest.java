package io.github.videorooms.testkit;

import io.github.videorooms.openapi.tool.ApiListing;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApiTest {
  @Test
  void api_compiled_equalsTheCommittedListing() throws IOException {
    ApiListing.ofDirectory(Path.of("target/classes"), getClass().getClassLoader())
        .check(Path.of("api.txt"));
  }
}
