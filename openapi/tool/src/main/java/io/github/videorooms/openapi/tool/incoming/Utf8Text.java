package io.github.videorooms.openapi.tool.incoming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Decodes a file as UTF-8, and rejects any other encoding. */
final class Utf8Text {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final byte[] bytes;

  Utf8Text(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** Returns the text without a byte order mark. */
  String decode() {
    if (isUtf16()) {
      throw new UnusableDocument(
          name,
          "is UTF-16, not UTF-8",
          "Download it to a file directly: PowerShell's > writes UTF-16, curl -o does not.");
    }
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new UnusableDocument(
          name + ":" + lineAt(in.position()),
          String.format("is not UTF-8: invalid byte %02X", bytes[in.position()] & 0xFF),
          "Pass the document as the vendor published it, or convert it to UTF-8.");
    }
    String text = out.flip().toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /**
   * Detects UTF-16 with a byte order mark, or without: documents begin with ASCII, so every other
   * byte is 0.
   */
  private boolean isUtf16() {
    if (bytes.length < 2) {
      return false;
    }
    int start = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    return start == 0xFEFF || start == 0xFFFE || bytes[0] == 0 || bytes[1] == 0;
  }

  private int lineAt(int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
