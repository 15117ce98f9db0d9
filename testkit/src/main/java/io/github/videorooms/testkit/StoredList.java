package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of stored objects, which can be read from any position: only the objects that are read are
 * filtered and converted, so the cost of a page does not depend on the length of the list.
 */
final class StoredList {
  private final NavigableMap<Long, Stored> things;
  private final Predicate<Stored> filter;
  private final UnaryOperator<Stored> view;

  StoredList(NavigableMap<Long, Stored> things) {
    this(things, thing -> true, UnaryOperator.identity());
  }

  private StoredList(
      NavigableMap<Long, Stored> things, Predicate<Stored> filter, UnaryOperator<Stored> view) {
    this.things = things;
    this.filter = filter;
    this.view = view;
  }

  /** Returns the stored objects that pass a filter. */
  StoredList where(Predicate<Stored> another) {
    return new StoredList(things, filter.and(another), view);
  }

  /** Returns the same objects with a different conversion. */
  StoredList shownAs(UnaryOperator<JsonObject> shown) {
    return new StoredList(things, filter, thing -> thing.with(shown.apply(thing.json)));
  }

  /** Returns the objects after a position, the nearest first. */
  Stream<Stored> after(long position) {
    return read(things.tailMap(position, false));
  }

  /** Returns the objects before a position, the nearest first. */
  Stream<Stored> before(long position) {
    return read(things.headMap(position, false).descendingMap());
  }

  Stream<Stored> stream() {
    return read(things);
  }

  List<Stored> toList() {
    return stream().collect(Collectors.toList());
  }

  private Stream<Stored> read(NavigableMap<Long, Stored> some) {
    return some.values().stream().filter(filter).map(view);
  }
}
