package io.github.videorooms;

import com.google.gson.JsonElement;
import io.github.videorooms.ApiDocument.Operation;
import io.github.videorooms.openapi.tool.generator.JavaNames;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a document offers and a user of the client cannot reach: a gap in the templates. */
final class Reachability {
  private static final String API = "io.github.videorooms.api.";
  private static final String MODEL = "io.github.videorooms.model.";
  private static final String REBUILD = "; build the client from this document";

  private final ApiDocument document;
  private final Set<String> gaps = new LinkedHashSet<>();
  private final Set<String> read = new HashSet<>();
  private final Set<String> written = new HashSet<>();

  private Reachability(ApiDocument document) {
    this.document = document;
  }

  /** Returns a line for each gap. */
  static Set<String> gaps(ApiDocument document) {
    Reachability reachability = new Reachability(document);
    document.operations().forEach(reachability::check);
    return reachability.gaps;
  }

  private void check(Operation operation) {
    List<Method> methods = FacadeMethods.of(operation);
    if (methods.isEmpty()) {
      gaps.add(operation + " has no method" + REBUILD);
      return;
    }
    String owner = FacadeMethods.classOf(operation);
    if (FacadeMethods.accessorOf(owner).findAny().isEmpty()) {
      gaps.add(operation + " is out of reach: no method of Video returns " + owner + REBUILD);
    }
    if (!operation.isPaged()) {
      checkTwins(operation, methods);
    }
    checkQuery(operation, methods);
    operation.request().forEach(request -> checkRequest(operation, methods, request));
    operation.success().forEach(success -> checkSuccess(operation, methods, success));
  }

  private void checkTwins(Operation operation, List<Method> methods) {
    Set<String> signatures =
        methods.stream()
            .filter(FacadeMethods::isAsync)
            .map(Reachability::signature)
            .collect(Collectors.toSet());
    methods.stream()
        .filter(method -> !FacadeMethods.isAsync(method))
        .filter(method -> !signatures.contains(signature(method).replaceFirst("\\(", "Async(")))
        .forEach(
            method ->
                gaps.add(
                    operation + " has no asynchronous variant of " + signature(method) + REBUILD));
  }

  private static String signature(Method method) {
    return Stream.of(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private void checkQuery(Operation operation, List<Method> methods) {
    String query = operation.api() + "$" + operation.query();
    for (String parameter : operation.parameters("query")) {
      String gap = "query parameter " + parameter + " of " + operation.id() + " cannot be set";
      if (methods.stream().noneMatch(FacadeMethods.takes(API + query))) {
        gaps.add(gap + REBUILD);
      } else if (!has(API + query + "$Builder", parameter)) {
        gaps.add(gap + ": the query's builder has no method for it" + REBUILD);
      }
    }
  }

  private void checkRequest(Operation operation, List<Method> methods, String request) {
    if (methods.stream().noneMatch(FacadeMethods.takes(MODEL + request))) {
      gaps.add("the body of " + operation.id() + " cannot be given" + REBUILD);
    } else {
      checkWritten(request);
    }
  }

  private void checkWritten(String schema) {
    checkMembers(
        schema,
        written,
        member -> has(MODEL + schema + "$Builder", member),
        "body field %s of %s cannot be set: its Builder has no method for it" + REBUILD,
        this::checkWritten);
  }

  private void checkSuccess(Operation operation, List<Method> methods, String success) {
    String result = success;
    if (operation.isPaged()) {
      result = itemOf(success);
      checkRead("PaginationLinks");
    }
    if (methods.stream().map(FacadeMethods::resultOf).noneMatch(result::equals)) {
      gaps.add("the " + result + " of " + operation.id() + " is lost" + REBUILD);
    }
    checkRead(result);
  }

  private void checkRead(String schema) {
    checkMembers(
        schema,
        read,
        member -> has(MODEL + schema, getter(member)),
        "field %s of %s cannot be read: it has no getter" + REBUILD,
        this::checkRead);
  }

  private void checkMembers(
      String schema,
      Set<String> done,
      Predicate<String> reachable,
      String gap,
      Consumer<String> nested) {
    if (!done.add(schema)) {
      return;
    }
    for (Map.Entry<String, JsonElement> member : document.properties(schema).entrySet()) {
      if (!reachable.test(ApiDocument.javaName(member.getKey(), member.getValue()))) {
        gaps.add(String.format(gap, member.getKey(), schema));
      }
      document.objectIn(member.getValue()).forEach(nested);
    }
  }

  private static boolean has(String type, String method) {
    try {
      return Stream.of(Class.forName(type).getMethods())
          .anyMatch(each -> each.getName().equals(method));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static String getter(String member) {
    return JavaNames.getter(member);
  }

  private String itemOf(String list) {
    return document.objectIn(document.properties(list).get("data")).findFirst().orElseThrow();
  }
}
