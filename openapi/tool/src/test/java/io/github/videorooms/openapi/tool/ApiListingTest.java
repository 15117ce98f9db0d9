package io.github.videorooms.openapi.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiListingTest {
  private static final String SAMPLES = ListedTypes.class.getName();

  @TempDir Path directory;

  @BeforeEach
  @AfterEach
  void forgetUpdateFlag() {
    System.clearProperty("api.update");
  }

  @Test
  void of_class_listsFieldsThenConstructorsThenMethodsByName() {
    assertThat(ApiListing.of(List.of(ListedTypes.Room.class)))
        .hasToString(
            """
            public static final class %1$s.Room extends %1$s.Base<String> implements Comparable<%1$s.Room>, java.io.Serializable
              public static final int MAX
              protected final String name
              public Room()
              public Room(String, int...) throws java.io.IOException
              public static %1$s.Room.Builder builder()
              public int compareTo(%1$s.Room)
              @Deprecated public String getLabel()
              public void lock()
            """
                .formatted(SAMPLES));
  }

  @Test
  void of_nullness_isShownWhereItIsWritten() {
    assertThat(ApiListing.of(List.of(ListedTypes.Nulls.class)))
        .hasToString(
            """
            public abstract static class %1$s.Nulls<T extends @Nullable Object>
              public @Nullable String field
              public Nulls()
              public abstract java.util.Map<String, @Nullable Object> extras()
              public abstract <E extends Exception & java.io.Serializable> @Nullable E fail(Class<? super E>) throws E
              public abstract @Nullable T find(java.util.List<? extends @Nullable T>, String @Nullable [], @Nullable String[] @Nullable [])
            """
                .formatted(SAMPLES));
  }

  @Test
  void of_interface_marksDefaultAndStaticMethods() {
    assertThat(ApiListing.of(List.of(ListedTypes.Shape.class)))
        .hasToString(
            """
            public interface %1$s.Shape extends java.util.concurrent.Callable<@Nullable String>
              public abstract double area()
              public default String describe()
              public static %1$s.Shape unit()
            """
                .formatted(SAMPLES));
  }

  @Test
  void of_enumAndAnnotation_listsConstantsAndElements() {
    assertThat(ApiListing.of(List.of(ListedTypes.Known.class, ListedTypes.Marker.class)))
        .hasToString(
            """
            public enum %1$s.Known
              public static final %1$s.Known A
              public static final %1$s.Known B
              public String raw()

            public @interface %1$s.Marker
              public abstract String value()
            """
                .formatted(SAMPLES));
  }

  @Test
  void of_nestedType_isItsOwnBlockAfterTheOuterOne() {
    assertThat(
            ApiListing.of(List.of(ListedTypes.Room.Builder.class, ListedTypes.Room.class))
                .toString()
                .lines()
                .filter(line -> line.contains(" class ")))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("public static class " + SAMPLES + ".Room.Builder");
  }

  @Test
  void of_hiddenType_isOmitted() {
    assertThat(
            ApiListing.of(
                List.of(
                    ListedTypes.Hidden.class,
                    ListedTypes.Hidden.PublicInside.class,
                    new Object() {}.getClass())))
        .hasToString("");
  }

  @Test
  void of_membersOfHiddenSupertype_belongToTheVisibleOne() {
    assertThat(ApiListing.of(List.of(ListedTypes.Visible.class)))
        .hasToString(
            """
            public static class %1$s.Visible
              public Visible()
              public String fromHidden()
            """
                .formatted(SAMPLES));
  }

  @Test
  void of_typesInAnyOrder_givesTheSameText() {
    List<Class<?>> types =
        List.of(ListedTypes.Room.class, ListedTypes.Nulls.class, ListedTypes.Shape.class);
    List<Class<?>> others =
        List.of(ListedTypes.Shape.class, ListedTypes.Room.class, ListedTypes.Nulls.class);
    assertThat(ApiListing.of(types)).hasToString(ApiListing.of(others).toString());
  }

  @Test
  void ofDirectory_compiledClasses_listsThemWithoutRunningThem() throws IOException {
    ApiListing listing =
        ApiListing.ofDirectory(Path.of("target/test-classes"), getClass().getClassLoader());
    assertThat(listing.toString()).contains(".Explosive\n").doesNotContain("package-info");
  }

  @Test
  void ofDirectory_classOfAnotherLoader_isRejectedByName() throws IOException {
    Files.createDirectories(directory.resolve("gone"));
    Files.write(directory.resolve("gone/Missing.class"), new byte[0]);
    assertThatThrownBy(() -> ApiListing.ofDirectory(directory, getClass().getClassLoader()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gone.Missing");
  }

  @Test
  void check_sameText_passes() throws IOException {
    ApiListing listing = ApiListing.of(List.of(ListedTypes.Known.class));
    Path golden = directory.resolve("api.txt");
    Files.writeString(golden, listing.toString().replace("\n", "\r\n"));
    listing.check(golden);
  }

  @Test
  void check_otherText_failsWithTheLinesAndTheFlag() throws IOException {
    Path golden = directory.resolve("api.txt");
    ApiListing listing = ApiListing.of(List.of(ListedTypes.Known.class, ListedTypes.Marker.class));
    Files.writeString(golden, listing.toString().replace("String raw()", "int raw()"));
    assertThatThrownBy(() -> listing.check(golden))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            The API differs from %s:

              public enum %s.Known
            -   public int raw()
            +   public String raw()

            If this change is intended, run the build once with -Dapi.update=true and commit the file.\
            """
                .formatted(golden, SAMPLES));
  }

  @Test
  void check_missingFile_failsWithAllLines() {
    ApiListing listing = ApiListing.of(List.of(ListedTypes.Known.class));
    assertThatThrownBy(() -> listing.check(directory.resolve("api.txt")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("+ public enum " + SAMPLES + ".Known\n+   public static final");
  }

  @Test
  void check_otherTextWithUpdateFlag_rewritesTheFile() throws IOException {
    System.setProperty("api.update", "true");
    Path golden = directory.resolve("api.txt");
    ApiListing listing = ApiListing.of(List.of(ListedTypes.Known.class));
    listing.check(golden);
    assertThat(golden).hasContent(listing.toString());
  }
}
