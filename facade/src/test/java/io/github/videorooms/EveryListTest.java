package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.videorooms.ApiDocument.Operation;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link PagedTest} shows of the rooms in depth holds for every list. */
class EveryListTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @RegisterExtension private final Wire wire = new Wire();

  static Stream<PagedList> lists() {
    return new ApiDocument(Examples.document())
        .operations().stream().filter(Operation::isPaged).map(PagedList::new);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void iterator_lastPageWithoutLinks_returnsAllAndEnds(PagedList list) {
    respondWithTwoPages(list);

    assertThat(list.paged(wire)).hasSize(2 * list.pageSize());
    assertThat(wire.requests())
        .extracting(request -> request.getUrl())
        .containsExactly(list.path(), list.path() + "?page_token=PA1");
  }

  @ParameterizedTest
  @MethodSource("lists")
  void nextAsync_lastPageWithoutLinks_hasNoNextAndNoLinks(PagedList list) {
    respondWithTwoPages(list);

    Page<?> last = list.paged(wire).firstPageAsync().thenCompose(Page::nextAsync).join();

    assertThat(last.getItems()).hasSize(list.pageSize());
    assertThat(last.getLinks()).isNull();
    assertThat(last.hasNext()).isFalse();
  }

  private void respondWithTwoPages(PagedList list) {
    if (!list.operation().parameters("query").contains("pageToken")) {
      wire.offContract(); // A list whose pages have no parameter that is documented.
    }
    JsonObject first = list.page();
    first.getAsJsonObject("links").addProperty("next", "?page_token=PA1");
    JsonObject last = list.page();
    last.remove("links");
    wire.respond(
        get(urlPathEqualTo(list.path())).withQueryParam("page_token", absent()), 200, first);
    wire.respond(
        get(urlPathEqualTo(list.path())).withQueryParam("page_token", equalTo("PA1")), 200, last);
  }

  private record PagedList(Operation operation) {
    String path() {
      return operation.path().replaceAll("\\{[^}]*}", ID);
    }

    JsonObject page() {
      return Examples.of(operation.success().findFirst().orElseThrow());
    }

    int pageSize() {
      return page().getAsJsonArray("data").size();
    }

    /** Calls the method that takes nothing but ids. */
    Paged<?> paged(Wire wire) {
      Method list =
          FacadeMethods.of(operation).stream()
              .filter(each -> Stream.of(each.getParameterTypes()).allMatch(String.class::equals))
              .findFirst()
              .orElseThrow();
      try {
        Object resource =
            FacadeMethods.accessorOf(FacadeMethods.classOf(operation))
                .findFirst()
                .orElseThrow()
                .invoke(wire.client().video());
        Object[] ids = Stream.of(list.getParameterTypes()).map(type -> ID).toArray();
        return (Paged<?>) list.invoke(resource, ids);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("the list cannot be called", e);
      }
    }

    @Override
    public String toString() {
      return operation.id();
    }
  }
}
