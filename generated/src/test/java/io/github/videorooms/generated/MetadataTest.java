package io.github.videorooms.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What tells native-image and R8 about the types that Retrofit needs at run time. */
class MetadataTest {
  @Test
  void proxies_areTheInterfaces() throws IOException {
    assertThat(nativeImage("proxy-config.json"))
        .extracting(entry -> entry.getAsJsonObject().getAsJsonArray("interfaces"))
        .allMatch(interfaces -> interfaces.size() == 1)
        .extracting(interfaces -> interfaces.get(0).getAsString())
        .containsExactlyInAnyOrderElementsOf(interfaces());
  }

  @Test
  void reflection_isForTheMethodsOfTheInterfacesAlone() throws IOException {
    assertThat(nativeImage("reflect-config.json"))
        .extracting(JsonElement::getAsJsonObject)
        .allMatch(entry -> entry.get("allDeclaredMethods").getAsBoolean() && entry.size() == 2)
        .extracting(entry -> entry.get("name").getAsString())
        .containsExactlyInAnyOrderElementsOf(interfaces());
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
  void nothing_namesAModel() throws IOException {
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

  private static JsonArray nativeImage(String file) throws IOException {
    return JsonParser.parseString(
            read(
                "META-INF/native-image/io.github.videorooms/signalwire-videorooms-generated/"
                    + file))
        .getAsJsonArray();
  }

  private static String read(String file) throws IOException {
    return Files.readString(GeneratedClasses.DIRECTORY.resolve(file));
  }
}
