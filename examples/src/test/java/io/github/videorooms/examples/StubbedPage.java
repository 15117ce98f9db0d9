package io.github.videorooms.examples;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.google.gson.TypeAdapter;
import io.github.videorooms.model.ModelAdapters;
import io.github.videorooms.testkit.FakeSpace;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A list with items that a space would not have by itself. */
final class StubbedPage {
  private StubbedPage() {}

  static <T> void stub(FakeSpace space, String path, Class<T> model, List<T> items) {
    TypeAdapter<T> adapter = Objects.requireNonNull(ModelAdapters.find(model));
    String data = items.stream().map(adapter::toJson).collect(Collectors.joining(",", "[", "]"));
    space
        .wireMock()
        .stubFor(
            WireMock.get(WireMock.urlPathEqualTo(path))
                .willReturn(
                    WireMock.okJson(
                        "{\"links\":{\"self\":\"/x\",\"first\":\"/x\"},\"data\":" + data + "}")));
  }
}
