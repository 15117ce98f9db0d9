package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredListTest {
  private static final int LENGTH = 10_000;
  private static final int PAGE = 50;

  @ParameterizedTest
  @CsvSource({"true, 0", "true, 5000", "true, 9990", "false, 10001", "false, 5000", "false, 10"})
  void read_longList_showsOnlyThePage(boolean forward, long position) {
    AtomicInteger filtered = new AtomicInteger();
    AtomicInteger shown = new AtomicInteger();
    StoredList list =
        list()
            .where(thing -> filtered.incrementAndGet() > 0)
            .shownAs(
                json -> {
                  shown.incrementAndGet();
                  return json;
                });

    int items = new Cursor(forward, position).read(list, PAGE).size();

    assertThat(items).isBetween(9, PAGE);
    assertThat(shown).hasValue(items);
    assertThat(filtered).hasValueLessThanOrEqualTo(PAGE);
  }

  private static StoredList list() {
    NavigableMap<Long, Stored> things = new TreeMap<>();
    for (long i = 1; i <= LENGTH; i++) {
      things.put(i, new Stored(i, "", new JsonObject()));
    }
    return new StoredList(things);
  }
}
