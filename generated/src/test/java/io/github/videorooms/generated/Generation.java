package io.github.videorooms.generated;

import io.github.videorooms.openapi.tool.generator.GeneratorInput;
import io.github.videorooms.openapi.tool.generator.ResourceInput;
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

/** Runs the generator like the build does. Usage: {@code Generation document output}. */
public final class Generation {
  /** The supporting files that the build generates in addition to models and interfaces. */
  private static final Pattern SUPPORTING_FILES =
      Pattern.compile("<supportingFilesToGenerate>([^<]+)<");

  public static void main(String[] arguments) throws IOException {
    Path output = Path.of(arguments[1]);
    Path input = output.resolve("generator-input.json");
    GeneratorInput.write(Path.of(arguments[0]), input);
    GlobalSettings.setProperty("apis", "");
    GlobalSettings.setProperty("supportingFiles", supportingFiles());
    run(Path.of(""), input, output);
  }

  /** Generates the resource classes of the facade from a document. */
  public static void ofResources(Path document, Path output) throws IOException {
    Path input = output.resolve("generator-input.json");
    ResourceInput.write(document, input);
    GlobalSettings.clearProperty("apis");
    GlobalSettings.clearProperty("supportingFiles");
    run(Path.of("../facade"), input, output);
  }

  private static void run(Path module, Path input, Path output) {
    GlobalSettings.setProperty("models", "");
    for (String unwanted : List.of("modelTests", "apiTests", "modelDocs", "apiDocs")) {
      GlobalSettings.setProperty(unwanted, "false");
    }
    CodegenConfigurator configurator =
        CodegenConfigurator.fromFile(module.resolve("generator.yaml").toString())
            .setGeneratorName("java")
            .setTemplateDir(module.resolve("src/main/templates").toString())
            .setInputSpec(input.toString())
            .setOutputDir(output.toString());
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
