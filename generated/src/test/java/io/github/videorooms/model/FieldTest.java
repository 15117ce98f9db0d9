package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.gson.JsonElement;
import io.github.videorooms.generated.Property;
import io.github.videorooms.generated.Schema;
import io.github.videorooms.generated.VideoDocument;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the contract of each field of each model. */
class FieldTest {
  @ParameterizedTest
  @MethodSource("fields")
  void write_afterReadingOneField_writesOnlyThatField(Property field) {
    assertThat(Json.tree(Reflection.readWithSample(field)))
        .isEqualTo(Reflection.object(field.name(), field.sample()));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void set_inACopyOfTheExample_changesOnlyThatField(Property field) throws Exception {
    Object builder = exampleBuilder(field);
    Reflection.set(builder, field, Reflection.sample(field));
    assertThat(Json.tree(Reflection.build(builder)))
        .isEqualTo(Reflection.with(example(field), field.name(), field.sample()));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void equals_withThatFieldMissing_isFalse(Property field) {
    assertThat(Reflection.readWithSample(field))
        .isNotEqualTo(Json.read(field.owner().type(), "{}"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void putExtra_underItsName_replacesIt(Property field) throws Exception {
    Object builder = exampleBuilder(field);
    Reflection.set(builder, field, Reflection.sample(field));
    Reflection.putExtra(builder, field.name(), null);
    assertThat(Json.tree(Reflection.build(builder)))
        .isEqualTo(Reflection.with(example(field), field.name(), null));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void set_afterPutExtraUnderItsName_replacesTheExtra(Property field) throws Exception {
    Object builder = exampleBuilder(field);
    Reflection.putExtra(builder, field.name(), List.of("odd"));
    Reflection.set(builder, field, Reflection.sample(field));
    assertThat(Json.tree(Reflection.build(builder)))
        .isEqualTo(Reflection.with(example(field), field.name(), field.sample()));
  }

  @ParameterizedTest
  @MethodSource("modelSchemas")
  void clear_byTheDocument_existsForNullableFieldsOfUpdates(Schema schema) throws Exception {
    assertThat(schema.type().getMethod("builder").getReturnType().getDeclaredMethods())
        .extracting(Method::getName)
        .filteredOn(name -> name.matches("clear[A-Z].*"))
        .containsExactlyInAnyOrderElementsOf(
            schema.properties().filter(Property::isClearable).map(Property::clearName).toList());
  }

  @ParameterizedTest
  @MethodSource("clearable")
  void clear_afterAValue_sendsAnExplicitNull(Property field) throws Exception {
    Object builder = exampleBuilder(field);
    Reflection.set(builder, field, Reflection.sample(field));
    Reflection.clear(builder, field);
    Object cleared = Reflection.build(builder);
    assertThat(Json.tree(cleared)).isEqualTo(Reflection.with(example(field), field.name(), null));
    assertThat(Reflection.get(cleared, field)).isNull();
  }

  @ParameterizedTest
  @MethodSource("clearable")
  void clear_beforeAValue_sendsTheValue(Property field) throws Exception {
    Object builder = exampleBuilder(field);
    Reflection.clear(builder, field);
    Reflection.set(builder, field, Reflection.sample(field));
    assertThat(Json.tree(Reflection.build(builder)))
        .isEqualTo(Reflection.with(example(field), field.name(), field.sample()));
  }

  @ParameterizedTest
  @MethodSource("clearable")
  void clear_thenTheTypedSetterOfNull_omitsTheField(Property field) throws Exception {
    Object builder = exampleBuilder(field);
    Reflection.clear(builder, field);
    Reflection.set(builder, field, null);
    assertThat(Json.tree(Reflection.build(builder)))
        .isEqualTo(Reflection.without(example(field), field.name()));
  }

  @ParameterizedTest
  @MethodSource("clearable")
  void clear_copiedAndReadBack_isEqualAndDiffersFromOmitted(Property field) throws Exception {
    Object builder = exampleBuilder(field);
    Reflection.clear(builder, field);
    Object cleared = Reflection.build(builder);
    assertThat(Reflection.build(Reflection.toBuilder(cleared)))
        .isEqualTo(cleared)
        .hasSameHashCodeAs(cleared);
    assertThat((Object) Json.read(field.owner().type(), Json.write(cleared))).isEqualTo(cleared);
    Reflection.set(builder, field, null);
    assertThat(Reflection.build(builder)).isNotEqualTo(cleared);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void getter_byTheDocument_isNullableOrNot(Property field) throws Exception {
    assertThat(field.getter().getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
        .isEqualTo(!field.isPromised());
  }

  @ParameterizedTest
  @MethodSource("fields")
  void builderMethod_byTheDocument_takesNullOrNot(Property field) {
    assertThat(field.setter().getAnnotatedParameterTypes()[0].isAnnotationPresent(Nullable.class))
        .isEqualTo(!field.isPromised());
  }

  @ParameterizedTest
  @MethodSource("booleansAndIntegers")
  void booleanOrInteger_always_isBoxed(Property field) throws Exception {
    // A primitive would make it a breaking change if the API requires a field one day.
    assertThat(field.getter().getReturnType().isPrimitive()).isFalse();
    assertThat(field.setter().getParameterTypes()[0].isPrimitive()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("promised")
  void get_ofAPromisedFieldThatWasNotSent_saysSo(Property field) {
    Object model = Json.read(field.owner().type(), "{}");
    assertThatIllegalStateException()
        .isThrownBy(() -> Reflection.get(model, field))
        .withMessage(
            field + (field.owner().isRequest() ? " was not set" : " was not in the response"));
  }

  @ParameterizedTest
  @MethodSource("promisedObjects")
  void set_ofARequiredFieldToNull_isRejectedByName(Property field) {
    assertThatNullPointerException()
        .isThrownBy(() -> Reflection.set(exampleBuilder(field), field, null))
        .withMessage(field.javaName());
  }

  @ParameterizedTest
  @MethodSource("optional")
  void get_ofAnOptionalFieldThatWasNotSent_isNull(Property field) throws Exception {
    assertThat(Reflection.get(Json.read(field.owner().type(), "{}"), field)).isNull();
  }

  @ParameterizedTest
  @MethodSource("optional")
  void set_ofAnOptionalFieldToNull_omitsIt(Property field) throws Exception {
    Object builder = exampleBuilder(field);
    Reflection.set(builder, field, null);
    assertThat(Json.tree(Reflection.build(builder)))
        .isEqualTo(Reflection.without(example(field), field.name()));
  }

  @ParameterizedTest
  @MethodSource("requiredOfRequests")
  void build_ofARequestWithoutARequiredField_namesItAndTheFix(Property field) {
    Object model =
        Json.read(field.owner().type(), Reflection.without(example(field), field.name()));
    assertThatIllegalStateException()
        .isThrownBy(() -> Reflection.build(Reflection.toBuilder(model)))
        .withMessage(
            "%s needs %s: call %s(...) before build()",
            field.owner(), field.name(), field.javaName());
  }

  @ParameterizedTest
  @MethodSource("promisedOfResponses")
  void build_ofAResponseWithoutAPromisedField_isAllowed(Property field) throws Exception {
    assertThat(Reflection.build(Reflection.builder(field.owner().type())))
        .hasToString(field.owner() + "{}");
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void toString_possibleSecret_hidesIt(Property field) {
    assertThat(Reflection.readWithSample(field))
        .hasToString("%s{%s=***}", field.owner(), field.name());
  }

  @ParameterizedTest
  @MethodSource("freeForm")
  void toString_ofAFreeFormField_showsItsNamesOnly(Property field) {
    assertThat(Reflection.readWithSample(field))
        .hasToString("%s{%s=[shown, b]}", field.owner(), field.name());
  }

  @ParameterizedTest
  @MethodSource("plain")
  void toString_ofAPlainField_showsIt(Property field) throws Exception {
    assertThat(Reflection.readWithSample(field))
        .hasToString("%s{%s=%s}", field.owner(), field.name(), Reflection.sample(field));
  }

  @ParameterizedTest
  @MethodSource("withPresence")
  void isPresent_byTheField_isTrueOrFalse(Property field) throws Exception {
    assertThat(Reflection.isPresent(Reflection.readWithSample(field), field)).isEqualTo(true);
    assertThat(Reflection.isPresent(Json.read(field.owner().type(), "{}"), field)).isEqualTo(false);
  }

  private static JsonElement example(Property field) {
    return field.owner().example();
  }

  private static Object exampleBuilder(Property field) throws ReflectiveOperationException {
    return Reflection.toBuilder(Json.read(field.owner().type(), example(field)));
  }

  static Stream<Property> fields() {
    return VideoDocument.properties();
  }

  static Stream<Property> clearable() {
    return fields().filter(Property::isClearable);
  }

  static Stream<Schema> modelSchemas() {
    return VideoDocument.models();
  }

  static Stream<Property> booleansAndIntegers() {
    return fields().filter(Property::isBooleanOrInteger);
  }

  static Stream<Property> promised() {
    return fields().filter(Property::isPromised);
  }

  static Stream<Property> promisedObjects() {
    return promised().filter(field -> !field.isBooleanOrInteger());
  }

  static Stream<Property> promisedOfResponses() {
    return promised().filter(field -> !field.owner().isRequest());
  }

  static Stream<Property> requiredOfRequests() {
    return promised().filter(field -> field.owner().isRequest());
  }

  static Stream<Property> optional() {
    return fields().filter(field -> !field.isPromised());
  }

  static Stream<Property> secrets() {
    return fields().filter(field -> field.isSecret() || field.isOfAnyType());
  }

  static Stream<Property> withPresence() {
    return fields().filter(Property::hasPresence);
  }

  static Stream<Property> freeForm() {
    return fields().filter(Property::isFreeForm);
  }

  static Stream<Property> plain() {
    return fields()
        .filter(field -> !field.isSecret() && !field.isFreeForm() && !field.isOfAnyType());
  }
}
