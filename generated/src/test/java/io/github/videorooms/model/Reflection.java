package io.github.videorooms.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.videorooms.generated.Property;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls common methods of models by reflection. */
final class Reflection {
  static Object builder(Class<?> model) throws ReflectiveOperationException {
    return call(model.getMethod("builder"), null);
  }

  static Object toBuilder(Object model) throws ReflectiveOperationException {
    return call(model.getClass().getMethod("toBuilder"), model);
  }

  static Object build(Object builder) throws ReflectiveOperationException {
    return call(builder.getClass().getMethod("build"), builder);
  }

  static void putExtra(Object builder, String name, @Nullable Object value)
      throws ReflectiveOperationException {
    call(
        builder.getClass().getMethod("putExtra", String.class, Object.class), builder, name, value);
  }

  static void set(Object builder, Property property, @Nullable Object value)
      throws ReflectiveOperationException {
    call(property.setter(), builder, value);
  }

  static void clear(Object builder, Property property) throws ReflectiveOperationException {
    call(builder.getClass().getMethod(property.clearName()), builder);
  }

  static @Nullable Object get(Object model, Property property) throws ReflectiveOperationException {
    return call(property.getter(), model);
  }

  static @Nullable Object isPresent(Object model, Property property)
      throws ReflectiveOperationException {
    return call(property.presence(), model);
  }

  /** Returns the property's sample as returned by its getter. */
  static Object sample(Property property) throws ReflectiveOperationException {
    return get(readWithSample(property), property);
  }

  /** Reads a model from an object that has only the property's sample. */
  static Object readWithSample(Property property) {
    return Json.read(property.owner().type(), object(property.name(), property.sample()));
  }

  static JsonObject object(String name, JsonElement value) {
    return with(new JsonObject(), name, value);
  }

  static JsonObject with(JsonElement object, String name, @Nullable JsonElement value) {
    JsonObject copy = object.deepCopy().getAsJsonObject();
    copy.add(name, value == null ? JsonNull.INSTANCE : value);
    return copy;
  }

  static JsonObject without(JsonElement object, String name) {
    JsonObject copy = object.deepCopy().getAsJsonObject();
    copy.remove(name);
    return copy;
  }

  /** Calls a method, and rethrows its exceptions. */
  private static Object call(Method method, @Nullable Object target, @Nullable Object... arguments)
      throws ReflectiveOperationException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException) {
        throw (RuntimeException) e.getCause();
      }
      throw e;
    }
  }

  private Reflection() {}
}
