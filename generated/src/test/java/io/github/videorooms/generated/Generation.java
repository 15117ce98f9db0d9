package io.github.videorooms.generated;

import io.github.videorooms.openapi.tool.generator.GeneratorInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** Runs the generator on a document, as the build does: {@code Generation document output}. */
public final class Generation {
  /** What the build asks for beside models and interfaces. */
  private static final Pattern SUPPORTING_FILES =
      Pattern.compile("<supportingFilesToGenerate>([^<]+)<");

  public static void main(String[] arguments) throws IOException {
    Path input = Path.of(arguments[1], "generator-input.json");
    GeneratorInput.write(Path.of(arguments[0]), input);
    GlobalSettings.setProperty("models", "");
    GlobalSettings.setProperty("apis", "");
    GlobalSettings.setProperty("supportingFiles", supportingFiles());
    for (String unwanted : List.of("modelTests", "apiTests", "modelDocs", "apiDocs")) {
      GlobalSettings.setProperty(unwanted, "false");
    }
    CodegenConfigurator configurator =
        CodegenConfigurator.fromFile("generator.yaml")
            .setGeneratorName("java")
            .setTemplateDir("src/main/templates")
            .setInputSpec(input.toString())
            .setOutputDir(arguments[1]);
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
  }

  private static String supportingFiles() {
    try {
      Matcher files = SUPPORTING_FILES.matcher(Files.readString(Path.of("pom.xml")));
      return files.results().map(match -> match.group(1)).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Generation() {}
}
