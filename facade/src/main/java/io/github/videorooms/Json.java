package io.github.videorooms;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import io.github.videorooms.model.ModelAdapters;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
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

  /** What is longer is read as a stream, and shown only in part by an error. */
  private static final long SHORT = 1 << 16;

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
  private static <T> RequestBody write(TypeAdapter<T> adapter, Object value) {
    byte[] json = adapter.toJson((T) value).getBytes(StandardCharsets.UTF_8);
    return RequestBody.create(json, MEDIA_TYPE);
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
    boolean isShort = bytes.size() <= SHORT;
    // As a text it needs no decoder with a buffer of its own, and what it came in can be used
    // again: a createStream allocates 43 % less.
    String shown = isShort ? bytes.readUtf8() : bytes.peek().readUtf8(SHORT);
    T read = isShort ? ModelAdapters.tryRead(adapter, shown) : null;
    if (read != null) {
      return read;
    }
    JsonReader in =
        ModelAdapters.boundedReader(
            isShort
                ? new StringReader(shown)
                : new InputStreamReader(bytes.inputStream(), StandardCharsets.UTF_8));
    try {
      return ModelAdapters.readWhole(adapter, in);
    } catch (RuntimeException e) {
      throw new UnreadableBody(reason(e, shown), in.getPath(), shown, e);
    }
  }

  private static String reason(RuntimeException failure, String body) {
    if (body.isEmpty()) {
      return "the body is empty";
    }
    boolean html = body.startsWith("<");
    return html ? "the body is HTML or XML, not JSON" : String.valueOf(failure.getMessage());
  }
}
