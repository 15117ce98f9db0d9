package io.github.videorooms.openapi.tool.generator;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * An argument that a method of a resource class passes to the method of the generated interface.
 *
 * @param parameters the parameters of the resource class that it is built from, if any
 * @param expression the expression that checks the parameters and builds the argument
 * @param statement the statement that does so once, for a call that is repeated for each page
 * @param value the argument after that statement
 */
record Argument(List<Parameter> parameters, String expression, String statement, String value) {
  /** Returns an argument that is a checked parameter. */
  static Argument checked(Parameter parameter, String check) {
    String expression =
        check + "(" + parameter.name() + ", " + JavaText.literal(parameter.name()) + ")";
    return new Argument(List.of(parameter), expression, expression + ";", parameter.name());
  }

  /** Returns an argument that is a parameter without a check. */
  static Argument unchecked(Parameter parameter) {
    return new Argument(List.of(parameter), parameter.name(), "", parameter.name());
  }

  static Argument constant(String expression) {
    return new Argument(List.of(), expression, "", expression);
  }

  /** Returns an argument that is a request built from the parameters. */
  static Argument built(List<Parameter> parameters, String type, String expression) {
    return new Argument(parameters, expression, type + " body = " + expression + ";", "body");
  }

  boolean takesBuilder() {
    return parameters.stream().anyMatch(each -> each.type().startsWith("Consumer<"));
  }

  /** A parameter of a method in a resource class. */
  record Parameter(String type, String name, String doc) {
    static Parameter ofBuilder(String type, String name, String doc) {
      return new Parameter("Consumer<" + type + ".Builder>", name, doc);
    }

    String declaration() {
      return type + " " + name;
    }

    /** Returns the erased type, for links in Javadoc. */
    String erasure() {
      return type.replaceAll("<.*>", "").replace("@Nullable ", "");
    }
  }

  static List<Parameter> parametersOf(List<Argument> arguments) {
    return arguments.stream().flatMap(each -> each.parameters.stream()).toList();
  }

  static String link(String method, List<Argument> arguments) {
    return parametersOf(arguments).stream()
        .map(Parameter::erasure)
        .collect(joining(", ", method + "(", ")"));
  }
}
