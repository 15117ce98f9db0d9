package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {
  static Stream<Arguments> bodiesAndTheirItems() {
    return Stream.of(
        Arguments.of("{'error':'Unauthorized'}", List.of(message("Unauthorized"))),
        Arguments.of("{'error':'not found'}", List.of(message("not found"))),
        Arguments.of("'Not Found'", List.of(message("Not Found"))),
        Arguments.of("Not Found", List.of(message("Not Found"))),
        Arguments.of("Forbidden\nfor you", List.of(message("Forbidden"))),
        Arguments.of("{'message':'no'}", List.of(message("no"))),
        Arguments.of("{'error':{'message':'no'}}", List.of(message("no"))),
        Arguments.of("{'errors':[],'message':'no'}", List.of(message("no"))),
        Arguments.of("{'errors':{},'detail':'no'}", List.of(message("no"))),
        Arguments.of("{'errors':null,'title':'no'}", List.of(message("no"))),
        Arguments.of("{'errors':[{}],'message':'no'}", List.of(message("no"))),
        Arguments.of("{'error':{},'message':'no'}", List.of(message("no"))),
        Arguments.of("{'error':null,'message':'no'}", List.of(message("no"))),
        Arguments.of("{'errors':['one'],'message':'no'}", List.of(message("one"))),
        Arguments.of(
            "{'error':'invalid_token','error_description':'it has expired'}",
            List.of(item(null, "invalid_token", "it has expired", null, null))),
        Arguments.of(
            "{'status':404,'error':'Not Found','message':'no room','path':'/api'}",
            List.of(item(null, "Not Found", "no room", null, null))),
        Arguments.of(
            "{'error':'Not Found','code':'no_room','message':'no room'}",
            List.of(item(null, "no_room", "no room", null, null))),
        Arguments.of("{'errors':['one','two']}", List.of(message("one"), message("two"))),
        Arguments.of("['one']", List.of(message("one"))),
        Arguments.of(
            "{'errors':{'name':['is required','is short'],'url':'is odd'}}",
            List.of(
                item(null, null, "is required", "name", null),
                item(null, null, "is short", "name", null),
                item(null, null, "is odd", "url", null))),
        Arguments.of(
            "{'errors':[{'type':'validation_error','code':'not_unique_within_project',"
                + "'message':'name must be unique','attribute':'name','url':'https://x.example'}]}",
            List.of(
                item(
                    "validation_error",
                    "not_unique_within_project",
                    "name must be unique",
                    "name",
                    "https://x.example"))),
        Arguments.of(
            "{'type':'validation_error','code':'c','message':'m','attribute':null,'url':'u'}",
            List.of(item("validation_error", "c", "m", null, "u"))),
        Arguments.of(
            "{'errors':[{'detail':'d','status':'422','title':'t','code':'c'}]}",
            List.of(item(null, "c", "d", null, null))),
        Arguments.of(
            "{'code':21211,'message':'m','more_info':'https://x.example','status':400}",
            List.of(item(null, "21211", "m", null, "https://x.example"))));
  }

  @ParameterizedTest
  @MethodSource("bodiesAndTheirItems")
  void parse_knownFormat_returnsItsItems(String body, List<ErrorItem> items) {
    assertThat(parse(body.replace('\'', '"'))).isEqualTo(items);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " \n",
        "null",
        "{}",
        "[]",
        "{\"errors\":[]}",
        "{\"errors\":[{}]}",
        "{\"errors\":[null,{\"message\":{}}]}",
        "<html><body>502 Bad Gateway</body></html>",
      })
  void parse_noErrors_returnsNoItems(String body) {
    assertThat(parse(body)).isEmpty();
  }

  @Test
  void parse_deepNesting_returnsAtMostItsBeginning() {
    List<ErrorItem> items = parse("[".repeat(60_000));

    assertThat(items).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void parse_thousandsOfItems_returnsAHundred() {
    assertThat(parse("[" + "\"x\",".repeat(5_000) + "\"x\"]")).hasSize(100);
  }

  @Test
  void equals_items_isTrueOnlyForTheSameTexts() {
    ErrorItem item = parse("{\"error\":\"no\"}").get(0);

    assertThat(item)
        .isEqualTo(parse("{\"message\":\"no\"}").get(0))
        .hasSameHashCodeAs(parse("{\"message\":\"no\"}").get(0))
        .isNotEqualTo(parse("{\"message\":\"yes\"}").get(0))
        .isNotEqualTo("no");
    assertThat(item.hashCode()).isNotZero();
  }

  @Test
  void parse_hugeText_isTruncated() {
    assertThat(parse("{\"error\":\"" + "x".repeat(50_000) + "\"}").get(0).getMessage())
        .hasSize(1_001)
        .endsWith("…");
    assertThat(parse("{\"error\":\"" + "x".repeat(1_000) + "\"}").get(0).getMessage())
        .isEqualTo("x".repeat(1_000));
  }

  @Test
  void parse_anyBytes_neverFails() {
    Random random = new Random(20_260_302);
    String alphabet = "{}[]\",:\\ntrue0123.eE-<x \u0000\ud83d";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder body = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        body.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(parse(body.toString())).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "31, 1", "32, 0", "200, 0", "5000, 0"})
  void parse_nestedItem_isFoundUpToThirtyOneLevels(int depth, int found) {
    String item = "{\"message\":\"no\"}";
    String inLists = "[".repeat(depth) + item + "]".repeat(depth);
    String inErrors = "{\"error\":".repeat(depth) + item + "}".repeat(depth);

    assertThat(List.of(inLists, inErrors))
        .allSatisfy(
            body -> assertThat(parse(body)).filteredOn(message("no")::equals).hasSize(found));
  }

  @ParameterizedTest
  @CsvSource({"32, 1", "33, 0"})
  void parse_nestedText_isFoundUpToThirtyTwoLevels(int depth, int found) {
    assertThat(parse("[".repeat(depth) + "\"no\"" + "]".repeat(depth))).hasSize(found);
  }

  @Test
  void parse_everyText_isScrubbed() {
    List<ErrorItem> items =
        ErrorBody.parse(
            "{\"errors\":[{\"type\":\"SECRET\",\"code\":\"SECRET\",\"message\":\"a SECRET b\","
                + "\"attribute\":\"SECRET\",\"url\":\"SECRET\"}, \"SECRET\"]}",
            new Json(),
            text -> text.replace("SECRET", "***"));

    assertThat(items).containsExactly(item("***", "***", "a *** b", "***", "***"), message("***"));
  }

  private static List<ErrorItem> parse(String body) {
    return ErrorBody.parse(body, new Json(), UnaryOperator.identity());
  }

  private static ErrorItem message(String text) {
    return item(null, null, text, null, null);
  }

  private static ErrorItem item(
      String type, String code, String message, String attribute, String url) {
    return new ErrorItem(type, code, message, attribute, url);
  }
}
