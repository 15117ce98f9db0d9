package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VendorStyleTest {
  @Test
  void of_vendorsDocument_isEquivalent() throws IOException {
    Map<String, Object> slice = VendorStyle.slice();

    assertThat(
            ApiDifferences.differences(
                ApiReader.read(slice, Set.of()), ApiReader.read(VendorStyle.of(slice), Set.of())))
        .isEmpty();
  }
}
