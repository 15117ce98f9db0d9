package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentYaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordTextTest {
  /** The text of a keyword does not depend on prose, names of schemas, and references. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{$ref: '#/x/A'}                        | {type: integer, minimum: 1}           | true",
        "{$ref: '#/x/A'}                        | {$ref: '#/x/AlsoA'}                   | true",
        "{$ref: '#/x/A'}                        | {$ref: '#/x/ToA'}                     | true",
        "{$ref: '#/x/A', title: A, x-a: 1}      | {minimum: 1.0, type: integer, example: 3} | true",
        "{$ref: '#/x/A'}                        | {$ref: '#/x/B'}                       | false",
        "{anyOf: [{$ref: '#/x/A'}]}             | {anyOf: [{$ref: '#/x/B'}]}            | false",
        "{$ref: '#/x/List'}                     | {$ref: '#/x/SameList'}                | true",
        "{$ref: '#/x/List'}                     | {$ref: '#/x/OtherList'}               | false",
        "{items: [{$ref: '#/x/A'}, {$ref: '#/x/A'}]} | {items: [{$ref: '#/x/AlsoA'},"
            + " {$ref: '#/x/AlsoA'}]}                                                    | true",
        "{properties: {title: {type: string}}}  | {properties: {title: {type: integer}}} | false",
        "{properties: {$ref: {type: string}}}   | {properties: {$ref: {type: integer}}} | false",
        "{const: {$ref: none, title: a}}        | {const: {$ref: none, title: b}}       | false",
        "{type: string, nullable: true}         | {type: string}                        | false",
        "{a: 1, b: 2}                           | {b: 2, a: 1}                          | true"
      })
  void of_keywords_isEqualIfTheyMeanTheSame(String one, String other, boolean equal) {
    String targets =
        """
        x:
          A: {type: integer, minimum: 1, description: A number.}
          AlsoA: {minimum: 1, type: integer, title: Also A}
          ToA: {$ref: '#/x/A'}
          B: {type: integer, minimum: 2}
          List: {properties: {next: {$ref: '#/x/List'}, value: {type: string}}}
          SameList: {properties: {value: {type: string}, next: {$ref: '#/x/SameList'}}}
          OtherList: {properties: {next: {$ref: '#/x/OtherList'}, value: {type: integer}}}
        one: {not: %s}
        other: {not: %s}
        """;
    Document keywords = new Document(DocumentYaml.read(targets.formatted(one, other)));
    KeywordText all = new KeywordText(new References(keywords));
    String first = all.of(keywords.root().get("one", "not"));
    String second = all.of(keywords.root().get("other", "not"));

    assertThat(first.equals(second)).as(first + " and " + second).isEqualTo(equal);
  }
}
