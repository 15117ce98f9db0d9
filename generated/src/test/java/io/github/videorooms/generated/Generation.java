package io.github.videorooms.generated;

import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs the generator on a document, as the build does: {@code Generation document output}. */
final class Generation {
  public static void main(String[] arguments) {
    CodegenConfigurator configurator =
        CodegenConfigurator.fromFile("generator.yaml")
            .setGeneratorName("java")
            .setTemplateDir("src/main/templates")
            .setInputSpec(arguments[0])
            .setOutputDir(arguments[1]);
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
  }

  private Generation() {}
}
