package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonPathTest {
  private static final Map<String, Object> TREE =
      DocumentYaml.read(
          """
          fruit: {name: pear, weight: 120, ripe: true, seeds: [1, 2, 3]}
          'a.b': {name: dotted}
          shelf:
            - {name: jam, price: 2.50}
            - {name: honey, price: 7, label: null}
            - {name: salt}
          """);

  @ParameterizedTest
  @MethodSource
  void select_query_givesWhatItMeans(String query, List<Object> expected) {
    assertThat(JsonPath.of(query).select(TREE))
        .extracting(JsonPath.Place::value)
        .isEqualTo(expected);
  }

  static Stream<Arguments> select_query_givesWhatItMeans() {
    return Stream.of(
        query("$.fruit.name", "pear"),
        query("$['a.b']['name']", "dotted"),
        query("$.fruit.seeds[*]", 1, 2, 3),
        query("$.fruit.seeds[0,2]", 1, 3),
        query("$.fruit.seeds[-1]", 3),
        query("$.fruit.seeds[9]"),
        query("$.nothing.name"),
        query("$['fruit','a.b'].name", "pear", "dotted"),
        query("$.shelf[?@.price].name", "jam", "honey"),
        query("$.shelf[?!@.price].name", "salt"),
        query("$.shelf[?@.price > 3 || @.name == 'salt'].name", "honey", "salt"),
        query("$.shelf[?@.price == 2.5 && @.name != \"honey\"].name", "jam"),
        query("$.shelf[?(@.price <= 2.5 || @.price >= 9) && @.name].name", "jam"),
        query("$.shelf[?@.label == null].name", "honey"),
        query("$.shelf[?@.name < 'i'].name", "honey"),
        query("$.fruit.seeds[?@ != 2]", 1, 3),
        query("$[?@.ripe == true].name", "pear"),
        query("$.shelf[?@.name == $.shelf[0].name].price", 2.5),
        query("$..name", "pear", "dotted", "jam", "honey", "salt"));
  }

  private static Arguments query(String query, Object... expected) {
    return Arguments.of(query, List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fruit; $",
        "$.; a name",
        "$[fruit]; in quotes",
        "$['fruit; Expected '",
        "$.fruit extra; nothing"
      })
  void of_otherText_namesWhatItMisses(String text, String missing) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonPath.of(text))
        .withMessageContaining(missing)
        .withMessageContaining(text);
  }
}
