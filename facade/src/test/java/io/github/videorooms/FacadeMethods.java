package io.github.videorooms;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URL;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which public methods of the client make which calls of the generated interfaces. */
final class FacadeMethods {
  private static final String GENERATED = "io.github.videorooms.api.";

  /** By the call, such as {@code RoomsApi.listRooms}, the methods that make it and no other. */
  private static final Map<String, List<Method>> BY_CALL = new TreeMap<>();

  /** By the interface, such as {@code RoomsApi}, the class that uses it. */
  private static final Map<String, Class<?>> BY_INTERFACE = new TreeMap<>();

  static {
    URL client = Video.class.getProtectionDomain().getCodeSource().getLocation();
    for (JavaClass type : new ClassFileImporter().importUrl(client)) {
      if (!isResource(type)) {
        continue;
      }
      for (JavaMethod method : type.getAllMethods()) {
        Set<String> calls = callsOf(method, new HashSet<>());
        calls.forEach(call -> BY_INTERFACE.put(interfaceOf(call), type.reflect()));
        if (calls.size() == 1 && isOfAnOperation(method)) {
          BY_CALL.merge(
              calls.iterator().next(), List.of(method.reflect()), FacadeMethods::together);
        }
      }
    }
  }

  private FacadeMethods() {}

  private static boolean isResource(JavaClass type) {
    return type.isAssignableTo(Resource.class) && type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  /** A download is more than the operation by which it renews its URL. */
  private static boolean isOfAnOperation(JavaMethod method) {
    return method.getModifiers().contains(JavaModifier.PUBLIC)
        && !method.getRawReturnType().isEquivalentTo(RecordingDownload.class);
  }

  /** Returns the methods that carry out an operation, whichever arguments they take. */
  static List<Method> of(ApiDocument.Operation operation) {
    return BY_CALL.getOrDefault(operation.api() + "." + operation.method(), List.of());
  }

  /** Returns the name of the class that has, or is to have, the operations of an interface. */
  static String classOf(ApiDocument.Operation operation) {
    Class<?> type = BY_INTERFACE.get(operation.api());
    return type == null ? "Video" + operation.api().replaceFirst("Api$", "") : type.getSimpleName();
  }

  /** Returns the method of {@link Video} that gives the class with that name. */
  static Stream<Method> accessorOf(String className) {
    return Stream.of(Video.class.getMethods())
        .filter(method -> method.getReturnType().getSimpleName().equals(className));
  }

  static boolean isAsync(Method method) {
    return method.getReturnType() == CompletableFuture.class;
  }

  static Predicate<Method> takes(String typeName) {
    return method ->
        Stream.of(method.getParameterTypes()).anyMatch(type -> type.getName().equals(typeName));
  }

  /** Returns what a caller gets in the end, whether waited for or listed, by its simple name. */
  static String resultOf(Method method) {
    Type type = method.getGenericReturnType();
    Type result =
        type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
    return result.getTypeName().replaceFirst(".*\\.", "");
  }

  private static Set<String> callsOf(JavaCodeUnit method, Set<JavaCodeUnit> seen) {
    Set<String> calls = new TreeSet<>();
    if (!seen.add(method)) {
      return calls;
    }
    Stream<JavaAccess<?>> accesses =
        Stream.concat(
            method.getMethodCallsFromSelf().stream(),
            method.getMethodReferencesFromSelf().stream());
    for (JavaAccess<?> access : accesses.collect(Collectors.toList())) {
      JavaClass owner = access.getTargetOwner();
      if (owner.getName().startsWith(GENERATED) && owner.getSimpleName().endsWith("Api")) {
        calls.add(owner.getSimpleName() + "." + access.getTarget().getName());
      } else if (owner.equals(method.getOwner())) {
        access
            .getTarget()
            .resolveMember()
            .ifPresent(member -> calls.addAll(callsOf((JavaCodeUnit) member, seen)));
      }
    }
    return calls;
  }

  private static String interfaceOf(String call) {
    return call.substring(0, call.indexOf('.'));
  }

  private static List<Method> together(List<Method> some, List<Method> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toList());
  }
}
