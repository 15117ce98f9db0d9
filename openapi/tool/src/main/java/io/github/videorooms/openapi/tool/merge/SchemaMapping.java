package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.incoming.Schema;
import io.github.videorooms.openapi.tool.incoming.Schema.Kind;
import io.github.videorooms.openapi.tool.incoming.SemanticEquality;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maps the vendor's schemas to our named schemas. Two schemas correspond if the walk reached both
 * at the same place.
 */
final class SchemaMapping {
  private final Document ours;
  private final IdentityHashMap<Schema, List<Known>> known = new IdentityHashMap<>();

  SchemaMapping(Document ours) {
    this.ours = ours;
  }

  void note(Schema theirs, @Nullable Schema our, Direction direction) {
    String name = our == null ? "" : ours.nameOf(our.raw());
    boolean isClass = theirs.kind() == Kind.OBJECT || theirs.values() != null;
    if (!name.isEmpty() && isClass) {
      add(theirs, name, direction.isSent());
    }
  }

  /** Records that one of the vendor's schemas corresponds to one of our named schemas. */
  void add(Schema theirs, String name, boolean sent) {
    known.computeIfAbsent(theirs, each -> new ArrayList<>()).add(new Known(name, sent));
  }

  /**
   * Returns the name of our schema for one of the vendor's, or {@code ""}. Objects have separate
   * types for requests and responses; enumerations do not.
   */
  String find(Schema theirs, boolean sent) {
    boolean any = theirs.kind().isScalar();
    String name = find(known.getOrDefault(theirs, List.of()), any, sent);
    if (!name.isEmpty() || theirs.isFreeForm()) {
      return name;
    }
    return known.entrySet().stream()
        .filter(each -> SemanticEquality.schemas(each.getKey(), theirs))
        .map(each -> find(each.getValue(), any, sent))
        .filter(each -> !each.isEmpty())
        .sorted()
        .findFirst()
        .orElse("");
  }

  private static String find(List<Known> names, boolean any, boolean sent) {
    return names.stream()
        .filter(each -> any || each.sent() == sent)
        .map(Known::name)
        .findFirst()
        .orElse("");
  }

  /** The name of a schema, and whether it is sent. */
  private record Known(String name, boolean sent) {}
}
