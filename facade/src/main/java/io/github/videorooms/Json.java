package io.github.videorooms;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import io.github.videorooms.model.ModelAdapters;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Headers;

/**
 * Converts models and other values to request bodies, and response bodies to them, with the
 * generated adapters.
 */
final class Json extends Converter.Factory {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final MediaType MEDIA_TYPE = MediaType.get("application/json");

  /** A longer body is read as a stream, and an error shows only its beginning. */
  private static final long SHORT = 1 << 16;

  private static final TypeAdapter<JsonElement> TREE =
      new TypeAdapter<>() {
        @Override
        public JsonElement read(JsonReader in) {
          return JsonParser.parseReader(in);
        }

        @Override
        public void write(JsonWriter out, JsonElement tree) {
          throw new UnsupportedOperationException("a tree is only read");
        }
      };

  private final AtomicReference<@Nullable SpareJsonReader> spare = new AtomicReference<>();

  @Override
  public @Nullable Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    if (isText(type, methodAnnotations, "content-type")) {
      return value -> RequestBody.create(EncodableText.require(value.toString()), null);
    }
    TypeAdapter<?> adapter = adapterOf(type);
    if (adapter == null) {
      return null;
    }
    return names(methodAnnotations, "content-type", FORM)
        ? value -> form(adapter, value)
        : value -> write(adapter, value);
  }

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    if (isText(type, annotations, "accept")) {
      return ResponseBody::string;
    }
    TypeAdapter<?> adapter = adapterOf(type);
    return adapter == null ? null : body -> readCarryingErrors(adapter, body);
  }

  /** Returns whether a body is plain text rather than JSON. */
  private static boolean isText(Type type, Annotation[] annotations, String header) {
    return type == String.class && names(annotations, header, "text/");
  }

  /** Returns whether the operation sets a header, as it does for a body that is not JSON. */
  private static boolean names(Annotation[] annotations, String header, String mediaType) {
    String start = header + ": " + mediaType;
    for (Annotation annotation : annotations) {
      if (annotation instanceof Headers) {
        for (String each : ((Headers) annotation).value()) {
          if (each.regionMatches(true, 0, start, 0, start.length())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static @Nullable TypeAdapter<?> adapterOf(Type type) {
    if (type instanceof Class) {
      return ModelAdapters.find((Class<?>) type);
    }
    if (!(type instanceof ParameterizedType)) {
      return null;
    }
    ParameterizedType generic = (ParameterizedType) type;
    if (generic.getRawType() != List.class) {
      return adapterOf(generic.getRawType());
    }
    TypeAdapter<?> items = adapterOf(generic.getActualTypeArguments()[0]);
    return items == null ? null : new JsonArrayAdapter<>(items);
  }

  /** Sends the fields of an object as a form, and a list as one form field per item. */
  @SuppressWarnings("unchecked") // Retrofit passes what the adapter was looked up for.
  private static <T> RequestBody form(TypeAdapter<T> adapter, Object object) {
    FormBody.Builder form = new FormBody.Builder();
    for (Map.Entry<String, JsonElement> field :
        adapter.toJsonTree((T) object).getAsJsonObject().entrySet()) {
      JsonElement value = field.getValue();
      if (value.isJsonArray()) {
        value
            .getAsJsonArray()
            .forEach(item -> form.add(EncodableText.require(field.getKey()), text(item)));
      } else {
        form.add(EncodableText.require(field.getKey()), text(value));
      }
    }
    return form.build();
  }

  private static String text(JsonElement value) {
    if (value.isJsonPrimitive()) {
      return EncodableText.require(value.getAsString());
    }
    return value.isJsonNull() ? "" : EncodableText.escape(value.toString());
  }

  @SuppressWarnings("unchecked") // Retrofit passes what the adapter was looked up for.
  private static <T> RequestBody write(TypeAdapter<T> adapter, Object value) {
    byte[] json = EncodableText.escape(adapter.toJson((T) value)).getBytes(StandardCharsets.UTF_8);
    return RequestBody.create(json, MEDIA_TYPE);
  }

  /** Checks the values of queries. */
  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return type == String.class ? value -> EncodableText.require((String) value) : null;
  }

  private <T> T readCarryingErrors(TypeAdapter<T> adapter, ResponseBody body) throws IOException {
    try {
      return read(adapter, body);
    } catch (Error e) {
      throw new ErrorCarrier(e);
    } finally {
      body.close(); // Of a body that cannot be read to its end, OkHttp would keep the connection.
    }
  }

  /**
   * Reads a whole body. All I/O comes first, so that the body is to blame for a later failure.
   *
   * @throws UnreadableBodyException if the body is not what the adapter reads
   */
  private <T> T read(TypeAdapter<T> adapter, ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    source.request(Long.MAX_VALUE);
    Buffer bytes = source.getBuffer();
    if (bytes.size() > SHORT) {
      Buffer beginning = new Buffer();
      bytes.copyTo(beginning, 0, SHORT);
      Reader text = new InputStreamReader(bytes.inputStream(), StandardCharsets.UTF_8);
      return readWhole(adapter, text, beginning::readUtf8);
    }
    // A string needs no decoder with a buffer of its own, and the buffer it came in is reused: a
    // createStream allocates 16 kB less.
    String text = bytes.readUtf8();
    T read = tryRead(adapter, text);
    return read != null ? read : readWhole(adapter, new StringReader(text), () -> text);
  }

  /**
   * Reads a text that is one value and nothing else.
   *
   * @param shown what an error shows of it
   */
  private static <T> T readWhole(TypeAdapter<T> adapter, Reader text, Supplier<String> shown)
      throws UnreadableBodyException {
    JsonReader in = new BoundedJsonReader(text);
    try {
      return readWhole(adapter, in);
    } catch (RuntimeException e) {
      String body = shown.get();
      throw new UnreadableBodyException(reason(e, body), in.getPath(), body, e);
    }
  }

  /**
   * Reads a text of any shape.
   *
   * @throws JsonParseException if it is not JSON
   */
  JsonElement readTree(String json) {
    JsonElement tree = tryRead(TREE, json);
    return tree == null ? JsonParser.parseString(json) : tree;
  }

  private <T> @Nullable T tryRead(TypeAdapter<T> adapter, String json) {
    SpareJsonReader idle = spare.getAndSet(null);
    SpareJsonReader in = idle == null ? new SpareJsonReader() : idle;
    T value = in.read(adapter, json);
    if (in.isReady()) {
      spare.set(in);
    }
    return value;
  }

  /**
   * Reads a text that is one value and nothing else.
   *
   * @param in a reader at the beginning of the text; if this fails, its path is where
   * @throws JsonParseException if the text is anything else, or breaks off; the message says which
   */
  static <T> T readWhole(TypeAdapter<T> adapter, JsonReader in) {
    try {
      T value = adapter.read(in);
      if (value == null) {
        throw new JsonParseException("the body is null");
      }
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonParseException("something follows the JSON value");
      }
      return value;
    } catch (EOFException e) {
      throw new JsonParseException("the JSON breaks off at " + in.getPath(), e);
    } catch (MalformedJsonException e) {
      throw new JsonParseException("the JSON is malformed at " + in.getPath(), e);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw new JsonParseException("the JSON cannot be read at " + in.getPath(), e);
    }
  }

  /** Carries an {@code Error}, which Retrofit would let end the thread silently. */
  static final class ErrorCarrier extends RuntimeException {
    private static final long serialVersionUID = 1;

    ErrorCarrier(Error error) {
      super(null, error, false, false);
    }

    Error error() {
      return (Error) requireNonNull(getCause());
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
