package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.generated.Schema;
import io.github.videorooms.generated.VideoDocument;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the contract of each model with its example in the document. */
class ModelExampleTest {
  @ParameterizedTest
  @MethodSource("models")
  void write_afterReadingTheExample_equalsTheExample(Schema schema) {
    assertThat(Json.tree(readExample(schema))).isEqualTo(schema.example());
  }

  @ParameterizedTest
  @MethodSource("models")
  void read_written_isEqual(Schema schema) {
    Object model = readExample(schema);
    assertThat(Json.read(schema.type(), Json.write(model)))
        .isEqualTo(model)
        .hasSameHashCodeAs(model);
  }

  @ParameterizedTest
  @MethodSource("models")
  void toBuilder_unchanged_buildsAnEqualOne(Schema schema) throws Exception {
    Object model = readExample(schema);
    assertThat(Reflection.build(Reflection.toBuilder(model)))
        .isEqualTo(model)
        .hasSameHashCodeAs(model);
  }

  @ParameterizedTest
  @MethodSource("models")
  void toBuilder_changed_doesNotAffectTheModel(Schema schema) throws Exception {
    Object model = readExample(schema);
    Reflection.putExtra(Reflection.toBuilder(model), "novelty", true);
    assertThat(model).isEqualTo(readExample(schema));
  }

  @ParameterizedTest
  @MethodSource("models")
  void build_calledTwiceWithAChangeBetween_doesNotAffectTheFirst(Schema schema) throws Exception {
    Object builder = Reflection.toBuilder(readExample(schema));
    Object first = Reflection.build(builder);
    Reflection.putExtra(builder, "novelty", true);
    assertThat(first).isNotEqualTo(Reflection.build(builder)).isEqualTo(readExample(schema));
  }

  @ParameterizedTest
  @MethodSource("models")
  void equals_withAnotherExtra_isFalse(Schema schema) {
    assertThat(readExample(schema))
        .isNotEqualTo(
            Json.read(
                schema.type(), Reflection.with(schema.example(), "novelty", schema.example())));
  }

  @ParameterizedTest
  @MethodSource("models")
  void equals_withAnotherType_isFalse(Schema schema) {
    assertThat(readExample(schema)).isNotEqualTo(schema.example()).isNotEqualTo(null);
  }

  @ParameterizedTest
  @MethodSource("models")
  void read_ofNull_isNull(Schema schema) {
    assertThat((Object) Json.read(schema.type(), "null")).isNull();
  }

  @ParameterizedTest
  @MethodSource("models")
  void toString_withNothingSet_isOnlyTheName(Schema schema) {
    assertThat(Json.read(schema.type(), "{}")).hasToString(schema.name() + "{}");
  }

  private static Object readExample(Schema schema) {
    return Json.read(schema.type(), schema.example());
  }

  static Stream<Schema> models() {
    return VideoDocument.models();
  }
}
