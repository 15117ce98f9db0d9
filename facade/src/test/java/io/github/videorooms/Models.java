package io.github.videorooms;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonWriter;
import io.github.videorooms.model.ModelAdapters;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.ResponseBody;
import retrofit2.Converter;

/** Models as the client reads them from a response, and writes them. */
final class Models {
  /** All that have an adapter, in the order of the document. */
  static final List<Class<?>> TYPES =
      Examples.document().getAsJsonObject("components").getAsJsonObject("schemas").keySet().stream()
          .flatMap(name -> typeOf(name).stream())
          .collect(Collectors.toUnmodifiableList());

  private static final Json JSON = new Json();

  private Models() {}

  private static List<Class<?>> typeOf(String schema) {
    try {
      return List.of(Class.forName("io.github.videorooms.model." + schema));
    } catch (ClassNotFoundException e) {
      return List.of();
    }
  }

  /**
   * Reads a body.
   *
   * @throws UnreadableBodyException if it is no such model
   */
  @SuppressWarnings("unchecked") // The converter of a type gives that type.
  static <T> T read(Class<T> type, String json) throws IOException {
    Converter<ResponseBody, ?> converter =
        JSON.responseBodyConverter(type, new Annotation[0], null);
    return (T) converter.convert(ResponseBody.create(json, null));
  }

  @SuppressWarnings("unchecked") // The adapter of a type takes that type.
  static String write(Object model) throws IOException {
    StringWriter json = new StringWriter();
    TypeAdapter<Object> adapter = (TypeAdapter<Object>) ModelAdapters.find(model.getClass());
    adapter.write(new JsonWriter(json), model);
    return json.toString();
  }
}
