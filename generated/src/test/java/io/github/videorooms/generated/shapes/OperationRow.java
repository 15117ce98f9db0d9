package io.github.videorooms.generated.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import okio.Buffer;
import retrofit2.Call;
import retrofit2.Retrofit;

/**
 * An operation, with the request that a call of it sends.
 *
 * @param arguments the arguments of the call; a map is a query, by the names of its builder
 * @param returnType the return type, without packages
 * @param sent the request line, the additional headers, and the body
 */
record OperationRow(
    String name,
    String address,
    String operation,
    List<Object> arguments,
    String returnType,
    String sent)
    implements Row {
  private static final String BASE = "https://example.com/";

  @Override
  public void addTo(Map<String, Object> paths, Map<String, Object> schemas, int number) {
    Map<String, Object> node = new LinkedHashMap<>(DocumentYaml.read(operation));
    node.put("operationId", id(number));
    node.put("tags", List.of("Operation " + number));
    node.putIfAbsent("responses", Map.of("204", Map.of()));
    paths.put(path(number), Map.of(address.replaceFirst(" .*", ""), node));
  }

  private String path(int number) {
    return "/" + number + address.replaceFirst(".* ", "");
  }

  private static String id(int number) {
    return "do_operation_" + number;
  }

  @Override
  public void check(Classes classes, int number) throws Exception {
    Class<?> api = classes.api("Operation" + number);
    Method method =
        Arrays.stream(api.getMethods())
            .filter(each -> each.getName().equals("doOperation" + number))
            .findFirst()
            .orElseThrow();
    Object[] given = new Object[arguments.size()];
    for (int index = 0; index < given.length; index++) {
      given[index] =
          given(classes, number, arguments.get(index), method.getParameterTypes()[index]);
    }
    Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl(BASE)
            .validateEagerly(true)
            .addConverterFactory(new AnyConverter(classes))
            .build();
    Call<?> call = (Call<?>) method.invoke(retrofit.create(api), given);

    assertThat(text(call.request())).isEqualTo(sent.replace("#", String.valueOf(number)));
    assertThat(
            ((ParameterizedType) method.getGenericReturnType())
                .getActualTypeArguments()[0]
                .getTypeName()
                .replaceAll("[a-z0-9]+\\.", ""))
        .isEqualTo(returnType);
  }

  private Object given(Classes classes, int number, Object argument, Class<?> type)
      throws Exception {
    if (argument instanceof Map<?, ?> query) {
      return query.isEmpty() ? query : query(classes, number, query);
    }
    return argument instanceof Json json ? classes.read(type, json.text()) : argument;
  }

  private static Object query(Classes classes, int number, Map<?, ?> values) throws Exception {
    Class<?> query =
        classes
            .loader()
            .loadClass(
                "io.github.videorooms.api.Operation%1$dApi$DoOperation%1$dQuery".formatted(number));
    Object builder = Classes.callStatic(query, "builder");
    for (Map.Entry<?, ?> each : values.entrySet()) {
      Object value = each.getValue();
      Classes.call(
          builder,
          each.getKey().toString(),
          value instanceof Json json ? read(classes, json) : value);
    }
    Object built = Classes.call(builder, "build");
    Object again = Classes.call(Classes.call(built, "toBuilder"), "build");
    assertThat(again).isEqualTo(built).hasSameHashCodeAs(built).hasToString(built.toString());
    return Classes.call(built, "toMap");
  }

  private static Object read(Classes classes, Json json) throws Exception {
    return classes.read(classes.model("Colour"), json.text());
  }

  private static String text(Request request) throws Exception {
    StringBuilder text =
        new StringBuilder(
            request.method() + " " + request.url().toString().substring(BASE.length()));
    request
        .headers()
        .forEach(each -> text.append("\n" + each.getFirst() + ": " + each.getSecond()));
    if (request.body() != null && request.body().contentLength() > 0) {
      Buffer buffer = new Buffer();
      request.body().writeTo(buffer);
      text.append("\n" + request.body().contentType() + "\n" + buffer.readUtf8());
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return name;
  }

  /** An argument that is parsed from JSON, according to the parameter's type. */
  record Json(String text) {}
}
