package io.github.videorooms;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import io.github.videorooms.model.ModelAdapters;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Turns models into request bodies and response bodies into models, with the generated adapters.
 */
final class Json extends Converter.Factory {
  private static final MediaType MEDIA_TYPE = MediaType.get("application/json");

  @Override
  public @Nullable Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    TypeAdapter<?> adapter = adapterOf(type);
    return adapter == null ? null : value -> write(adapter, value);
  }

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    TypeAdapter<?> adapter = adapterOf(type);
    return adapter == null ? null : body -> read(adapter, body);
  }

  private static @Nullable TypeAdapter<?> adapterOf(Type type) {
    return type instanceof Class ? ModelAdapters.find((Class<?>) type) : null;
  }

  @SuppressWarnings("unchecked") // Retrofit passes what the adapter was looked up for.
  private static <T> RequestBody write(TypeAdapter<T> adapter, Object value) throws IOException {
    Buffer buffer = new Buffer();
    try (JsonWriter out =
        new JsonWriter(new OutputStreamWriter(buffer.outputStream(), StandardCharsets.UTF_8))) {
      adapter.write(out, (T) value);
    }
    return RequestBody.create(buffer.readByteString(), MEDIA_TYPE);
  }

  /**
   * Reads a whole body. All I/O comes first, so that what fails after it is the body's fault.
   *
   * @throws UnreadableBody if the body is not what the adapter reads
   */
  private static <T> T read(TypeAdapter<T> adapter, ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    source.request(Long.MAX_VALUE);
    Buffer bytes = source.getBuffer();
    JsonReader in =
        new JsonReader(new InputStreamReader(bytes.clone().inputStream(), StandardCharsets.UTF_8));
    try {
      T value = adapter.read(in);
      if (value == null) {
        throw new JsonParseException("the body is null");
      }
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonParseException("something follows the JSON value");
      }
      return value;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableBody(reason(e, bytes, in), in.getPath(), bytes.readUtf8(), e);
    }
  }

  private static String reason(Exception failure, Buffer bytes, JsonReader in) {
    if (bytes.size() == 0) {
      return "the body is empty";
    }
    if (bytes.getByte(0) == '<') {
      return "the body is HTML or XML, not JSON";
    }
    if (failure instanceof JsonParseException && failure.getMessage() != null) {
      return failure.getMessage();
    }
    boolean brokenOff = failure instanceof EOFException;
    boolean malformed = failure instanceof MalformedJsonException;
    String how = brokenOff ? "breaks off" : malformed ? "is malformed" : "cannot be read";
    return "the JSON " + how + " at " + in.getPath();
  }
}
