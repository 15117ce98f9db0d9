package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.videorooms.testkit.Document.Field;
import io.github.videorooms.testkit.Document.Operation;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The space accepts and rejects what the document, whichever it is, accepts and rejects. */
class RulesTest {
  private static final Rules CREATE_ROOM = ApiDescription.current().operation("POST rooms").body;

  @ParameterizedTest
  @MethodSource("operationsWithBody")
  void read_exampleOfTheDocument_preservesEveryField(Operation operation) {
    JsonObject example = operation.bodyExample();

    assertThat(rules(operation).read(example).keySet()).isEqualTo(example.keySet());
  }

  @ParameterizedTest
  @MethodSource("fields")
  void read_withoutField_failsIfItIsRequired(Field field) {
    JsonObject sent = field.operation().bodyExample();
    sent.remove(field.name());

    assertTaken(!field.isRequired(), field, sent);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void read_null_isAcceptedIfTheFieldIsNullable(Field field) {
    assertTaken(field.is("nullable"), field, JsonNull.INSTANCE);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void read_wrongType_isRejected(Field field) {
    Map<String, JsonElement> values =
        Map.of(
            "string", new JsonPrimitive("?"),
            "number", new JsonPrimitive(1.5),
            "boolean", new JsonPrimitive(true),
            "object", new JsonObject(),
            "array", new JsonArray());

    values.forEach(
        (type, value) -> {
          if (!type.equals(field.type())) {
            assertTaken(false, field, value);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("texts")
  void read_text_isLimitedAsDocumented(Field field) {
    int limit = field.number("maxLength", 100).intValue();
    Stream<String> lengths = Stream.of("", "x", "x".repeat(limit), "x".repeat(limit + 1));
    Stream<String> characters = Stream.of("A-z_09", "a b", "ä", "a/b");
    Stream<String> colours = Stream.of("#044EF4", "#a0b1c2", "#44f", "044EF4", "red");

    Stream.of(lengths, characters, colours)
        .flatMap(texts -> texts)
        .forEach(text -> assertTaken(field.allows(text), field, new JsonPrimitive(text)));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void read_number_isLimitedAsDocumented(Field field) {
    long least = field.number("minimum", 0).longValue();
    long most = field.number("maximum", 1_000_000).longValue();

    assertTaken(true, field, new JsonPrimitive(least));
    assertTaken(true, field, new JsonPrimitive(most));
    assertTaken(!field.has("minimum"), field, new JsonPrimitive(least - 1));
    assertTaken(!field.has("maximum"), field, new JsonPrimitive(most + 1));
  }

  @ParameterizedTest
  @MethodSource("enumerations")
  void read_enumeration_hasTheDocumentedValues(Field field) {
    UnaryOperator<JsonElement> form = field.type().equals("array") ? RulesTest::listOf : it -> it;

    field.options().forEach(option -> assertTaken(true, field, form.apply(option)));
    assertTaken(false, field, form.apply(new JsonPrimitive("presenter-9")));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void query_unknownParameter_isDropped(Operation operation) {
    JsonObject examples = operation.queryExamples();
    JsonObject sent = examples.deepCopy();
    sent.addProperty("not_documented", "1");

    assertThat(ApiDescription.current().operation(operation.key()).query.read(sent).keySet())
        .isEqualTo(examples.keySet());
  }

  @Test
  void read_severalFaults_namesEach() {
    JsonObject sent = Json.read("{\"max_members\":0,\"layout\":7,\"quality\":\"4k\"}");

    assertThatThrownBy(() -> CREATE_ROOM.read(sent))
        .hasMessageContaining("name is required (missing_required_parameter)")
        .hasMessageContaining("max_members must be from 1 to 300 (invalid_parameter)")
        .hasMessageContaining("quality is not an option (unsupported_option)")
        .hasMessageContaining("layout must be a string (not_a_string)");
  }

  @Test
  void read_lineBreakAfterAName_isRejected() {
    assertThatThrownBy(() -> CREATE_ROOM.read(Json.read("{\"name\":\"standup\\n\"}")))
        .hasMessageContaining("name has characters that are not allowed");
  }

  @Test
  void read_charactersOutsideTheBasicPlane_countOnce() {
    JsonObject sent = new JsonObject();
    sent.addProperty("name", "standup");
    sent.addProperty("display_name", "😀".repeat(200));

    assertThat(CREATE_ROOM.read(sent)).isEqualTo(sent);
  }

  private static void assertTaken(boolean taken, Field field, JsonElement value) {
    JsonObject sent = field.operation().bodyExample();
    sent.add(field.name(), value);
    assertTaken(taken, field, sent);
  }

  private static void assertTaken(boolean taken, Field field, JsonObject sent) {
    Rules rules = rules(field.operation());
    if (taken) {
      assertThat(rules.read(sent).keySet()).isEqualTo(sent.keySet());
      assertThat(rules.read(sent).get(field.name())).isEqualTo(sent.get(field.name()));
    } else {
      assertThatThrownBy(() -> rules.read(sent))
          .isInstanceOf(ApiRejection.class)
          .hasMessageStartingWith(field.name() + " ");
    }
  }

  private static Rules rules(Operation operation) {
    return ApiDescription.current().operation(operation.key()).body;
  }

  private static Stream<Operation> operations() {
    return Document.operations().stream();
  }

  private static Stream<Operation> operationsWithBody() {
    return operations().filter(Operation::hasBody);
  }

  private static Stream<Field> fields() {
    return operationsWithBody()
        .flatMap(operation -> operation.fields().stream())
        .filter(field -> field.has("type"));
  }

  private static Stream<Field> texts() {
    return fields().filter(Field::isPlainText);
  }

  private static Stream<Field> numbers() {
    return fields().filter(field -> field.type().equals("integer") && !field.has("enum"));
  }

  private static Stream<Field> enumerations() {
    return fields().filter(field -> !field.options().isEmpty());
  }

  private static JsonArray listOf(JsonElement item) {
    JsonArray list = new JsonArray();
    list.add(item);
    return list;
  }
}
