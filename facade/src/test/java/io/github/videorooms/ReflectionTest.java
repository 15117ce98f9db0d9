package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.videorooms.model.ModelAdapters;
import io.github.videorooms.watch.ReflectionTrace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;

/**
 * What the calls reach by reflection, as the JDK itself tells it: that is what native-image and R8
 * have to be told of, and they are told of the interfaces alone.
 */
class ReflectionTest {
  private static final Set<String> OURS =
      Set.of("io.github.videorooms", "io.github.videorooms.api", "io.github.videorooms.model");

  private static ReflectionTrace trace;

  @BeforeAll
  static void listen() {
    trace = ReflectionTrace.start();
  }

  @AfterAll
  static void leave() {
    trace.stop();
  }

  static Stream<Method> calls() {
    return new ApiDocument(Examples.document())
        .operations().stream()
            .map(operation -> "io.github.videorooms.api." + operation.api())
            .distinct()
            .map(ReflectionTest::load)
            .flatMap(type -> Stream.of(type.getDeclaredMethods()));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void call_reflectsOnlyOnItsInterface(Method method) throws Exception {
    Object[] arguments = Stream.of(method.getParameterTypes()).map(ReflectionTest::any).toArray();
    Type response = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
    String body = response == Void.class ? "" : example(response);

    Set<Class<?>> seen = trace.during(() -> call(method, arguments, body));

    assertThat(seen.stream().filter(ReflectionTest::isOurs)).isSubsetOf(method.getDeclaringClass());
  }

  @Test
  void trace_ofAGsonThatReflects_seesTheType() throws Exception {
    Set<Class<?>> seen = trace.during(() -> new Gson().getAdapter(Unknown.class));

    assertThat(seen).contains(Unknown.class);
  }

  private static Object call(Method method, Object[] arguments, String body) throws Exception {
    OkHttpClient canned =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create(body, null))
                        .build())
            .build();
    try (SignalWireRestClient client =
        SignalWireRestClient.builder()
            .project("p")
            .token("t")
            .space("acme")
            .httpClient(canned)
            .build()) {
      Object api = client.api(method.getDeclaringClass());
      return ((Call<?>) method.invoke(api, arguments)).execute().body();
    }
  }

  /** A body that a type is read from: the model's example, or the least that there is. */
  private static String example(Type response) {
    if (response.getTypeName().startsWith("io.github.videorooms.model.")) {
      return Examples.of(((Class<?>) response).getSimpleName()).toString();
    }
    return response.getTypeName().startsWith("java.util.List")
        ? "[]"
        : response == String.class ? "\"text\"" : "{}";
  }

  private static Object any(Class<?> type) {
    if (type == String.class) {
      return "id";
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == RequestBody.class) {
      return RequestBody.create("", null);
    }
    try {
      return ModelAdapters.find(type).fromJson(type == Object.class ? "1" : "{}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the types in the jars. Annotations are kept with what they stand on. */
  private static boolean isOurs(Class<?> type) {
    return OURS.contains(type.getPackageName())
        && type.getNestHost() != ReflectionTest.class
        && !isMadeByTheJdk(type)
        && !type.isAnnotation();
  }

  private static boolean isMadeByTheJdk(Class<?> type) {
    return type.isHidden() || Proxy.isProxyClass(type);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Has no adapter that was generated. */
  private static final class Unknown {}
}
