package io.github.videorooms.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.videorooms.api.LogsApi.ListLogsQuery;
import io.github.videorooms.api.RoomsApi.ListRoomsQuery;
import io.github.videorooms.generated.GeneratedClasses;
import io.github.videorooms.generated.Operation;
import io.github.videorooms.generated.VideoDocument;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QueryTest {
  @Test
  void queries_existForTheOperationsThatTakeOne() {
    assertThat(GeneratedClasses.queries())
        .extracting(Class::getSimpleName)
        .containsExactlyInAnyOrderElementsOf(
            operationsWithQuery().map(Operation::queryName).toList());
  }

  @ParameterizedTest
  @MethodSource("operationsWithQuery")
  void builder_hasMethodsForAllParametersAndExtras(Operation operation) throws Exception {
    List<String> expected = new ArrayList<>(List.of("putExtra", "build"));
    expected.addAll(operation.queryMethods());
    assertThat(queryOf(operation).getMethod("builder").getReturnType().getDeclaredMethods())
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
        .extracting(Method::getName)
        .hasSameElementsAs(expected);
  }

  private static Class<?> queryOf(Operation operation) {
    return GeneratedClasses.queries()
        .filter(type -> type.getSimpleName().equals(operation.queryName()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void toMap_withNothingSet_isEmpty() {
    assertThat(ListRoomsQuery.builder().build().toMap()).isEmpty();
  }

  @Test
  void toMap_withAllSet_containsTheTextsUnderTheDocumentsNames() {
    ListRoomsQuery query =
        ListRoomsQuery.builder()
            .includeActiveSession(true)
            .startsAfter("2026-04-01T00:00:00Z")
            .endsBefore("2026-05-01")
            .pageNumber(2)
            .pageSize(1000)
            .pageToken("PA61c0e9d7")
            .build();
    assertThat(query.toMap())
        .containsOnly(
            Map.entry("include_active_session", "true"),
            Map.entry("starts_after", "2026-04-01T00:00:00Z"),
            Map.entry("ends_before", "2026-05-01"),
            Map.entry("page_number", "2"),
            Map.entry("page_size", "1000"),
            Map.entry("page_token", "PA61c0e9d7"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-01T00:00:00Z, 2026-04-01T00:00:00Z",
    "2026-04-01T02:00:00.5+02:00, 2026-04-01T00:00:00.500Z"
  })
  void builder_aTime_isSentInUtc(OffsetDateTime time, String sent) {
    assertThat(ListRoomsQuery.builder().startsAfter(time.toInstant()).build())
        .isEqualTo(ListRoomsQuery.builder().startsAfter(sent).build());
  }

  @Test
  void builder_timesOfTheDocument_acceptStringAndInstant() throws Exception {
    List<Operation> operations =
        operationsWithQuery().filter(each -> !each.timeMethods().isEmpty()).toList();
    assertThat(operations).isNotEmpty();
    for (Operation operation : operations) {
      for (String name : operation.timeMethods()) {
        assertThat(queryOf(operation).getMethod("builder").getReturnType().getDeclaredMethods())
            .filteredOn(method -> method.getName().equals(name))
            .extracting(method -> method.getParameterTypes()[0])
            .containsExactlyInAnyOrder(Instant.class, String.class);
      }
    }
  }

  @Test
  void builder_nullAfterAValue_omitsTheParameter() {
    assertThat(ListRoomsQuery.builder().pageSize(5).pageSize(null).build().toMap()).isEmpty();
  }

  @Test
  void putExtra_newName_isSent() {
    assertThat(ListRoomsQuery.builder().putExtra("novelty", "1").build().toMap())
        .containsOnly(Map.entry("novelty", "1"));
  }

  @Test
  void putExtra_declaredName_replacesTheTypedValue() {
    assertThat(ListRoomsQuery.builder().pageSize(5).putExtra("page_size", "all").build().toMap())
        .containsOnly(Map.entry("page_size", "all"));
  }

  @Test
  void putExtra_null_isRejectedWithoutChangingTheBuilder() {
    ListRoomsQuery.Builder builder = ListRoomsQuery.builder().pageSize(5);
    assertThatNullPointerException()
        .isThrownBy(() -> builder.putExtra("page_size", null))
        .withMessage("value of page_size: a query cannot express null");
    assertThat(builder.build().toMap()).containsOnly(Map.entry("page_size", "5"));
  }

  @Test
  void putExtra_withoutAName_isRejected() {
    assertThatNullPointerException()
        .isThrownBy(() -> ListRoomsQuery.builder().putExtra(null, "1"))
        .withMessage("name");
  }

  @Test
  void toMap_isUnmodifiable() {
    assertThat(ListRoomsQuery.builder().pageSize(5).build().toMap()).isUnmodifiable();
  }

  @Test
  void toBuilder_changed_doesNotAffectTheQuery() {
    ListRoomsQuery query = ListRoomsQuery.builder().pageSize(5).build();
    assertThat(query.toBuilder().pageNumber(1).build().toMap())
        .containsOnly(Map.entry("page_size", "5"), Map.entry("page_number", "1"));
    assertThat(query.toMap()).containsOnlyKeys("page_size");
  }

  @Test
  void equals_sameParameters_isTrue() {
    ListRoomsQuery query = ListRoomsQuery.builder().pageSize(5).build();
    assertThat(query)
        .isEqualTo(query.toBuilder().build())
        .hasSameHashCodeAs(query.toBuilder().build());
  }

  @Test
  void equals_otherParametersOrOtherQuery_isFalse() {
    assertThat(ListRoomsQuery.builder().build())
        .isNotEqualTo(ListRoomsQuery.builder().pageSize(5).build())
        .isNotEqualTo(ListLogsQuery.builder().build());
  }

  @Test
  void toString_showsTheParametersByName() {
    assertThat(ListRoomsQuery.builder().pageSize(5).pageNumber(1).build())
        .hasToString("ListRoomsQuery{page_number=1, page_size=5}");
  }

  static Stream<Operation> operationsWithQuery() {
    return VideoDocument.operations().stream().filter(Operation::hasQuery);
  }
}
