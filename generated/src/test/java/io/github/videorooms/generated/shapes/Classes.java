package io.github.videorooms.generated.shapes;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** The classes that are generated from the document of all rows. */
record Classes(ClassLoader loader) {
  private static final String MODEL = "io.github.videorooms.model.";

  Class<?> model(String name) throws ReflectiveOperationException {
    return loader.loadClass(MODEL + name);
  }

  Class<?> api(String tag) throws ReflectiveOperationException {
    return loader.loadClass("io.github.videorooms.api." + tag + "Api");
  }

  Object read(Class<?> type, String json) throws Exception {
    return adapter(type).fromJson(json);
  }

  JsonElement write(Object value) throws Exception {
    return write(value, value.getClass());
  }

  JsonElement write(Object value, Class<?> type) throws Exception {
    return JsonParser.parseString(adapter(type).toJson(value));
  }

  @SuppressWarnings("unchecked")
  private TypeAdapter<Object> adapter(Class<?> type) throws Exception {
    Method find = model("ModelAdapters").getMethod("find", Class.class);
    return (TypeAdapter<Object>) find.invoke(null, type);
  }

  static Object call(Object target, String method, Object... arguments) throws Exception {
    return invoke(method(target.getClass(), method, arguments), target, arguments);
  }

  static Object callStatic(Class<?> type, String method, Object... arguments) throws Exception {
    return invoke(method(type, method, arguments.length), null, arguments);
  }

  /** Returns the method that accepts the arguments, or the only one with its name. */
  private static Method method(Class<?> type, String name, Object... arguments) {
    return Arrays.stream(type.getMethods())
        .filter(each -> each.getName().equals(name))
        .filter(each -> each.getParameterCount() == arguments.length)
        .filter(each -> arguments.length == 0 || takes(each, arguments[0]))
        .findFirst()
        .orElseGet(() -> method(type, name, arguments.length));
  }

  private static boolean takes(Method method, Object argument) {
    return method.getParameterTypes()[0].isInstance(argument);
  }

  static Method method(Class<?> type, String name, int parameters) {
    return Arrays.stream(type.getMethods())
        .filter(each -> each.getName().equals(name) && each.getParameterCount() == parameters)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + type));
  }

  private static Object invoke(Method method, Object target, Object... arguments) throws Exception {
    try {
      method.setAccessible(true);
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : new IllegalStateException(e);
    }
  }
}
