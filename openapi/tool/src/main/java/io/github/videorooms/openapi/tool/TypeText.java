package io.github.videorooms.openapi.tool;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;

/**
 * Formats types for an API listing: with full names except in {@code java.lang}, and with
 * JSpecify's nullness annotations.
 */
final class TypeText {
  private static final String JSPECIFY = "org.jspecify.annotations.";
  private static final String JAVA_LANG = "java.lang.";

  static String of(AnnotatedType type) {
    StringBuilder dimensions = new StringBuilder();
    AnnotatedType element = type;
    while (element instanceof AnnotatedArrayType) {
      String nullness = nullness(element);
      dimensions.append(nullness.isEmpty() ? "" : " " + nullness).append("[]");
      element = ((AnnotatedArrayType) element).getAnnotatedGenericComponentType();
    }
    return nullness(element) + unannotated(element) + dimensions;
  }

  /** Returns the type parameters of a class or method in angle brackets, or {@code ""}. */
  static String parameters(TypeVariable<?>[] parameters) {
    return parameters.length == 0
        ? ""
        : Arrays.stream(parameters)
            .map(each -> each.getName() + bounds(" extends ", each.getAnnotatedBounds()))
            .collect(joining(", ", "<", ">"));
  }

  static String name(Class<?> type) {
    String name = type.getName().replace('$', '.');
    boolean inJavaLang = type.getPackageName().equals("java.lang");
    return inJavaLang ? name.replaceFirst(JAVA_LANG, "") : name;
  }

  private static String unannotated(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType parameterized) {
      Type raw = ((ParameterizedType) type.getType()).getRawType();
      return name((Class<?>) raw) + arguments(parameterized);
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      String lower = bounds(" super ", wildcard.getAnnotatedLowerBounds());
      return "?"
          + (lower.isEmpty() ? bounds(" extends ", wildcard.getAnnotatedUpperBounds()) : lower);
    }
    Type plain = type.getType();
    return plain instanceof Class<?> raw ? name(raw) : plain.getTypeName();
  }

  private static String arguments(AnnotatedParameterizedType type) {
    AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
    return arguments.length == 0
        ? ""
        : Arrays.stream(arguments).map(TypeText::of).collect(joining(", ", "<", ">"));
  }

  private static String bounds(String keyword, AnnotatedType[] bounds) {
    String text = Arrays.stream(bounds).map(TypeText::of).collect(joining(" & "));
    boolean meaningless = text.isEmpty() || (text.equals("Object") && !keyword.equals(" super "));
    return meaningless ? "" : keyword + text;
  }

  private static String nullness(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .map(annotation -> annotation.annotationType().getName())
        .filter(name -> name.startsWith(JSPECIFY))
        .sorted()
        .map(name -> "@" + name.substring(JSPECIFY.length()) + " ")
        .collect(joining());
  }

  private TypeText() {}
}
