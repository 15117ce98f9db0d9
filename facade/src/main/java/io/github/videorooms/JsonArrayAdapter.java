package io.github.videorooms;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads and writes a body that is a JSON array; the lists that it reads are unmodifiable. */
final class JsonArrayAdapter<T extends @Nullable Object> extends TypeAdapter<List<T>> {
  private final TypeAdapter<T> items;

  JsonArrayAdapter(TypeAdapter<T> items) {
    this.items = items;
  }

  @Override
  public @Nullable List<T> read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    if (in.peek() != JsonToken.BEGIN_ARRAY) {
      String found = in.peek().name().replace("BEGIN_", "").toLowerCase(Locale.ROOT);
      throw new JsonParseException("expected an array at " + in.getPath() + " but found: " + found);
    }
    List<T> list = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      list.add(items.read(in));
    }
    in.endArray();
    return Collections.unmodifiableList(list);
  }

  @Override
  public void write(JsonWriter out, @Nullable List<T> list) throws IOException {
    if (list == null) {
      out.nullValue();
      return;
    }
    out.beginArray();
    for (T item : list) {
      items.write(out, item);
    }
    out.endArray();
  }
}
