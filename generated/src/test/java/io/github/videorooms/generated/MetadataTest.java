package io.github.videorooms.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the native-image and R8 configuration for the types that Retrofit needs at run time. */
class MetadataTest {
  private static final Path NATIVE_IMAGE =
      GeneratedClasses.DIRECTORY.resolve(
          "META-INF/native-image/io.github.videorooms/signalwire-videorooms-generated");

  @Test
  void nativeImage_getsAProxyForEachInterface() throws IOException {
    assertThat(reflection().filter(entry -> entry.get("type").isJsonObject()))
        .extracting(entry -> entry.getAsJsonObject("type").getAsJsonArray("proxy"))
        .allMatch(interfaces -> interfaces.size() == 1)
        .extracting(interfaces -> interfaces.get(0).getAsString())
        .containsExactlyInAnyOrderElementsOf(interfaces());
  }

  @Test
  void nativeImage_configuresOnlyTheMethodsOfTheInterfaces() throws IOException {
    assertThat(reflection().filter(entry -> entry.get("type").isJsonPrimitive()))
        .allMatch(entry -> entry.get("allDeclaredMethods").getAsBoolean() && entry.size() == 2)
        .extracting(entry -> entry.get("type").getAsString())
        .containsExactlyInAnyOrderElementsOf(interfaces());
  }

  /** GraalVM warns about the old file formats that this file replaced. */
  @Test
  void nativeImage_readsOneFile() throws IOException {
    try (Stream<Path> files = Files.list(NATIVE_IMAGE)) {
      assertThat(files).containsExactly(NATIVE_IMAGE.resolve("reachability-metadata.json"));
    }
  }

  @Test
  void r8_keepsTheInterfacesAlone() throws IOException {
    assertThat(read("META-INF/proguard/signalwire-videorooms-generated.pro").lines())
        .filteredOn(line -> line.startsWith("-keep,"))
        .containsExactlyInAnyOrderElementsOf(
            interfaces().stream()
                .map(name -> "-keep,allowobfuscation interface " + name + " { *; }")
                .toList());
  }

  @Test
  void configuration_namesNoModel() throws IOException {
    try (Stream<Path> files = Files.walk(GeneratedClasses.DIRECTORY.resolve("META-INF"))) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(file).content().doesNotContain("io.github.videorooms.model"));
    }
  }

  private static List<String> interfaces() {
    return GeneratedClasses.interfaces().map(Class::getName).toList();
  }

  private static Stream<JsonObject> reflection() throws IOException {
    String json = Files.readString(NATIVE_IMAGE.resolve("reachability-metadata.json"));
    return JsonParser.parseString(json)
        .getAsJsonObject()
        .getAsJsonArray("reflection")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject);
  }

  private static String read(String file) throws IOException {
    return Files.readString(GeneratedClasses.DIRECTORY.resolve(file));
  }
}
