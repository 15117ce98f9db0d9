package io.github.videorooms.generated.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.ReservedNames;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openapitools.codegen.languages.JavaClientCodegen;

/** Tests which schema names the generator renames or skips. */
@Tag("thorough")
class GeneratorNamesTest {
  /** Names with a dot or an underscore are excluded: no schema of ours has one. */
  @Test
  void reservedTypes_containWhatTheGeneratorRenamesOrSkips() {
    JavaClientCodegen generator = new JavaClientCodegen();
    generator.setLibrary("retrofit2");
    generator.setSerializationLibrary("gson");
    generator.processOpts();
    Set<String> names =
        Stream.of(
                generator.reservedWords(),
                generator.importMapping().keySet(),
                generator.languageSpecificPrimitives())
            .flatMap(Set::stream)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> name.matches("[a-z0-9]+"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(ReservedNames.types()).containsAll(names);
  }
}
