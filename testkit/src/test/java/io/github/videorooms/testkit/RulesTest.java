package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
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
  private static final String EXAMPLES =
      "{'include_active_session':'true','starts_after':'2026-04-01','ends_before':'2026-05-01',"
          .concat("'room_id':'6b0d2f3e-1c47-4f0a-8a51-0e9c7d5b2a64','room_name':'design-review',")
          .concat("'room_name_matches':'review','status':'completed','media_ttl':'3600',")
          .concat("'include_deleted':'true','created_before':'2026-05-01',")
          .concat("'created_on':'2026-04-08','created_after':'2026-04-01T00:00:00Z',")
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
            Document.components("schemas").keySet().stream()
                .filter(name -> name.endsWith("Request"))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void read_exampleWithEveryMember_keepsEveryMember(String request) {
    JsonObject example = Document.schema(request).getAsJsonObject("example");

    JsonObject kept = REQUESTS.get(request).read(example);

    assertThat(kept).isEqualTo(example);
    assertThat(kept.keySet())
        .isEqualTo(Document.schema(request).getAsJsonObject("properties").keySet());
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

  private static Stream<Arguments> queries() {
    return Stream.of(
        Arguments.of(Rules.ROOMS_QUERY, "/api/video/rooms"),
        Arguments.of(Rules.PLACE_QUERY, "/api/video/rooms/{id}"),
        Arguments.of(Rules.CONFERENCES_QUERY, "/api/video/conferences"),
        Arguments.of(Rules.PLACE_QUERY, "/api/video/conferences/{id}"),
        Arguments.of(Rules.PAGE, "/api/video/conferences/{id}/conference_tokens"),
        Arguments.of(Rules.SESSIONS_QUERY, "/api/video/room_sessions"),
        Arguments.of(Rules.PAGE, "/api/video/room_sessions/{id}/events"),
        Arguments.of(Rules.PAGE, "/api/video/room_sessions/{id}/members"),
        Arguments.of(Rules.RECORDINGS_QUERY, "/api/video/room_sessions/{id}/recordings"),
        Arguments.of(Rules.RECORDINGS_QUERY, "/api/video/room_recordings"),
        Arguments.of(Rules.RECORDING_QUERY, "/api/video/room_recordings/{id}"),
        Arguments.of(Rules.PAGE, "/api/video/room_recordings/{id}/events"),
        Arguments.of(Rules.LOGS_QUERY, "/api/video/logs"));
  }

  private static Stream<String> requests() {
    return REQUESTS.keySet().stream().sorted();
  }

  private static Stream<Member> members() {
    return requests()
        .flatMap(
            request ->
                Document.schema(request).getAsJsonObject("properties").keySet().stream()
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
    JsonObject operation = Document.paths().getAsJsonObject(path).getAsJsonObject("get");
    JsonObject parameters = Document.components("parameters");
    return operation.getAsJsonArray("parameters").asList().stream()
        .map(parameter -> parameter.getAsJsonObject().get("$ref").getAsString())
        .map(reference -> parameters.getAsJsonObject(reference.replaceAll(".*/", "")))
        .filter(parameter -> parameter.get("in").getAsString().equals("query"))
        .map(parameter -> parameter.get("name").getAsString())
        .toList();
  }

  private static JsonObject property(String request, String name) {
    return Document.resolved(
        Document.schema(request).getAsJsonObject("properties").getAsJsonObject(name));
  }

  private static JsonArray listOf(JsonElement item) {
    JsonArray list = new JsonArray();
    list.add(item);
    return list;
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
      JsonArray required =
          Document.components("schemas").getAsJsonObject(request).getAsJsonArray("required");
      return required != null && required.contains(new JsonPrimitive(name));
    }

    /** Whether a value is taken for its type alone. */
    boolean takes(JsonPrimitive value) {
      return value.isBoolean() ? isOfType("boolean") : value.isString() && isFreeText();
    }

    List<JsonElement> options() {
      JsonObject of = has("items") ? Document.resolved(schema.getAsJsonObject("items")) : schema;
      return of.has("enum")
          ? of.getAsJsonArray("enum").asList().stream().filter(it -> !it.isJsonNull()).toList()
          : List.of();
    }

    void assertTaken(boolean taken, JsonElement value) {
      assertTaken(taken, sent -> sent.add(name, value));
    }

    void assertTaken(boolean taken, Consumer<JsonObject> change) {
      JsonObject sent =
          Document.components("schemas")
              .getAsJsonObject(request)
              .getAsJsonObject("example")
              .deepCopy();
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
