package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.github.videorooms.generated.GeneratedClasses;
import io.github.videorooms.generated.Property;
import io.github.videorooms.generated.Schema;
import io.github.videorooms.generated.VideoDocument;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the structure of all generated classes. */
class ModelShapeTest {
  @Test
  void models_areTheDocumentsObjects() {
    assertThat(GeneratedClasses.models())
        .containsExactlyInAnyOrderElementsOf(VideoDocument.models().map(Schema::type).toList());
  }

  @Test
  void enums_areTheDocumentsEnumerations() {
    assertThat(GeneratedClasses.enums())
        .containsExactlyInAnyOrderElementsOf(VideoDocument.enums().map(Schema::type).toList());
  }

  @Test
  void publicClasses_areValuesAndWhatIsCommonToThem() {
    assertThat(
            GeneratedClasses.topLevel("io.github.videorooms.model")
                .filter(type -> Modifier.isPublic(type.getModifiers())))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(GeneratedClasses.values(), Stream.of(ModelAdapters.class)).toList());
  }

  @ParameterizedTest
  @MethodSource("values")
  void type_isFinalAndCreatedOnlyByItsOwnMethods(Class<?> type) {
    assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
    assertThat(type.getConstructors()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("values")
  void type_hasFinalFieldsAndNoSetters(Class<?> type) {
    assertThat(type.getDeclaredFields())
        .allMatch(field -> Modifier.isFinal(field.getModifiers()), "is final");
    assertThat(type.getMethods())
        .extracting(Method::getName)
        .noneMatch(name -> name.startsWith("set"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void type_hasNoPublicFieldsButItsConstants(Class<?> type) {
    assertThat(type.getFields())
        .allMatch(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type);
  }

  @ParameterizedTest
  @MethodSource("modelSchemas")
  void getters_areOnePerFieldAndTheExtras(Schema schema) throws Exception {
    List<Method> getters = new ArrayList<>(List.of(schema.type().getMethod("getExtras")));
    for (Property field : schema.properties().toList()) {
      getters.add(field.getter());
    }
    assertThat(schema.type().getDeclaredMethods())
        .filteredOn(method -> method.getName().startsWith("get"))
        .containsExactlyInAnyOrderElementsOf(getters);
  }

  @ParameterizedTest
  @MethodSource("modelSchemas")
  void presenceFlags_areThoseOfTheDocument(Schema schema) throws Exception {
    List<Method> flags = new ArrayList<>();
    for (Property field : schema.properties().filter(Property::hasPresence).toList()) {
      flags.add(field.presence());
    }
    assertThat(schema.type().getDeclaredMethods())
        .filteredOn(method -> method.getName().startsWith("is"))
        .containsExactlyInAnyOrderElementsOf(flags);
  }

  @ParameterizedTest
  @MethodSource("values")
  void find_ofEachType_returnsTheSameAdapterAsGson(Class<?> type) {
    assertThat(ModelAdapters.find(type))
        .isNotNull()
        .isSameAs(new ModelAdapters().create(new Gson(), TypeToken.get(type)));
  }

  @ParameterizedTest
  @ValueSource(classes = {Room.Builder.class, Layout.Known.class, StringBuilder.class})
  void find_ofOtherTypes_isNull(Class<?> type) {
    assertThat(ModelAdapters.find(type)).isNull();
  }

  /** The adapters do not affect how an application's Gson reads its own objects. */
  @ParameterizedTest
  @ValueSource(classes = {String.class, Object.class, Map.class, Long.class, Instant.class})
  void find_ofAnotherBody_returnsAnAdapterThatGsonDoesNotUse(Class<?> type) {
    assertThat(ModelAdapters.find(type)).isNotNull();
    assertThat(new ModelAdapters().create(new Gson(), TypeToken.get(type))).isNull();
  }

  static Stream<Schema> modelSchemas() {
    return VideoDocument.models();
  }

  static Stream<Class<?>> values() {
    return GeneratedClasses.values();
  }
}
