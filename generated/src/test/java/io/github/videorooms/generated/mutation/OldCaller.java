package io.github.videorooms.generated.mutation;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a program that uses every public member of the current generated classes. */
final class OldCaller {
  static final String NAME = "OldCaller";

  private static final Map<String, String> SAMPLES =
      Map.of(
          "java.lang.String", "\"text\"",
          "boolean", "true",
          "int", "7",
          "long", "7L",
          "java.time.Instant", "java.time.Instant.EPOCH",
          "java.math.BigDecimal", "java.math.BigDecimal.ONE");

  private final StringBuilder source = new StringBuilder("final class " + NAME + " {\n");
  private int methods;

  static String source(List<Class<?>> types) {
    OldCaller caller = new OldCaller();
    types.stream()
        .sorted(Comparator.comparing(Class::getName))
        .filter(type -> Modifier.isPublic(type.getModifiers()))
        .filter(type -> type.getTypeParameters().length == 0)
        .forEach(caller::use);
    return caller.source.append("}\n").toString();
  }

  private void use(Class<?> type) {
    Arrays.stream(type.getGenericInterfaces())
        .map(supertype -> name(supertype) + " general = receiver;")
        .forEach(line -> method(name(type) + " receiver", line));
    Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> method.getTypeParameters().length == 0)
        .sorted(Comparator.comparing(Method::toGenericString))
        .forEach(method -> call(type, method));
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(field -> name(type) + " value = " + name(type) + "." + field.getName() + ";")
        .sorted()
        .forEach(line -> method("", line));
    if (Arrays.stream(type.getDeclaredClasses())
        .anyMatch(each -> each.getSimpleName().equals("Builder"))) {
      build(type);
    }
  }

  /** Writes a call with the receiver and arguments as parameters, so it only uses the method. */
  private void call(Class<?> type, Method method) {
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    Stream<String> receiver = isStatic ? Stream.empty() : Stream.of(name(type) + " receiver");
    Stream<String> arguments =
        Arrays.stream(method.getParameters())
            .map(each -> name(each.getParameterizedType()) + " " + argument(each));
    String call =
        (isStatic ? name(type) : "receiver")
            + "."
            + method.getName()
            + Arrays.stream(method.getParameters())
                .map(OldCaller::argument)
                .collect(joining(", ", "(", ");"));
    boolean isVoid = method.getReturnType() == void.class;
    method(
        Stream.concat(receiver, arguments).collect(joining(", ")),
        isVoid ? call : name(method.getGenericReturnType()) + " result = " + call);
  }

  private static String argument(Parameter parameter) {
    return "argument" + parameter.getName();
  }

  /** Writes code that builds an object with all required fields. */
  private void build(Class<?> type) {
    Class<?> builder =
        Arrays.stream(type.getDeclaredClasses())
            .filter(each -> each.getSimpleName().equals("Builder"))
            .findFirst()
            .orElseThrow();
    String setters =
        Arrays.stream(builder.getDeclaredMethods())
            .filter(method -> isDemanded(type, method))
            .sorted(Comparator.comparing(Method::getName))
            .map(method -> "." + method.getName() + "(" + SAMPLES.get(parameterType(method)) + ")")
            .collect(joining());
    method("", name(type) + " built = " + name(type) + ".builder()" + setters + ".build();");
  }

  private static boolean isDemanded(Class<?> type, Method setter) {
    if (setter.getParameterCount() != 1 || !SAMPLES.containsKey(parameterType(setter))) {
      return false;
    }
    String getter =
        "get"
            + setter.getName().substring(0, 1).toUpperCase(Locale.ROOT)
            + setter.getName().substring(1);
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(getter))
        .anyMatch(method -> method.getAnnotatedReturnType().getAnnotations().length == 0);
  }

  private static String parameterType(Method method) {
    return method.getParameterTypes()[0].getName();
  }

  private void method(String parameters, String statement) {
    source
        .append("  static void use")
        .append(methods++)
        .append("(")
        .append(parameters)
        .append(") {\n    ")
        .append(statement)
        .append("\n  }\n");
  }

  private static String name(Type type) {
    return type.getTypeName().replace('$', '.');
  }

  private OldCaller() {}
}
