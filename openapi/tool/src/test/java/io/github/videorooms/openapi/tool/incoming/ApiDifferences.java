package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.incoming.Api.Body;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import io.github.videorooms.openapi.tool.incoming.Api.Response;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lists the differences between two APIs; empty if only the notation of their documents differs.
 */
final class ApiDifferences {
  private final List<String> differences = new ArrayList<>();
  private final Set<List<Integer>> seen = new HashSet<>();

  private ApiDifferences() {}

  static List<String> differences(Api one, Api other) {
    ApiDifferences same = new ApiDifferences();
    Map<String, Operation> before = byAddress(one);
    Map<String, Operation> after = byAddress(other);
    same.check("operations", before.keySet(), after.keySet());
    before.forEach(
        (address, operation) -> {
          if (after.containsKey(address)) {
            same.operations(address, operation, after.get(address));
          }
        });
    return same.differences;
  }

  /**
   * Returns a key per operation; several at one address are numbered in the order of their paths.
   */
  private static Map<String, Operation> byAddress(Api api) {
    Map<String, Operation> operations = new TreeMap<>();
    api.operations().stream()
        .sorted((one, other) -> one.path().compareTo(other.path()))
        .forEach(
            each -> {
              String address = each.address();
              while (operations.containsKey(address)) {
                address += " again";
              }
              operations.put(address, each);
            });
    return operations;
  }

  private void check(String where, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      differences.add(where + ": " + before + " -> " + after);
    }
  }

  private void operations(String where, Operation before, Operation after) {
    check(where + " security", before.security(), after.security());
    check(where + " servers", before.servers(), after.servers());
    check(where + " vocabulary", before.vocabulary(), after.vocabulary());
    check(where + " deprecated", before.raw().flag("deprecated"), after.raw().flag("deprecated"));
    parameters(where, before.parameters(), after.parameters());
    Body body = before.body();
    Body other = after.body();
    check(where + " body", body == null, other == null);
    if (body != null && other != null) {
      check(where + " body required", body.required(), other.required());
      uses(where + " body", body.content(), other.content());
    }
    check(where + " statuses", before.responses().keySet(), after.responses().keySet());
    for (Map.Entry<String, Response> each : before.responses().entrySet()) {
      Response response = after.responses().get(each.getKey());
      if (response != null) {
        uses(where + " " + each.getKey(), each.getValue().content(), response.content());
        uses(where + " " + each.getKey(), each.getValue().headers(), response.headers());
      }
    }
  }

  private void parameters(
      String where, Map<String, Parameter> before, Map<String, Parameter> after) {
    check(where + " parameters", new TreeSet<>(before.keySet()), new TreeSet<>(after.keySet()));
    before.forEach(
        (key, one) -> {
          Parameter other = after.get(key);
          if (other != null) {
            check(where + " " + key + " required", one.required(), other.required());
            check(where + " " + key + " encoding", one.encoding(), other.encoding());
            use(where + " " + key, one.use(), other.use());
          }
        });
  }

  private void uses(String where, Map<String, Use> before, Map<String, Use> after) {
    check(where + " keys", before.keySet(), after.keySet());
    before.forEach(
        (key, use) -> {
          if (after.containsKey(key)) {
            use(where + " " + key, use, after.get(key));
          }
        });
  }

  /** Lists the innermost differences, or the whole schemas if their parts cannot be matched. */
  private void use(String where, Use before, Use after) {
    if (SemanticEquality.uses(before, after)) {
      return;
    }
    int count = differences.size();
    if (seen.add(List.of(identity(before), identity(after)))) {
      inside(where, before, after);
    }
    if (differences.size() == count) {
      differences.add(where + ": " + text(before) + " -> " + text(after));
    }
  }

  private static int identity(Use use) {
    return System.identityHashCode(use.schema());
  }

  private void inside(String where, Use before, Use after) {
    Schema one = before.schema();
    Schema other = after.schema();
    for (String name : one.properties().keySet()) {
      if (other.properties().containsKey(name)) {
        use(where + "." + name, one.properties().get(name), other.properties().get(name));
      }
    }
    if (one.items() != null && other.items() != null) {
      use(where + "[]", one.items(), other.items());
    }
    if (one.additional() != null && other.additional() != null) {
      use(where + ".*", one.additional(), other.additional());
    }
  }

  private static String text(Use use) {
    Schema schema = use.schema();
    return schema.kind()
        + (use.nullable() ? "? " : " ")
        + schema.format()
        + (schema.values() == null ? "" : schema.values())
        + schema.limits()
        + schema.properties().keySet()
        + schema.required
        + (schema.kind() == Schema.Kind.UNION
            ? schema.alternatives().stream().map(ApiDifferences::text).toList()
            : "")
        + (schema.items() == null ? "" : " items")
        + schema.vocabulary();
  }
}
