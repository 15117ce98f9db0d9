package io.github.videorooms.generated;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.videorooms.model.Room;
import java.lang.module.ModuleDescriptor;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(GeneratedClasses.DIRECTORY);

  @Test
  void packages_areThoseOfTheApiAndOfItsModels() {
    classes()
        .should()
        .resideInAnyPackage("io.github.videorooms.api", "io.github.videorooms.model")
        .orShould()
        .haveSimpleName("module-info")
        .check(CLASSES);
  }

  @Test
  void models_dependOnlyOnTheApiOfGson() {
    classes()
        .that()
        .resideInAPackage("io.github.videorooms.model")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.github.videorooms.model",
            "com.google.gson",
            "com.google.gson.reflect",
            "com.google.gson.stream",
            "org.jspecify.annotations",
            "java..")
        .check(CLASSES);
  }

  @Test
  void models_doNotReflect() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..")
        .check(CLASSES);
  }

  @Test
  void interfaces_dependOnlyOnTheApiOfRetrofit() {
    classes()
        .that()
        .resideInAPackage("io.github.videorooms.api")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.github.videorooms.api",
            "io.github.videorooms.model",
            "retrofit2",
            "retrofit2.http",
            // A body that is neither JSON nor text.
            "okhttp3",
            "org.jspecify.annotations",
            "java..")
        .check(CLASSES);
  }

  @Test
  void module_exportsBothPackagesAndOpensNone() {
    ModuleDescriptor module = Room.class.getModule().getDescriptor();
    assertThat(module.exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactlyInAnyOrder("io.github.videorooms.api", "io.github.videorooms.model");
    assertThat(module.opens()).isEmpty();
  }
}
