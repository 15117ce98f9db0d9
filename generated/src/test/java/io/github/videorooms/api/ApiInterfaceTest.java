package io.github.videorooms.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.generated.GeneratedClasses;
import io.github.videorooms.generated.Operation;
import io.github.videorooms.generated.VideoDocument;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.http.Body;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;

/** Tests that each operation of the document is a Retrofit method. */
class ApiInterfaceTest {
  @Test
  void methods_areAsManyAsTheOperations() {
    assertThat(GeneratedClasses.interfaces().flatMap(type -> Stream.of(type.getMethods())))
        .hasSameSizeAs(VideoDocument.operations());
  }

  @Test
  void publicTypes_areTheInterfacesAndWhatIsCommonToThem() {
    assertThat(GeneratedClasses.topLevel("io.github.videorooms.api"))
        .filteredOn(type -> type != io.github.videorooms.api.Operation.class)
        .containsExactlyInAnyOrderElementsOf(GeneratedClasses.interfaces().toList());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void method_hasTheHttpMethodAndTheRelativePath(Operation operation) throws Exception {
    Annotation annotation =
        Arrays.stream(methodOf(operation).getAnnotations())
            .filter(each -> each.annotationType().getPackageName().equals("retrofit2.http"))
            .findFirst()
            .orElseThrow();
    assertThat(annotation.annotationType().getName())
        .isEqualTo("retrofit2.http." + operation.httpMethod());
    assertThat(annotation.annotationType().getMethod("value").invoke(annotation))
        .isEqualTo(operation.path().substring(1));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void method_hasTheNameInTheDocument(Operation operation) throws Exception {
    io.github.videorooms.api.Operation annotation =
        methodOf(operation).getAnnotation(io.github.videorooms.api.Operation.class);
    assertThat(annotation.id()).isEqualTo(operation.id());
    assertThat(annotation.path()).isEqualTo(operation.path());
    assertThat(annotation.redirect()).isEqualTo(operation.redirect());
  }

  @ParameterizedTest
  @MethodSource("operationsOfModels")
  void method_takesPathThenBodyThenQuery(Operation operation) throws Exception {
    List<String> expected = new ArrayList<>();
    operation.pathParameters().forEach(name -> expected.add("path " + name + ": java.lang.String"));
    if (!operation.body().isEmpty()) {
      expected.add("body: io.github.videorooms.model." + operation.body());
    }
    if (operation.takesQuery()) {
      expected.add("query: java.util.Map<java.lang.String, java.lang.String>");
    }
    assertThat(methodOf(operation).getParameters())
        .extracting(ApiInterfaceTest::describe)
        .containsExactlyElementsOf(expected);
  }

  private static String describe(Parameter parameter) {
    String type = parameter.getParameterizedType().getTypeName();
    if (parameter.isAnnotationPresent(Path.class)) {
      return "path " + parameter.getAnnotation(Path.class).value() + ": " + type;
    }
    return (parameter.isAnnotationPresent(Body.class) ? "body: " : "")
        + (parameter.isAnnotationPresent(QueryMap.class) ? "query: " : "")
        + type;
  }

  @ParameterizedTest
  @MethodSource("operationsOfModels")
  void method_returnsTheCallOfTheResponse(Operation operation) throws Exception {
    String response =
        operation.response().equals("Void")
            ? "java.lang.Void"
            : "io.github.videorooms.model." + operation.response();
    assertThat(methodOf(operation).getGenericReturnType())
        .hasToString("retrofit2.Call<" + response + ">");
  }

  /** Returns the method, which is named after the operation, in the interface of the tag. */
  private static Method methodOf(Operation operation) throws ClassNotFoundException {
    Class<?> type =
        Class.forName("io.github.videorooms.api." + operation.tag().replace(" ", "") + "Api");
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(operation.methodName()))
        .findFirst()
        .orElseThrow();
  }

  static List<Operation> operationsOfModels() {
    return operations().stream().filter(Operation::isOfModels).toList();
  }

  static List<Operation> operations() {
    return VideoDocument.operations();
  }
}
