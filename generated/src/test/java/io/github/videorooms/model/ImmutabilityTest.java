package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.generated.Property;
import io.github.videorooms.generated.VideoDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImmutabilityTest {
  @ParameterizedTest
  @MethodSource("collections")
  void get_ofACollectionThatWasRead_isUnmodifiable(Property field) throws Exception {
    assertUnmodifiable(Reflection.sample(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"novelty\":{\"a\":[{\"b\":[1]},[],{}],\"c\":{\"d\":null}}}"})
  void getExtras_thatWereRead_areUnmodifiable(String json) {
    assertUnmodifiable(Json.read(Room.class, json).getExtras());
  }

  @Test
  void getExtras_thatWerePut_areUnmodifiable() {
    assertUnmodifiable(Room.builder().putExtra("novelty", nested()).build().getExtras());
  }

  @Test
  void getMeta_thatWasSet_isUnmodifiable() {
    assertUnmodifiable(Room.builder().meta(nested()).build().getMeta());
  }

  @Test
  void getData_thatWasSet_isUnmodifiable() {
    assertUnmodifiable(RoomList.builder().data(new ArrayList<>()).build().getData());
  }

  @Test
  void meta_changedByTheCallerAfterwards_staysAsItWas() {
    Map<String, Object> meta = nested();
    Room room = Room.builder().meta(meta).build();
    changeDeeply(meta);
    assertThat(room.getMeta()).isEqualTo(nested());
  }

  @Test
  void extra_changedByTheCallerAfterwards_staysAsItWas() {
    Map<String, Object> value = nested();
    Room room = Room.builder().putExtra("novelty", value).build();
    changeDeeply(value);
    assertThat(room.getExtras()).isEqualTo(Map.of("novelty", nested()));
  }

  private static Map<String, Object> nested() {
    return new HashMap<>(Map.of("a", new ArrayList<>(List.of(new HashMap<>(Map.of("b", "c"))))));
  }

  private static void changeDeeply(Map<String, Object> nested) {
    List<?> list = (List<?>) nested.get("a");
    ((Map<?, ?>) list.get(0)).clear();
    nested.put("z", "added");
  }

  private static void assertUnmodifiable(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
      map.values().forEach(ImmutabilityTest::assertUnmodifiable);
    } else if (value instanceof List<?> list) {
      assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
      list.forEach(ImmutabilityTest::assertUnmodifiable);
    }
  }

  static Stream<Property> collections() {
    return VideoDocument.properties().filter(field -> field.isArray() || field.isFreeForm());
  }
}
