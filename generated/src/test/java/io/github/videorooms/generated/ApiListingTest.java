package io.github.videorooms.generated;

import io.github.videorooms.openapi.tool.ApiListing;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApiListingTest {
  @Test
  void api_equalsTheReviewedListing() throws IOException {
    ApiListing.ofDirectory(GeneratedClasses.DIRECTORY, getClass().getClassLoader())
        .check(Path.of("api.txt"));
  }
}
