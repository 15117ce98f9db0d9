package io.github.videorooms;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** What a server may do to exhaust a client, and what the call must end in. */
enum HostileResponse {
  HUGE_SUCCESS(Outcome.UNREADABLE, head(200) + "{\"name\":\"", endless("a".repeat(8_192))),
  HUGE_ERROR(Outcome.REFUSAL, head(500) + "{\"error\":\"", endless("a".repeat(8_192))),
  MALFORMED_BELOW_THE_LIMIT(
      Outcome.UNREADABLE, head(200) + "{\"name\":\"", times(16 * 1_023, "a".repeat(1_024))),
  MILLIONS_OF_EMPTY_ITEMS(Outcome.UNREADABLE, head(200) + "{\"data\":[", times(5_000_000, "{},")),
  MILLIONS_OF_ZEROS(Outcome.UNREADABLE, head(200) + "{\"meta\":{\"a\":[", times(8_000_000, "0,")),
  DRIPPING_SUCCESS(Outcome.NO_RESPONSE, head(200), dripping(" ")),
  DRIPPING_ERROR(Outcome.NO_RESPONSE, head(500), dripping("a")),
  DRIPPING_HEAD(Outcome.NO_RESPONSE, "HTTP/1.1 200 OK\r\n", dripping("A: b\r\n")),
  SILENT_HEAD(Outcome.NO_RESPONSE, "HTTP/1.1 200 O", dripping("")),
  GZIP_BOMB(Outcome.UNREADABLE, head(200, "Content-Encoding: gzip"), bomb()),
  GZIP_BOMB_AS_ERROR(Outcome.REFUSAL, head(500, "Content-Encoding: gzip"), bomb()),
  GZIP_OF_NOTHING(
      Outcome.NO_RESPONSE, head(200, "Content-Encoding: gzip"), times(1, "no gzip at all")),
  DEEP_ARRAYS(Outcome.UNREADABLE, head(200), times(100_000, "[")),
  DEEP_OBJECTS(Outcome.UNREADABLE, head(200), times(100_000, "{\"a\":")),
  DEEP_FREE_FORM(Outcome.UNREADABLE, head(200) + "{\"meta\":", times(100_000, "{\"a\":[")),
  DEEP_ERROR(Outcome.REFUSAL, head(500), times(10_000, "{\"error\":")),
  DEEP_ERRORS(Outcome.REFUSAL, head(500) + "{\"errors\":", times(30_000, "[")),
  ENDLESS_STATUS_LINE(Outcome.NO_RESPONSE, "HTTP/1.1 200 ", endless("O".repeat(8_192))),
  ENDLESS_HEADER(Outcome.NO_RESPONSE, "HTTP/1.1 200 OK\r\nA: ", endless("b".repeat(8_192))),
  ENDLESS_HEADERS(Outcome.NO_RESPONSE, "HTTP/1.1 200 OK\r\n", endless("A: b\r\n".repeat(1_000))),
  ENDLESS_CONTINUES(Outcome.NO_RESPONSE, "", endless("HTTP/1.1 100 Continue\r\n\r\n".repeat(300))),
  ENDLESS_EARLY_HINTS(
      Outcome.NO_RESPONSE, "", endless("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(300))),
  ENDLESS_CHUNKS(Outcome.UNREADABLE, chunked(), endless("2000\r\n" + "a".repeat(8_192) + "\r\n")),
  ENDLESS_TINY_CHUNKS(Outcome.NO_RESPONSE, chunked(), endless("1\r\na\r\n".repeat(1_000))),
  ENDLESS_TRAILERS(Outcome.NO_RESPONSE, chunked() + "0\r\n", endless("A: b\r\n".repeat(1_000))),
  ENDLESS_CHUNK_EXTENSION(Outcome.NO_RESPONSE, chunked() + "1;", endless("a".repeat(8_192))),
  HUGE_CHUNK(Outcome.UNREADABLE, chunked() + "7fffffffffffffff\r\n", endless("a".repeat(8_192))),
  CHUNK_OF_TOO_MANY_DIGITS(Outcome.NO_RESPONSE, chunked() + "f".repeat(40) + "\r\n", times(1, "a")),
  CHUNK_OF_NEGATIVE_SIZE(Outcome.NO_RESPONSE, chunked() + "-1\r\n", times(1, "a")),
  REDIRECT_TO_ITSELF(
      Outcome.REFUSAL, "HTTP/1.1 307 X\r\nLocation: /\r\nConnection: close\r\n\r\n", nothing()),
  MILLION_ERROR_ITEMS(
      Outcome.REFUSAL, head(422) + "{\"errors\":[", times(1_000_000, "{\"message\":\"a\"},")),
  MILLION_ERROR_FIELDS(
      Outcome.REFUSAL, head(422) + "{\"errors\":{", times(1_000_000, "\"a\":[\"b\"],")),
  HUGE_EXPONENT(Outcome.UNREADABLE, head(200) + "{\"max_members\":1e999999999}", nothing()),
  HUGE_EXPONENT_AS_TEXT(Outcome.UNREADABLE, head(200) + "{\"fps\":\"1e999999999\"}", nothing()),
  TINY_EXPONENT_AS_TEXT(Outcome.UNREADABLE, head(200) + "{\"fps\":\"1e-999999999\"}", nothing()),
  MILLION_DIGITS(
      Outcome.UNREADABLE, head(200) + "{\"max_members\":", times(1_000, "1".repeat(1_000))),
  MILLION_DIGITS_AS_TEXT(
      Outcome.UNREADABLE,
      head(200) + "{\"max_members\":\"" + "1".repeat(1_000_000) + "\"}",
      nothing()),
  MILLION_DIGITS_FREE_FORM(
      Outcome.UNREADABLE,
      head(200) + "{\"meta\":{\"a\":" + "1".repeat(1_000_000) + "}}",
      nothing()),
  MILLION_DUPLICATES(Outcome.UNREADABLE, head(200) + "{", times(1_000_000, "\"id\":\"a\",")),
  GIANT_STRING(
      Outcome.UNREADABLE, head(200) + "{\"name\":\"", times(16 * 1_023, "a".repeat(1_024), "\"}")),
  LONG_STRING(
      Outcome.ROOM, head(200) + "{\"name\":\"", times(4_000, "ab\u0142d".repeat(250), "\"}")),
  NULL_BYTES(Outcome.UNREADABLE, head(200), times(1_000, "\0".repeat(1_000)));

  private enum Outcome {
    ROOM("Room"),
    REFUSAL("SignalWireRestError"),
    NO_RESPONSE("SignalWireRestTransportError"),
    UNREADABLE("SignalWireRestDecodingError");

    private final String name;

    Outcome(String name) {
      this.name = name;
    }
  }

  private final Outcome expected;
  private final String beginning;
  private final ScriptedServer.Script rest;

  HostileResponse(Outcome expected, String beginning, ScriptedServer.Script rest) {
    this.expected = expected;
    this.beginning = beginning;
    this.rest = rest;
  }

  ScriptedServer start() {
    return new ScriptedServer(
        (number, socket) -> {
          ScriptedServer.send(socket, beginning);
          rest.respond(number, socket);
          socket.close();
        });
  }

  /**
   * Returns how long a call may take: most end long before, and those that do not, at once then.
   */
  Duration deadline() {
    return expected == Outcome.NO_RESPONSE ? Duration.ofMillis(200) : Duration.ofSeconds(60);
  }

  /** Returns what the result or the error is called. */
  String expected() {
    return expected.name;
  }

  private static String head(int status, String... headers) {
    return "HTTP/1.1 "
        + status
        + " X\r\nConnection: close\r\n"
        + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n")
        + "\r\n";
  }

  private static String chunked() {
    return head(200, "Transfer-Encoding: chunked");
  }

  private static ScriptedServer.Script nothing() {
    return (number, socket) -> {};
  }

  private static ScriptedServer.Script times(int times, String text) {
    return (number, socket) -> write(socket, times, text.getBytes(StandardCharsets.UTF_8));
  }

  private static ScriptedServer.Script times(int times, String text, String end) {
    return (number, socket) -> {
      write(socket, times, text.getBytes(StandardCharsets.UTF_8));
      ScriptedServer.send(socket, end);
    };
  }

  private static ScriptedServer.Script endless(String text) {
    return times(Integer.MAX_VALUE, text);
  }

  /** Sends something often enough that no single read takes long. */
  private static ScriptedServer.Script dripping(String drop) {
    return (number, socket) -> {
      while (true) {
        ScriptedServer.send(socket, drop);
        Thread.sleep(20);
      }
    };
  }

  private static ScriptedServer.Script bomb() {
    return (number, socket) -> write(socket, 1, Bomb.GIBIBYTE);
  }

  private static void write(Socket socket, int times, byte[] bytes) throws IOException {
    OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
    for (int time = 0; time < times; time++) {
      out.write(bytes);
    }
    out.flush();
  }

  /** Blanks, packed to a thousandth of their size. */
  private static final class Bomb {
    static final byte[] GIBIBYTE = packed(1_024);

    private static byte[] packed(int mebibytes) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        for (int each = 0; each < mebibytes; each++) {
          gzip.write(blanks);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }
}
