package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.gson.JsonPrimitive;
import io.github.videorooms.generated.Schema;
import io.github.videorooms.generated.VideoDocument;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OpenEnumTest {
  @ParameterizedTest
  @MethodSource("enums")
  void constants_haveTheNamesAndValuesOfTheDocument(Schema schema) throws Exception {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field constant : schema.type().getFields()) {
      values.put(constant.getName(), constant.get(null));
    }
    assertThat(values.keySet()).containsExactlyElementsOf(schema.constants().keySet());
    assertThat(values.values())
        .extracting(Object::toString)
        .containsExactlyElementsOf(schema.constants().values());
  }

  @ParameterizedTest
  @MethodSource("enums")
  void known_hasAConstantForEachAndUnknown(Schema schema) {
    List<String> names = new ArrayList<>(schema.constants().keySet());
    names.add("UNKNOWN");
    assertThat(schema.type().getDeclaredClasses())
        .filteredOn(Class::isEnum)
        .singleElement()
        .satisfies(
            known ->
                assertThat(known.getEnumConstants())
                    .extracting(Object::toString)
                    .containsExactlyElementsOf(names));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void readAndWrite_eachConstant_returnsTheConstantAndItsText(Schema schema) throws Exception {
    for (Field constant : schema.type().getFields()) {
      JsonPrimitive text = new JsonPrimitive(schema.constants().get(constant.getName()));
      assertThat((Object) Json.read(schema.type(), text)).isSameAs(constant.get(null));
      assertThat(Json.tree(constant.get(null))).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @MethodSource("enums")
  void known_ofEachConstant_hasItsName(Schema schema) throws Exception {
    for (Field constant : schema.type().getFields()) {
      assertThat(schema.type().getMethod("known").invoke(constant.get(null)))
          .hasToString(constant.getName());
    }
  }

  @ParameterizedTest
  @MethodSource("enums")
  void readAndWrite_unknownValue_preservesIt(Schema schema) {
    assertThat(Json.write(Json.read(schema.type(), "\"presenter-9\"")))
        .isEqualTo("\"presenter-9\"");
  }

  @ParameterizedTest
  @MethodSource("enums")
  void read_null_isNull(Schema schema) {
    assertThat((Object) Json.read(schema.type(), "null")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "true, true", "1e400, 1e400"})
  void read_otherScalar_isReadAsAString(String json, String value) {
    assertThat(Json.read(Layout.class, json).getValue()).isEqualTo(value);
  }

  @Test
  void of_knownValue_isTheConstant() {
    assertThat(Layout.of("grid-responsive")).isSameAs(Layout.GRID_RESPONSIVE);
  }

  @Test
  void of_null_isRejected() {
    assertThatNullPointerException().isThrownBy(() -> Layout.of(null)).withMessage("value");
  }

  @Test
  void isKnown_constant_isTrue() {
    assertThat(Quality.HD_720P.isKnown()).isTrue();
  }

  @Test
  void isKnown_unknownValue_isFalse() {
    assertThat(Quality.of("4k").isKnown()).isFalse();
  }

  @Test
  void getValueAndToString_unknownValue_returnTheRawText() {
    assertThat(Quality.of("4k").getValue()).isEqualTo("4k");
    assertThat(Quality.of("4k")).hasToString("4k");
  }

  @Test
  void equals_sameUnknownValue_isTrue() {
    assertThat(Quality.of("4k")).isEqualTo(Quality.of("4k")).hasSameHashCodeAs(Quality.of("4k"));
  }

  @Test
  void equals_otherUnknownValueOrOtherEnum_isFalse() {
    assertThat(Quality.of("4k")).isNotEqualTo(Quality.of("8k")).isNotEqualTo(Layout.of("4k"));
  }

  @ParameterizedTest
  @CsvSource({"1x1, one", "grid-responsive, grid", "presenter-9, presenter-9?"})
  void known_inASwitch_choosesTheBranch(String value, String branch) {
    assertThat(describe(Layout.of(value))).isEqualTo(branch);
  }

  private static String describe(Layout layout) {
    return switch (layout.known()) {
      case LAYOUT_1X1 -> "one";
      case GRID_RESPONSIVE -> "grid";
      case UNKNOWN -> layout.getValue() + "?";
      default -> "other";
    };
  }

  static Stream<Schema> enums() {
    return VideoDocument.enums();
  }
}
