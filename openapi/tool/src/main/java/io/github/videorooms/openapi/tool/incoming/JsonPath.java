package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A query after RFC 9535: names, indices, wildcards, descendants, lists of selectors and filters,
 * but neither slices nor functions. A filter looks at the members of an object as well as at the
 * items of a list, which the usual libraries do not.
 */
final class JsonPath {
  private final List<Segment> segments;

  JsonPath(List<Segment> segments) {
    this.segments = List.copyOf(segments);
  }

  /**
   * Reads a query.
   *
   * @throws IllegalArgumentException if it is none, or one of a kind that is not known here
   */
  static JsonPath of(String text) {
    return new JsonPathParser(text).whole();
  }

  /** Returns the places that the query selects, in the order of the document, each once. */
  List<Place> select(@Nullable Object root) {
    return select(root, root);
  }

  List<Place> select(@Nullable Object start, @Nullable Object root) {
    List<Place> places = List.of(Place.root(start));
    for (Segment segment : segments) {
      List<Place> next = new ArrayList<>();
      places.forEach(place -> segment.collect(place, root, next));
      places = next;
    }
    return Collections.unmodifiableList(places);
  }

  /** One step, which leads from a place to some of its children, or of all below it. */
  static final class Segment {
    private final List<Selector> selectors;
    private final boolean descendants;

    Segment(List<Selector> selectors, boolean descendants) {
      this.selectors = List.copyOf(selectors);
      this.descendants = descendants;
    }

    void collect(Place place, @Nullable Object root, List<Place> found) {
      selectors.forEach(
          selector ->
              place.children().stream()
                  .filter(child -> selector.takes(child, root))
                  .forEach(found::add));
      if (descendants) {
        place.children().forEach(child -> collect(child, root, found));
      }
    }
  }

  /** Takes a child of a place, or leaves it. */
  interface Selector {
    boolean takes(Place child, @Nullable Object root);
  }

  /** A value, and where it hangs. */
  static final class Place {
    private final @Nullable Object parent;
    private final String name;
    private final int index;
    private final @Nullable Object value;

    private Place(@Nullable Object parent, String name, int index, @Nullable Object value) {
      this.parent = parent;
      this.name = name;
      this.index = index;
      this.value = value;
    }

    static Place root(@Nullable Object value) {
      return new Place(null, "", -1, value);
    }

    List<Place> children() {
      List<Place> children = new ArrayList<>();
      if (value instanceof Map) {
        Tree.object(value).forEach((key, child) -> children.add(new Place(value, key, -1, child)));
      } else if (value instanceof List) {
        List<@Nullable Object> items = Tree.list(value);
        for (int i = 0; i < items.size(); i++) {
          children.add(new Place(value, "", i, items.get(i)));
        }
      }
      return children;
    }

    @Nullable Object value() {
      return value;
    }

    boolean isNamed(String expected) {
      return index < 0 && name.equals(expected);
    }

    boolean isAt(int expected) {
      return index >= 0 && index == (expected < 0 ? Tree.list(parent).size() + expected : expected);
    }

    /** Takes the values at some places out of their parents. */
    static void removeAll(List<Place> places) {
      Map<Object, Set<Integer>> indices = new IdentityHashMap<>();
      for (Place place : places) {
        if (place.parent instanceof Map) {
          Tree.object(place.parent).remove(place.name);
        } else if (place.parent != null) {
          indices.computeIfAbsent(place.parent, list -> new TreeSet<>()).add(place.index);
        }
      }
      indices.forEach(
          (list, gone) -> {
            Map<Integer, @Nullable Object> kept = new LinkedHashMap<>();
            List<@Nullable Object> items = Tree.list(list);
            for (int i = 0; i < items.size(); i++) {
              kept.put(i, items.get(i));
            }
            kept.keySet().removeAll(gone);
            items.clear();
            items.addAll(kept.values());
          });
    }
  }
}
