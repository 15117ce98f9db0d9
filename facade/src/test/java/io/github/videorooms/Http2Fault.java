package io.github.videorooms;

import static io.github.videorooms.ScriptedHttp2Server.END_HEADERS;
import static io.github.videorooms.ScriptedHttp2Server.END_STREAM;
import static io.github.videorooms.ScriptedHttp2Server.Frame.CONTINUATION;
import static io.github.videorooms.ScriptedHttp2Server.Frame.DATA;
import static io.github.videorooms.ScriptedHttp2Server.Frame.HEADERS;
import static io.github.videorooms.ScriptedHttp2Server.Frame.PING;
import static io.github.videorooms.ScriptedHttp2Server.Frame.SETTINGS;

import io.github.videorooms.ScriptedHttp2Server.Exchange;
import io.github.videorooms.ScriptedHttp2Server.Frame;
import io.github.videorooms.ScriptedHttp2Server.Reason;
import io.github.videorooms.ScriptedHttp2Server.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What a server of HTTP/2 may do with a request, and what that says about the request. */
record Http2Fault(String what, Outcome outcome, Script script) {
  private static final String ROOM = Examples.of("Room").toString();
  private static final int FRAMES_AT_ONCE = 100;

  /** What a call becomes, by what HTTP/2 says about the request. */
  enum Outcome {
    /** There is a complete response. */
    RESULT,
    /** The server guarantees that it did not process the request (RFC 9113, section 8.7). */
    NOT_PROCESSED,
    /** The server may have processed the request. */
    UNKNOWN,
    /** The server has processed the request, but the body of its response is incomplete. */
    CUT_OFF
  }

  /** Returns the faults after which an exchange is over. */
  static Stream<Http2Fault> ending() {
    return Stream.concat(Stream.of(Reason.values()).flatMap(Http2Fault::resets), ENDING.stream());
  }

  private static Stream<Http2Fault> resets(Reason reason) {
    return Stream.of(
        new Http2Fault(
            "resets the stream before a response: " + reason,
            reason == Reason.REFUSED_STREAM ? Outcome.NOT_PROCESSED : Outcome.UNKNOWN,
            exchange -> exchange.reset(reason)),
        new Http2Fault(
            "resets the stream during a response: " + reason,
            Outcome.CUT_OFF,
            exchange -> {
              exchange.beginResponse(ROOM);
              exchange.reset(reason);
            }),
        new Http2Fault(
            "resets the stream after a response: " + reason,
            Outcome.RESULT,
            exchange -> {
              exchange.respond(ROOM);
              exchange.reset(reason);
            }));
  }

  private static final List<Http2Fault> ENDING =
      List.of(
          new Http2Fault(
              "ends the connection before the stream",
              Outcome.NOT_PROCESSED,
              exchange -> exchange.goAway(exchange.stream - 2)),
          new Http2Fault(
              "ends the connection after the stream, and responds",
              Outcome.RESULT,
              exchange -> {
                exchange.goAway(exchange.stream);
                exchange.respond(ROOM);
              }),
          new Http2Fault(
              "ends the connection after the stream, and closes it",
              Outcome.UNKNOWN,
              exchange -> {
                exchange.goAway(exchange.stream);
                exchange.socket.close();
              }),
          new Http2Fault(
              "closes the connection before a response",
              Outcome.UNKNOWN,
              exchange -> exchange.socket.close()),
          new Http2Fault(
              "closes the connection during a response",
              Outcome.CUT_OFF,
              exchange -> {
                exchange.beginResponse(ROOM);
                exchange.socket.close();
              }),
          new Http2Fault(
              "responds in HTTP/1.1",
              Outcome.UNKNOWN,
              exchange -> ScriptedServer.send(exchange.socket, "HTTP/1.1 204 No Content\r\n\r\n")),
          new Http2Fault(
              "sends a frame that is too long",
              Outcome.UNKNOWN,
              exchange -> exchange.frame(HEADERS, 0, exchange.stream, new byte[1 << 15])),
          new Http2Fault(
              "sends headers that cannot be decoded",
              Outcome.UNKNOWN,
              exchange -> exchange.frame(HEADERS, END_HEADERS, exchange.stream, (byte) 0xff)),
          new Http2Fault(
              "sends endless headers",
              Outcome.UNKNOWN,
              exchange -> {
                exchange.frame(HEADERS, 0, exchange.stream, Exchange.head(200));
                byte[] headers = "\0\1a\1b".repeat(3_000).getBytes(StandardCharsets.US_ASCII);
                sendOnAndOn(exchange, CONTINUATION, 0, exchange.stream, headers);
              }),
          new Http2Fault(
              "responds on another stream first",
              Outcome.RESULT,
              exchange -> {
                respondOn(exchange.stream + 2, exchange);
                exchange.respond(ROOM);
              }));

  /** The faults that nothing but the deadline ends. */
  static final List<Http2Fault> ENDLESS =
      List.of(
          new Http2Fault("does nothing", Outcome.UNKNOWN, exchange -> {}),
          new Http2Fault(
              "responds on a stream that was never opened",
              Outcome.UNKNOWN,
              exchange -> respondOn(exchange.stream + 2, exchange)),
          new Http2Fault(
              "responds on a stream of its own",
              Outcome.UNKNOWN,
              exchange -> respondOn(exchange.stream + 1, exchange)),
          new Http2Fault(
              "sends a body byte by byte",
              Outcome.CUT_OFF,
              exchange -> {
                exchange.beginResponse(ROOM);
                while (true) {
                  exchange.frame(DATA, 0, exchange.stream, (byte) ' ');
                  Thread.sleep(20);
                }
              }),
          new Http2Fault(
              "sends endless empty DATA",
              Outcome.CUT_OFF,
              exchange -> {
                exchange.beginResponse(ROOM);
                sendOnAndOn(exchange, DATA, 0, exchange.stream);
              }),
          new Http2Fault(
              "sends endless interim responses",
              Outcome.UNKNOWN,
              exchange ->
                  sendOnAndOn(exchange, HEADERS, END_HEADERS, exchange.stream, Exchange.head(103))),
          new Http2Fault(
              "sends endless trailers",
              Outcome.CUT_OFF,
              exchange -> {
                exchange.beginResponse(ROOM);
                sendOnAndOn(exchange, HEADERS, END_HEADERS, exchange.stream, Exchange.head(200));
              }),
          new Http2Fault(
              "sends endless empty CONTINUATION",
              Outcome.UNKNOWN,
              exchange -> {
                exchange.frame(HEADERS, 0, exchange.stream, Exchange.head(200));
                sendOnAndOn(exchange, CONTINUATION, 0, exchange.stream);
              }),
          new Http2Fault(
              "sends endless PING",
              Outcome.UNKNOWN,
              exchange -> sendOnAndOn(exchange, PING, 0, 0, new byte[8])),
          new Http2Fault(
              "sends endless SETTINGS",
              Outcome.UNKNOWN,
              exchange -> sendOnAndOn(exchange, SETTINGS, 0, 0)));

  private static void respondOn(int stream, Exchange exchange) throws IOException {
    exchange.frame(HEADERS, END_HEADERS | END_STREAM, stream, Exchange.head(200));
  }

  /** Sends frames endlessly, with short pauses so that others can run on the same machine. */
  private static void sendOnAndOn(
      Exchange exchange, Frame frame, int flags, int stream, byte... payload)
      throws IOException, InterruptedException {
    while (true) {
      for (int sent = 0; sent < FRAMES_AT_ONCE; sent++) {
        exchange.frame(frame, flags, stream, payload);
      }
      Thread.sleep(1);
    }
  }

  /** What the server does. */
  @Override
  public String toString() {
    return what;
  }
}
