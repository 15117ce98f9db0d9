package io.github.videorooms;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Bounds what a JSON text of moderate size can become in memory, once it is read. */
final class BoundedJsonReader extends JsonReader {
  /** Several times what a page of a thousand items has. */
  private static final int MAX_VALUES = 1 << 18;

  /** Gson keeps a text up to three times while it reads it. */
  private static final int MAX_LENGTH = 1 << 22;

  private final Characters in;
  private int values;

  BoundedJsonReader(Reader in) {
    this(new Characters(in));
  }

  private BoundedJsonReader(Characters in) {
    super(in);
    this.in = in;
  }

  /** Called before each element and each field. */
  @Override
  public boolean hasNext() throws IOException {
    values++;
    if (values > MAX_VALUES) {
      throw new JsonParseException("there are more than " + MAX_VALUES + " values");
    }
    in.count = 0;
    return super.hasNext();
  }

  /** Counts what is read of one value. */
  private static final class Characters extends FilterReader {
    private int count;

    Characters(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] to, int start, int length) throws IOException {
      int read = super.read(to, start, length);
      count += Math.max(read, 0);
      if (count > MAX_LENGTH) {
        throw new JsonParseException("a value has more than " + MAX_LENGTH + " characters");
      }
      return read;
    }
  }
}
