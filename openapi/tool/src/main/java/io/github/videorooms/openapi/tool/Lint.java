package io.github.videorooms.openapi.tool;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks our document against rules that OpenAPI validators do not have. */
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

  /** Returns all rules, in the order in which they are checked. */
  public static List<Rule> rules() {
    return RULES;
  }

  /** Returns all violations of rules. */
  public static List<Finding> check(Map<String, @Nullable Object> tree) {
    Document document = new Document(tree);
    return RULES.stream().flatMap(rule -> rule.check(document)).toList();
  }

  private Lint() {}
}
