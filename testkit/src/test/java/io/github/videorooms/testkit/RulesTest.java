package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the table of rules and the document together. */
class RulesTest {
  private static final JsonObject DOCUMENT = document();
  private static final String EXAMPLES =
      "{'include_active_session':'true','starts_after':'2026-04-01','ends_before':'2026-05-01',"
          .concat("'page_number':'1','page_size':'100','page_token':'PA61c0e9d7'}")
          .replace('\'', '"');
  private static final Map<String, Rules> REQUESTS =
      Map.of(
          "CreateRoomRequest", Rules.CREATE_ROOM,
          "UpdateRoomRequest", Rules.UPDATE_ROOM,
          "CreateConferenceRequest", Rules.CREATE_CONFERENCE,
          "UpdateConferenceRequest", Rules.UPDATE_CONFERENCE,
          "CreateStreamRequest", Rules.STREAM,
          "UpdateStreamRequest", Rules.STREAM,
          "CreateRoomTokenRequest", Rules.ROOM_TOKEN);

  @Test
  void requests_inTheDocument_areAllHere() {
    assertThat(REQUESTS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            schemas().keySet().stream().filter(name -> name.endsWith("Request")).toList());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void read_exampleWithEveryMember_keepsEveryMember(String request) {
    JsonObject example = schema(request).getAsJsonObject("example");

    JsonObject kept = REQUESTS.get(request).read(example);

    assertThat(kept).isEqualTo(example);
    assertThat(kept.keySet()).isEqualTo(schema(request).getAsJsonObject("properties").keySet());
  }

  @ParameterizedTest
  @MethodSource("members")
  void read_withoutMember_failsIfItIsRequired(Member member) {
    member.assertTaken(!member.isRequired(), sent -> sent.remove(member.name));
  }

  @ParameterizedTest
  @MethodSource("members")
  void read_null_isTakenIfTheMemberIsNullable(Member member) {
    member.assertTaken(member.is("nullable"), JsonNull.INSTANCE);
  }

  @ParameterizedTest
  @MethodSource("members")
  void read_wrongType_isRefused(Member member) {
    Stream.of(new JsonPrimitive(1.5), new JsonPrimitive("?"), new JsonPrimitive(true))
        .filter(value -> !member.takes(value))
        .forEach(value -> member.assertTaken(false, value));
    member.assertTaken(member.isOfType("object"), new JsonObject());
    member.assertTaken(member.isOfType("array"), new JsonArray());
  }

  @ParameterizedTest
  @MethodSource("limitedTexts")
  void read_length_isLimitedAsDocumented(Member member) {
    int limit = member.number("maxLength");

    member.assertTaken(true, new JsonPrimitive("x".repeat(limit)));
    member.assertTaken(false, new JsonPrimitive("x".repeat(limit + 1)));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void read_number_isLimitedAsDocumented(Member member) {
    member.assertTaken(true, new JsonPrimitive(member.number("minimum")));
    member.assertTaken(true, new JsonPrimitive(member.number("maximum")));
    member.assertTaken(false, new JsonPrimitive(member.number("minimum") - 1));
    member.assertTaken(false, new JsonPrimitive(member.number("maximum") + 1));
  }

  @ParameterizedTest
  @MethodSource("limitedTexts")
  void read_characters_areThoseOfTheDocumentedPattern(Member member) {
    Predicate<String> documented =
        member.has("pattern") ? member.pattern().asMatchPredicate() : text -> true;

    for (String text : List.of("a", "A-z_09", "a b", "ä", "a/b", "a\n", "")) {
      member.assertTaken(documented.test(text), new JsonPrimitive(text));
    }
  }

  @ParameterizedTest
  @MethodSource("enumerations")
  void read_enumeration_hasTheDocumentedValues(Member member) {
    UnaryOperator<JsonElement> form = member.isOfType("array") ? RulesTest::listOf : it -> it;

    member.options().forEach(option -> member.assertTaken(true, form.apply(option)));
    member.assertTaken(false, form.apply(new JsonPrimitive("presenter-9")));
  }

  @ParameterizedTest
  @MethodSource("colours")
  void read_colour_isOfTheDocumentedPattern(Member member) {
    for (String text : List.of("#044EF4", "#a0b1c2", "#44f", "044EF4", "red", "")) {
      member.assertTaken(member.pattern().asMatchPredicate().test(text), new JsonPrimitive(text));
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void query_everyParameter_isKnown(Rules rules, String path) {
    List<String> parameters = parametersOf(path);
    JsonObject sent = Json.read(EXAMPLES);
    sent.keySet().retainAll(parameters);

    assertThat(sent.keySet()).containsExactlyInAnyOrderElementsOf(parameters);
    assertThat(rules.read(sent).keySet()).isEqualTo(sent.keySet());
    assertThat(rules.read(Json.read(EXAMPLES)).keySet()).isEqualTo(sent.keySet());
  }

  @Test
  void read_severalFaults_namesEach() {
    JsonObject sent = Json.read("{\"max_members\":0,\"layout\":7,\"quality\":\"4k\"}");

    assertThatThrownBy(() -> Rules.CREATE_ROOM.read(sent))
        .hasMessageContaining("name is required (missing_required_parameter)")
        .hasMessageContaining("max_members must be from 1 to 300 (invalid_parameter)")
        .hasMessageContaining("quality is not an option (unsupported_option)")
        .hasMessageContaining("layout must be a string (not_a_string)");
  }

  @Test
  void read_charactersBeyondTheBasicPlane_countOnce() {
    JsonObject sent = new JsonObject();
    sent.addProperty("name", "standup");
    sent.addProperty("display_name", "😀".repeat(200));

    assertThat(Rules.CREATE_ROOM.read(sent)).isEqualTo(sent);
  }

  @Test
  void newPlace_members_areThoseOfTheDocument() {
    JsonObject named = Json.read("{\"name\":\"standup\"}");

    assertThat(Places.rooms(new Now()).draft(named).keySet())
        .containsExactlyElementsOf(membersOf("Room"));
    assertThat(Places.conferences(new Now()).draft(named).keySet())
        .containsExactlyElementsOf(membersOf("Conference"));
  }

  private static List<String> membersOf(String place) {
    return schema(place).getAsJsonObject("properties").keySet().stream()
        .filter(name -> !name.equals("active_session"))
        .toList();
  }

  private static Stream<Arguments> queries() {
    return Stream.of(
        Arguments.of(Rules.ROOMS_QUERY, "/api/video/rooms"),
        Arguments.of(Rules.PLACE_QUERY, "/api/video/rooms/{id}"),
        Arguments.of(Rules.CONFERENCES_QUERY, "/api/video/conferences"),
        Arguments.of(Rules.PLACE_QUERY, "/api/video/conferences/{id}"),
        Arguments.of(Rules.PAGE, "/api/video/conferences/{id}/conference_tokens"));
  }

  private static Stream<String> requests() {
    return REQUESTS.keySet().stream().sorted();
  }

  private static Stream<Member> members() {
    return requests()
        .flatMap(
            request ->
                schema(request).getAsJsonObject("properties").keySet().stream()
                    .map(name -> new Member(request, name, property(request, name))));
  }

  private static Stream<Member> limitedTexts() {
    return members().filter(member -> member.has("maxLength"));
  }

  private static Stream<Member> colours() {
    return members().filter(member -> member.has("pattern") && !member.has("maxLength"));
  }

  private static Stream<Member> numbers() {
    return members().filter(member -> member.isOfType("integer"));
  }

  private static Stream<Member> enumerations() {
    return members().filter(member -> !member.options().isEmpty());
  }

  private static List<String> parametersOf(String path) {
    JsonObject operation =
        DOCUMENT.getAsJsonObject("paths").getAsJsonObject(path).getAsJsonObject("get");
    JsonObject parameters = DOCUMENT.getAsJsonObject("components").getAsJsonObject("parameters");
    return operation.getAsJsonArray("parameters").asList().stream()
        .map(parameter -> parameter.getAsJsonObject().get("$ref").getAsString())
        .map(reference -> parameters.getAsJsonObject(reference.replaceAll(".*/", "")))
        .filter(parameter -> parameter.get("in").getAsString().equals("query"))
        .map(parameter -> parameter.get("name").getAsString())
        .toList();
  }

  private static JsonObject property(String request, String name) {
    JsonObject property = schema(request).getAsJsonObject("properties").getAsJsonObject(name);
    return resolved(property);
  }

  private static JsonObject resolved(JsonObject schema) {
    return schema.has("$ref")
        ? schema(schema.get("$ref").getAsString().replace("#/components/schemas/", ""))
        : schema;
  }

  private static JsonObject schema(String name) {
    return schemas().getAsJsonObject(name);
  }

  private static JsonObject schemas() {
    return DOCUMENT.getAsJsonObject("components").getAsJsonObject("schemas");
  }

  private static JsonArray listOf(JsonElement item) {
    JsonArray list = new JsonArray();
    list.add(item);
    return list;
  }

  private static JsonObject document() {
    try (InputStream in =
        RulesTest.class.getResourceAsStream("/io/github/videorooms/openapi/video.yaml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new GsonBuilder()
          .serializeNulls()
          .create()
          .toJsonTree(DocumentYaml.read(text))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  record Member(String request, String name, JsonObject schema) {
    boolean has(String keyword) {
      return schema.has(keyword);
    }

    boolean is(String keyword) {
      return has(keyword) && schema.get(keyword).getAsBoolean();
    }

    int number(String keyword) {
      return schema.get(keyword).getAsInt();
    }

    boolean isOfType(String type) {
      return schema.get("type").getAsString().equals(type);
    }

    boolean isFreeText() {
      return isOfType("string") && options().isEmpty() && !has("pattern") && !has("format");
    }

    Pattern pattern() {
      return Pattern.compile(schema.get("pattern").getAsString());
    }

    boolean isRequired() {
      JsonArray required = schemas().getAsJsonObject(request).getAsJsonArray("required");
      return required != null && required.contains(new JsonPrimitive(name));
    }

    /** Whether a value is taken for its type alone. */
    boolean takes(JsonPrimitive value) {
      return value.isBoolean() ? isOfType("boolean") : value.isString() && isFreeText();
    }

    List<JsonElement> options() {
      JsonObject of = has("items") ? resolved(schema.getAsJsonObject("items")) : schema;
      return of.has("enum")
          ? of.getAsJsonArray("enum").asList().stream().filter(it -> !it.isJsonNull()).toList()
          : List.of();
    }

    void assertTaken(boolean taken, JsonElement value) {
      assertTaken(taken, sent -> sent.add(name, value));
    }

    void assertTaken(boolean taken, Consumer<JsonObject> change) {
      JsonObject sent = schemas().getAsJsonObject(request).getAsJsonObject("example").deepCopy();
      change.accept(sent);
      if (taken) {
        assertThat(REQUESTS.get(request).read(sent)).isEqualTo(sent);
      } else {
        assertThatThrownBy(() -> REQUESTS.get(request).read(sent))
            .isInstanceOf(Refusal.class)
            .hasMessageStartingWith(name + " ");
      }
    }

    @Override
    public String toString() {
      return request + "." + name;
    }
  }
}
