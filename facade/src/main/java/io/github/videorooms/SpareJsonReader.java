package io.github.videorooms;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads short texts one after another in one buffer. A reader of its own for each text would
 * allocate 2,700 bytes, a sixth of what a createStream allocates.
 *
 * <p>A reader of Gson's ends with its text, unless it is lenient. This one is lenient only for the
 * step from one text to the next.
 *
 * <p>Not thread-safe.
 */
final class SpareJsonReader extends JsonReader {
  /** So short a text is within the bounds of {@link BoundedJsonReader}, whatever is in it. */
  private static final int MAX_LENGTH = 1 << 16;

  private final Text text;
  private boolean used;
  private boolean isReady = true;

  SpareJsonReader() {
    this(new Text());
  }

  private SpareJsonReader(Text text) {
    super(text);
    this.text = text;
  }

  /**
   * Reads a text that is one JSON object and nothing else.
   *
   * @return the value, or null if the text is anything else or long; then this reader is not usable
   *     any more if {@link #isReady()} says so
   */
  <T> @Nullable T read(TypeAdapter<T> adapter, String json) {
    if (!json.startsWith("{") || json.length() > MAX_LENGTH) {
      return null;
    }
    isReady = false;
    try {
      T value = readNext(adapter, json);
      if (!text.isRead()) {
        return null;
      }
      text.close();
      isReady = true;
      return value;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Whether another text can be read: the last one was read to its end. */
  boolean isReady() {
    return isReady;
  }

  @SuppressWarnings("deprecation") // What replaces it is newer than the oldest Gson that will do.
  private <T> @Nullable T readNext(TypeAdapter<T> adapter, String json) throws IOException {
    text.begin(json);
    if (used) {
      setLenient(true);
      JsonToken unused = peek();
      setLenient(false);
    }
    used = true;
    return adapter.read(this);
  }

  /**
   * Gives the last character by itself: when that is asked for, the object has not ended before.
   */
  private static final class Text extends Reader {
    private String json = "";
    private int at;
    private int end;

    void begin(String json) {
      this.json = json;
      at = 0;
      end = json.length();
      while (" \t\r\n".indexOf(json.charAt(end - 1)) >= 0) {
        end--;
      }
    }

    boolean isRead() {
      return at == end;
    }

    @Override
    public int read(char[] to, int start, int length) {
      if (at == end) {
        return -1;
      }
      int stop = at == end - 1 ? end : Math.min(end - 1, at + length);
      json.getChars(at, stop, to, start);
      int count = stop - at;
      at = stop;
      return count;
    }

    /** Releases the text. */
    @Override
    public void close() {
      json = "";
    }
  }
}
