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

/** What holds for each member of each model. */
class MemberTest {
  @ParameterizedTest
  @MethodSource("members")
  void write_afterReadingOneMember_givesThatMemberAlone(Property member) {
    assertThat(Json.tree(Reflection.readWithSample(member)))
        .isEqualTo(Reflection.object(member.name(), member.sample()));
  }

  @ParameterizedTest
  @MethodSource("members")
  void set_inACopyOfTheExample_changesThatMemberAlone(Property member) throws Exception {
    Object builder = exampleBuilder(member);
    Reflection.set(builder, member, Reflection.sample(member));
    assertThat(Json.tree(Reflection.build(builder)))
        .isEqualTo(Reflection.with(example(member), member.name(), member.sample()));
  }

  @ParameterizedTest
  @MethodSource("members")
  void equals_withThatMemberMissing_isFalse(Property member) {
    assertThat(Reflection.readWithSample(member))
        .isNotEqualTo(Json.read(member.owner().type(), "{}"));
  }

  @ParameterizedTest
  @MethodSource("members")
  void putExtra_underItsName_replacesIt(Property member) throws Exception {
    Object builder = exampleBuilder(member);
    Reflection.set(builder, member, Reflection.sample(member));
    Reflection.putExtra(builder, member.name(), null);
    assertThat(Json.tree(Reflection.build(builder)))
        .isEqualTo(Reflection.with(example(member), member.name(), null));
  }

  @ParameterizedTest
  @MethodSource("members")
  void set_afterPutExtraUnderItsName_replacesTheExtra(Property member) throws Exception {
    Object builder = exampleBuilder(member);
    Reflection.putExtra(builder, member.name(), List.of("odd"));
    Reflection.set(builder, member, Reflection.sample(member));
    assertThat(Json.tree(Reflection.build(builder)))
        .isEqualTo(Reflection.with(example(member), member.name(), member.sample()));
  }

  @ParameterizedTest
  @MethodSource("modelSchemas")
  void clear_byTheDocument_isThereForNullableFieldsOfUpdates(Schema schema) throws Exception {
    assertThat(schema.type().getMethod("builder").getReturnType().getDeclaredMethods())
        .extracting(Method::getName)
        .filteredOn(name -> name.matches("clear[A-Z].*"))
        .containsExactlyInAnyOrderElementsOf(
            schema.properties().filter(Property::isClearable).map(Property::clearName).toList());
  }

  @ParameterizedTest
  @MethodSource("clearable")
  void clear_afterAValue_sendsAnExplicitNull(Property member) throws Exception {
    Object builder = exampleBuilder(member);
    Reflection.set(builder, member, Reflection.sample(member));
    Reflection.clear(builder, member);
    Object cleared = Reflection.build(builder);
    assertThat(Json.tree(cleared)).isEqualTo(Reflection.with(example(member), member.name(), null));
    assertThat(Reflection.get(cleared, member)).isNull();
  }

  @ParameterizedTest
  @MethodSource("clearable")
  void clear_beforeAValue_sendsTheValue(Property member) throws Exception {
    Object builder = exampleBuilder(member);
    Reflection.clear(builder, member);
    Reflection.set(builder, member, Reflection.sample(member));
    assertThat(Json.tree(Reflection.build(builder)))
        .isEqualTo(Reflection.with(example(member), member.name(), member.sample()));
  }

  @ParameterizedTest
  @MethodSource("clearable")
  void clear_thenTheTypedSetterOfNull_leavesTheFieldOut(Property member) throws Exception {
    Object builder = exampleBuilder(member);
    Reflection.clear(builder, member);
    Reflection.set(builder, member, null);
    assertThat(Json.tree(Reflection.build(builder)))
        .isEqualTo(Reflection.without(example(member), member.name()));
  }

  @ParameterizedTest
  @MethodSource("clearable")
  void clear_copiedAndReadBack_isEqualAndDiffersFromLeftOut(Property member) throws Exception {
    Object builder = exampleBuilder(member);
    Reflection.clear(builder, member);
    Object cleared = Reflection.build(builder);
    assertThat(Reflection.build(Reflection.toBuilder(cleared)))
        .isEqualTo(cleared)
        .hasSameHashCodeAs(cleared);
    assertThat((Object) Json.read(member.owner().type(), Json.write(cleared))).isEqualTo(cleared);
    Reflection.set(builder, member, null);
    assertThat(Reflection.build(builder)).isNotEqualTo(cleared);
  }

  @ParameterizedTest
  @MethodSource("members")
  void getter_byTheDocument_isNullableOrNot(Property member) throws Exception {
    assertThat(member.getter().getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
        .isEqualTo(!member.isPromised());
  }

  @ParameterizedTest
  @MethodSource("members")
  void builderMethod_byTheDocument_takesNullOrNot(Property member) {
    assertThat(member.setter().getAnnotatedParameterTypes()[0].isAnnotationPresent(Nullable.class))
        .isEqualTo(!member.isPromised());
  }

  @ParameterizedTest
  @MethodSource("booleansAndIntegers")
  void booleanOrInteger_byTheDocument_isPrimitiveOrBoxed(Property member) throws Exception {
    assertThat(member.getter().getReturnType().isPrimitive()).isEqualTo(member.isPromised());
  }

  @ParameterizedTest
  @MethodSource("promised")
  void get_ofAPromisedMemberThatWasNotSent_saysSo(Property member) {
    Object model = Json.read(member.owner().type(), "{}");
    assertThatIllegalStateException()
        .isThrownBy(() -> Reflection.get(model, member))
        .withMessage(
            member + (member.owner().isRequest() ? " was not set" : " was not in the response"));
  }

  @ParameterizedTest
  @MethodSource("promisedObjects")
  void set_ofAPromisedMemberToNull_isRefusedByName(Property member) {
    assertThatNullPointerException()
        .isThrownBy(() -> Reflection.set(exampleBuilder(member), member, null))
        .withMessage(member.javaName());
  }

  @ParameterizedTest
  @MethodSource("optional")
  void get_ofAnOptionalMemberThatWasNotSent_isNull(Property member) throws Exception {
    assertThat(Reflection.get(Json.read(member.owner().type(), "{}"), member)).isNull();
  }

  @ParameterizedTest
  @MethodSource("optional")
  void set_ofAnOptionalMemberToNull_leavesItOut(Property member) throws Exception {
    Object builder = exampleBuilder(member);
    Reflection.set(builder, member, null);
    assertThat(Json.tree(Reflection.build(builder)))
        .isEqualTo(Reflection.without(example(member), member.name()));
  }

  @ParameterizedTest
  @MethodSource("requiredOfRequests")
  void build_ofARequestWithoutARequiredMember_namesItAndTheFix(Property member) {
    Object model =
        Json.read(member.owner().type(), Reflection.without(example(member), member.name()));
    assertThatIllegalStateException()
        .isThrownBy(() -> Reflection.build(Reflection.toBuilder(model)))
        .withMessage(
            "%s needs %s: call %s(...) before build()",
            member.owner(), member.name(), member.javaName());
  }

  @ParameterizedTest
  @MethodSource("promisedOfResponses")
  void build_ofAResponseWithoutAPromisedMember_isAllowed(Property member) throws Exception {
    assertThat(Reflection.build(Reflection.builder(member.owner().type())))
        .hasToString(member.owner() + "{}");
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void toString_ofWhatMayBeASecret_hidesIt(Property member) {
    assertThat(Reflection.readWithSample(member))
        .hasToString("%s{%s=***}", member.owner(), member.name());
  }

  @ParameterizedTest
  @MethodSource("freeForm")
  void toString_ofAFreeFormMember_showsItsNamesOnly(Property member) {
    assertThat(Reflection.readWithSample(member))
        .hasToString("%s{%s=[shown, b]}", member.owner(), member.name());
  }

  @ParameterizedTest
  @MethodSource("plain")
  void toString_ofAPlainMember_showsIt(Property member) throws Exception {
    assertThat(Reflection.readWithSample(member))
        .hasToString("%s{%s=%s}", member.owner(), member.name(), Reflection.sample(member));
  }

  @ParameterizedTest
  @MethodSource("withPresence")
  void isPresent_byTheMember_isTrueOrFalse(Property member) throws Exception {
    assertThat(Reflection.isPresent(Reflection.readWithSample(member), member)).isEqualTo(true);
    assertThat(Reflection.isPresent(Json.read(member.owner().type(), "{}"), member))
        .isEqualTo(false);
  }

  private static JsonElement example(Property member) {
    return member.owner().example();
  }

  private static Object exampleBuilder(Property member) throws ReflectiveOperationException {
    return Reflection.toBuilder(Json.read(member.owner().type(), example(member)));
  }

  static Stream<Property> members() {
    return VideoDocument.properties();
  }

  static Stream<Property> clearable() {
    return members().filter(Property::isClearable);
  }

  static Stream<Schema> modelSchemas() {
    return VideoDocument.models();
  }

  static Stream<Property> booleansAndIntegers() {
    return members().filter(Property::isBooleanOrInteger);
  }

  static Stream<Property> promised() {
    return members().filter(Property::isPromised);
  }

  static Stream<Property> promisedObjects() {
    return promised().filter(member -> !member.isBooleanOrInteger());
  }

  static Stream<Property> promisedOfResponses() {
    return promised().filter(member -> !member.owner().isRequest());
  }

  static Stream<Property> requiredOfRequests() {
    return promised().filter(member -> member.owner().isRequest());
  }

  static Stream<Property> optional() {
    return members().filter(member -> !member.isPromised());
  }

  static Stream<Property> secrets() {
    return members().filter(member -> member.isSecret() || member.isOfAnyType());
  }

  static Stream<Property> withPresence() {
    return members().filter(Property::hasPresence);
  }

  static Stream<Property> freeForm() {
    return members().filter(Property::isFreeForm);
  }

  static Stream<Property> plain() {
    return members()
        .filter(member -> !member.isSecret() && !member.isFreeForm() && !member.isOfAnyType());
  }
}
