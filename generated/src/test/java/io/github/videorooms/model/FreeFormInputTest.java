package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which values extras and free-form fields accept. */
class FreeFormInputTest {
  private static final int DEEPEST = 254;

  @ParameterizedTest
  @MethodSource("accepted")
  void putExtra_valueOfJson_isCopiedAsIfRead(Object value, Object kept) {
    UpdateRoomRequest request = UpdateRoomRequest.builder().putExtra("x", value).build();
    assertThat(request.getExtras()).isEqualTo(Map.of("x", kept));
    assertThat(Json.read(UpdateRoomRequest.class, Json.write(request))).isEqualTo(request);
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of("text", "text"),
        Arguments.of(true, true),
        Arguments.of((byte) 1, 1L),
        Arguments.of((short) 1, 1L),
        Arguments.of(1, 1L),
        Arguments.of(Long.MIN_VALUE, Long.MIN_VALUE),
        Arguments.of(BigInteger.ONE, 1L),
        Arguments.of(BigInteger.TWO.pow(70), BigInteger.TWO.pow(70)),
        Arguments.of(new AtomicInteger(1), 1L),
        Arguments.of(0.1f, new BigDecimal("0.1")),
        Arguments.of(0.1, new BigDecimal("0.1")),
        Arguments.of(20.0, new BigDecimal("20.0")),
        Arguments.of(Double.MIN_VALUE, new BigDecimal("4.9E-324")),
        Arguments.of(new BigDecimal("1e400"), new BigDecimal("1e400")),
        Arguments.of(List.of(1, List.of()), List.of(1L, List.of())),
        Arguments.of(new LinkedHashSet<>(List.of("a", "b")), List.of("a", "b")),
        Arguments.of(Map.of("a", Map.of("b", 1)), Map.of("a", Map.of("b", 1L))));
  }

  @Test
  void meta_withNulls_preservesThem() {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("nothing", null);
    meta.put("list", Arrays.asList(1, null));
    assertThat(Json.write(UpdateRoomRequest.builder().meta(meta).build()))
        .isEqualTo("{\"meta\":{\"nothing\":null,\"list\":[1,null]}}");
  }

  @Test
  void meta_withFieldsInOrder_preservesTheOrder() {
    Map<String, Integer> meta = new LinkedHashMap<>();
    meta.put("z", 1);
    meta.put("a", 2);
    assertThat(Json.write(UpdateRoomRequest.builder().meta(meta).build()))
        .isEqualTo("{\"meta\":{\"z\":1,\"a\":2}}");
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void meta_withValuesInvalidInJson_isRejectedWithItsPath(Object value, String reason) {
    Map<String, Object> meta = Map.of("list", List.of(0, Map.of("x", value)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UpdateRoomRequest.builder().meta(meta))
        .withMessageStartingWith("meta.list[1].x " + reason);
  }

  static Stream<Arguments> foreign() {
    return Stream.of(
        Arguments.of(Instant.EPOCH, "is of class java.time.Instant,"),
        Arguments.of('c', "is of class java.lang.Character,"),
        Arguments.of(new int[] {1}, "is of class [I,"),
        Arguments.of(Layout.LAYOUT_1X1, "is of class io.github.videorooms.model.Layout,"),
        Arguments.of(Double.NaN, "is a number that JSON does not have"),
        Arguments.of(Float.POSITIVE_INFINITY, "is a number that JSON does not have"),
        Arguments.of(Map.of(1, "one"), "has a key that is no string"));
  }

  @Test
  void putExtra_withValuesInvalidInJson_isRejectedWithItsPath() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UpdateRoomRequest.builder().putExtra("since", Instant.EPOCH))
        .withMessage(
            "since is of class java.time.Instant, which is no JSON value: give a string, number,"
                + " boolean, list or map");
  }

  @Test
  void putExtra_withANullKey_isRejected() {
    Map<String, Object> value = new HashMap<>();
    value.put(null, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UpdateRoomRequest.builder().putExtra("x", value))
        .withMessage("x has a key that is no string");
  }

  @Test
  void putExtra_rejected_doesNotChangeTheBuilder() {
    UpdateRoomRequest.Builder builder = UpdateRoomRequest.builder().layout(Layout.LAYOUT_1X1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.putExtra("layout", Layout.LAYOUT_5UP));
    assertThat(builder.build().getLayout()).isEqualTo(Layout.LAYOUT_1X1);
  }

  @Test
  void putExtra_mapThatContainsItself_isRejected() {
    Map<String, Object> cycle = new HashMap<>();
    cycle.put("again", cycle);
    assertRefusedAsTooDeep(cycle);
  }

  @Test
  void putExtra_listThatContainsItself_isRejected() {
    List<Object> cycle = new ArrayList<>();
    cycle.add(cycle);
    assertRefusedAsTooDeep(cycle);
  }

  @ParameterizedTest
  @ValueSource(ints = {DEEPEST + 1, 100_000})
  void putExtra_nestedTooDeeply_isRejected(int depth) {
    assertRefusedAsTooDeep(nested(depth));
  }

  @Test
  void putExtra_nestedAsDeeplyAsAllowed_isWrittenAndReadBack() {
    UpdateRoomRequest request = UpdateRoomRequest.builder().putExtra("x", nested(DEEPEST)).build();
    assertThat(Json.read(UpdateRoomRequest.class, Json.write(request))).isEqualTo(request);
  }

  private static Object nested(int depth) {
    @Nullable Object value = null;
    for (int i = 0; i < depth; i++) {
      value =
          i % 2 == 0 ? new ArrayList<>(Arrays.asList(value)) : new HashMap<>(Map.of("a", value));
    }
    return value;
  }

  private static void assertRefusedAsTooDeep(Object value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UpdateRoomRequest.builder().putExtra("x", value))
        .withMessage("x is nested deeper than %d levels, or holds itself", DEEPEST);
  }
}
