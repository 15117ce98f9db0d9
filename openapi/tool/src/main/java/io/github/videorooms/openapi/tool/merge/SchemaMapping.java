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
 * Which named schema of ours stands for a schema of theirs, as far as both were met at one place.
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

  /** Notes that a schema was taken over under a name. */
  void add(Schema theirs, String name, boolean sent) {
    known.computeIfAbsent(theirs, each -> new ArrayList<>()).add(new Known(name, sent));
  }

  /**
   * Returns the name of ours for a schema of theirs, or {@code ""}. An object that is sent is
   * another type than one that is received; an enumeration is the same.
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

  /** A name, and whether what has it is sent. */
  private record Known(String name, boolean sent) {}
}
