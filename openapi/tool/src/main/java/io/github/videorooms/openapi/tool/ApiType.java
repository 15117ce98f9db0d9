package io.github.videorooms.openapi.tool;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One type of an API listing: its declaration, with an indented line for each member. */
final class ApiType implements Comparable<ApiType> {
  private static final int SHOWN =
      Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;

  private final Class<?> type;
  private final SortedMap<String, String> lines = new TreeMap<>();

  ApiType(Class<?> type) {
    this.type = type;
    Arrays.stream(type.getDeclaredConstructors())
        .filter(ApiType::isOffered)
        .forEach(this::addConstructor);
    addFieldsAndMethods(type);
  }

  static boolean isVisible(Class<?> type) {
    if (type.isSynthetic() || type.isAnonymousClass() || type.isLocalClass()) {
      return false;
    }
    Class<?> outer = type.getEnclosingClass();
    return isPublicOrProtected(type.getModifiers()) && (outer == null || isVisible(outer));
  }

  private static boolean isOffered(Member member) {
    return isPublicOrProtected(member.getModifiers()) && !member.isSynthetic();
  }

  private static boolean isPublicOrProtected(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** Adds the members of a class and those inherited from supertypes that are not visible. */
  private void addFieldsAndMethods(Class<?> source) {
    Arrays.stream(source.getDeclaredFields()).filter(ApiType::isOffered).forEach(this::addField);
    Arrays.stream(source.getDeclaredMethods())
        .filter(method -> isOffered(method) && !isMadeForEveryEnum(method))
        .forEach(this::addMethod);
    supertypes(source)
        .filter(supertype -> !isVisible(supertype))
        .forEach(this::addFieldsAndMethods);
  }

  private static Stream<Class<?>> supertypes(Class<?> type) {
    return Stream.concat(
        Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
  }

  private static boolean isMadeForEveryEnum(Method method) {
    return method.getDeclaringClass().isEnum()
        && Modifier.isStatic(method.getModifiers())
        && (method.getName().equals("values") || method.getName().equals("valueOf"));
  }

  private void addField(Field field) {
    add(
        "1 " + field.getName(),
        prefix(field, field.getModifiers())
            + TypeText.of(field.getAnnotatedType())
            + " "
            + field.getName());
  }

  private void addConstructor(Constructor<?> constructor) {
    add(
        "2",
        prefix(constructor, constructor.getModifiers())
            + typeParameters(constructor)
            + type.getSimpleName()
            + parametersAndExceptions(constructor));
  }

  private void addMethod(Method method) {
    add(
        "3 " + method.getName(),
        prefix(method, method.getModifiers())
            + (method.isDefault() ? "default " : "")
            + typeParameters(method)
            + TypeText.of(method.getAnnotatedReturnType())
            + " "
            + method.getName()
            + parametersAndExceptions(method));
  }

  private void add(String order, String line) {
    lines.put(order + " " + line, line);
  }

  private static String typeParameters(Executable executable) {
    String parameters = TypeText.parameters(executable.getTypeParameters());
    return parameters.isEmpty() ? "" : parameters + " ";
  }

  private static String parametersAndExceptions(Executable executable) {
    String parameters = "(" + list(executable.getAnnotatedParameterTypes()) + ")";
    if (executable.isVarArgs()) {
      parameters = parameters.replaceFirst("\\[]\\)$", "...)");
    }
    String exceptions = list(executable.getAnnotatedExceptionTypes());
    return parameters + (exceptions.isEmpty() ? "" : " throws " + exceptions);
  }

  private static String list(AnnotatedType[] types) {
    return Arrays.stream(types).map(TypeText::of).collect(joining(", "));
  }

  private static String prefix(AnnotatedElement element, int modifiers) {
    String deprecated = element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
    String shown = Modifier.toString(modifiers & SHOWN);
    return deprecated + (shown.isEmpty() ? "" : shown + " ");
  }

  private String declaration() {
    return prefix(type, type.getModifiers() & ~implied())
        + kind()
        + " "
        + TypeText.name(type)
        + TypeText.parameters(type.getTypeParameters())
        + superclass()
        + interfaces();
  }

  private int implied() {
    if (type.isInterface()) {
      return Modifier.ABSTRACT | Modifier.STATIC;
    }
    return type.isEnum() ? Modifier.ABSTRACT | Modifier.STATIC | Modifier.FINAL : 0;
  }

  private String kind() {
    if (type.isAnnotation()) {
      return "@interface";
    }
    if (type.isInterface()) {
      return "interface";
    }
    return type.isEnum() ? "enum" : "class";
  }

  private String superclass() {
    if (type.isEnum()) {
      return "";
    }
    Class<?> declaring = type;
    Class<?> superclass = type.getSuperclass();
    while (superclass != null && !isVisible(superclass)) {
      declaring = superclass;
      superclass = superclass.getSuperclass();
    }
    return superclass == null || superclass == Object.class
        ? ""
        : " extends " + TypeText.of(declaring.getAnnotatedSuperclass());
  }

  private String interfaces() {
    String names =
        Arrays.stream(type.getAnnotatedInterfaces())
            .map(TypeText::of)
            .sorted()
            .collect(joining(", "));
    if (names.isEmpty() || type.isAnnotation()) {
      return "";
    }
    return (type.isInterface() ? " extends " : " implements ") + names;
  }

  @Override
  public int compareTo(ApiType other) {
    return TypeText.name(type).compareTo(TypeText.name(other.type));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApiType that && type.equals(that.type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public String toString() {
    String members = lines.values().stream().map(line -> "  " + line + "\n").collect(joining());
    return declaration() + "\n" + members;
  }
}
