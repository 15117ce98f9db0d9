package io.github.videorooms.generated.shapes;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Converts any request body to JSON; supports no response bodies. */
final class AnyConverter extends Converter.Factory {
  private final Classes classes;

  AnyConverter(Classes classes) {
    this.classes = classes;
  }

  @Override
  public Converter<?, RequestBody> requestBodyConverter(
      Type type, Annotation[] onParameter, Annotation[] onMethod, Retrofit retrofit) {
    return value ->
        RequestBody.create(
            json(value).getBytes(StandardCharsets.UTF_8), MediaType.get("application/json"));
  }

  private String json(Object value) {
    try {
      if (value instanceof Map) {
        return classes.write(value, Map.class).toString();
      }
      return value instanceof List ? value.toString() : classes.write(value).toString();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return body -> {
      throw new UnsupportedOperationException();
    };
  }
}
