package io.github.videorooms.openapi.tool;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks a document against the rules that no OpenAPI validator knows. */
public final class Lint {
  private static final List<Rule> RULES =
      Stream.of(
              DocumentRules.ALL,
              OperationRules.ALL,
              ResourceRules.ALL,
              SchemaRules.ALL,
              RequestRules.ALL,
              EnumRules.ALL,
              NameRules.ALL)
          .flatMap(List::stream)
          .toList();

  /** All rules, in the order in which they are checked. */
  public static List<Rule> rules() {
    return RULES;
  }

  /** Finds every place where the document breaks a rule. */
  public static List<Finding> check(Map<String, @Nullable Object> tree) {
    Document document = new Document(tree);
    return RULES.stream().flatMap(rule -> rule.check(document)).toList();
  }

  private Lint() {}
}
