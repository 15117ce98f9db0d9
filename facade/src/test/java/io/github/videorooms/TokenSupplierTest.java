package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videorooms.api.RoomsApi;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.UpdateRoomRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Url;

/** Which token an attempt is sent with is read at a socket. */
class TokenSupplierTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String OLD = Wire.TOKEN;
  private static final String NEW = "PT-rotated-token";
  private static final String ROOM = Examples.room(ID, "standup").toString();
  private static final String UNAUTHORIZED = "HTTP/1.1 401 X\r\nContent-Length: 0\r\n\r\n";
  private static final String UNAVAILABLE =
      "HTTP/1.1 503 X\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n";
  private static final String OK =
      "HTTP/1.1 200 OK\r\nContent-Length: " + ROOM.length() + "\r\n\r\n" + ROOM;

  private final FakeTimer timer = new FakeTimer();
  private final List<CallAttempt> attempts = new CopyOnWriteArrayList<>();

  private enum Operation {
    GET,
    PUT,
    DELETE,
    POST;

    Object call(SignalWireRestClient client, CallStyle style) {
      VideoRooms rooms = client.video().rooms();
      CreateRoomRequest create = CreateRoomRequest.builder().name("standup").build();
      UpdateRoomRequest update = UpdateRoomRequest.builder().maxMembers(2).build();
      return switch (this) {
        case GET -> style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID));
        case PUT -> style.call(() -> rooms.update(ID, update), () -> rooms.updateAsync(ID, update));
        case POST -> style.call(() -> rooms.create(create), () -> rooms.createAsync(create));
        case DELETE -> {
          style.run(() -> rooms.delete(ID), () -> rooms.deleteAsync(ID));
          yield "done";
        }
      };
    }
  }

  static Stream<Arguments> operations() {
    return Stream.of(Operation.values())
        .flatMap(
            operation ->
                Stream.of(CallStyle.values()).map(style -> Arguments.of(operation, style)));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anyOperation_tokenWasRotated_isRetriedAtOnceWithTheNewOne(
      Operation operation, CallStyle style) {
    Tokens tokens = new Tokens(OLD, NEW);
    try (ScriptedServer server = accepting(NEW);
        SignalWireRestClient client = client(server, tokens).maxRetries(0).build()) {
      operation.call(client, style);

      assertThat(server.requests())
          .extracting(TokenSupplierTest::tokenOf)
          .containsExactly(OLD, NEW);
    }
    assertThat(attempts).extracting(CallAttempt::getNumber).containsExactly(1, 2);
    assertThat(attempts).extracting(CallAttempt::getStatusCode).containsExactly(401, 200);
    assertThat(timer.waits()).isEmpty();
    assertThat(tokens.asked).hasValue(2);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anyOperation_tokenIsTheSame_isNotRetried(Operation operation, CallStyle style) {
    Tokens tokens = new Tokens(OLD + "\n", "\ufeff" + OLD);
    try (ScriptedServer server = accepting(NEW);
        SignalWireRestClient client = client(server, tokens).build()) {
      assertThatThrownBy(() -> operation.call(client, style))
          .isInstanceOfSatisfying(
              SignalWireRestError.class,
              error -> {
                assertThat(error.isUnauthorized()).isTrue();
                assertThat(error.getAttempts()).isEqualTo(1);
                assertThat(error.getSuppressed()).isEmpty();
              });
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anyOperation_everyTokenIsRejected_isRetriedOnce(Operation operation, CallStyle style) {
    AtomicInteger number = new AtomicInteger();
    try (ScriptedServer server = accepting(NEW);
        SignalWireRestClient client =
            client(server, () -> OLD + number.incrementAndGet()).maxRetries(5).build()) {
      assertThatThrownBy(() -> operation.call(client, style))
          .isInstanceOfSatisfying(
              SignalWireRestError.class,
              error -> {
                assertThat(error.getAttempts()).isEqualTo(2);
                assertThat(error.getSuppressed()).hasSize(1);
              });
      assertThat(server.requests())
          .extracting(TokenSupplierTest::tokenOf)
          .containsExactly(OLD + "1", OLD + "2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_retries_requestATokenEach(CallStyle style) {
    Tokens tokens = new Tokens("PT-1", "PT-2", "PT-3");
    try (ScriptedServer server = responding(UNAVAILABLE, UNAVAILABLE, OK);
        SignalWireRestClient client = client(server, tokens).build()) {
      Operation.GET.call(client, style);

      assertThat(server.requests())
          .extracting(TokenSupplierTest::tokenOf)
          .containsExactly("PT-1", "PT-2", "PT-3");
    }
    assertThat(tokens.asked).hasValue(3);
  }

  static Stream<Arguments> renewalsAmongRetries() {
    return Stream.of(
            List.of(UNAUTHORIZED, UNAVAILABLE, OK),
            List.of(UNAVAILABLE, UNAUTHORIZED, OK),
            List.of(UNAUTHORIZED, UNAVAILABLE, UNAVAILABLE),
            List.of(UNAVAILABLE, UNAUTHORIZED, UNAUTHORIZED),
            List.of(UNAUTHORIZED, UNAVAILABLE, UNAUTHORIZED))
        .flatMap(
            responses ->
                Stream.of(CallStyle.values()).map(style -> Arguments.of(responses, style)));
  }

  /** One retry is allowed; that of the new token does not count. */
  @ParameterizedTest
  @MethodSource("renewalsAmongRetries")
  void get_tokenWasRotatedDuringRetries_isThreeAttempts(List<String> responses, CallStyle style) {
    AtomicInteger number = new AtomicInteger();
    try (ScriptedServer server = responding(responses.toArray(new String[0]));
        SignalWireRestClient client =
            client(server, () -> "PT-" + number.incrementAndGet()).maxRetries(1).build()) {
      Throwable error = catchThrowable(() -> Operation.GET.call(client, style));

      assertThat(error == null).isEqualTo(responses.get(2).equals(OK));
      assertThat(server.requests()).hasSize(3);
    }
    assertThat(timer.waits()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void get_tokenWasRotated_takesNothingFromTheBudget() {
    AtomicInteger number = new AtomicInteger();
    try (ScriptedServer server = accepting(NEW);
        SignalWireRestClient client =
            client(server, () -> OLD + number.incrementAndGet()).build()) {
      for (int call = 0; call < 150; call++) {
        assertThatThrownBy(() -> Operation.GET.call(client, CallStyle.SYNC)).isNotNull();
      }

      assertThat(server.requests()).hasSize(300);
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_newTokenComesAfterTheDeadline_isNotRetried(CallStyle style) {
    Tokens tokens = new Tokens(OLD, NEW);
    Supplier<String> slow =
        () -> {
          timer.pass(Duration.ofSeconds(40));
          return tokens.get();
        };
    try (ScriptedServer server = accepting(NEW);
        SignalWireRestClient client = client(server, slow).build()) {
      assertThatThrownBy(() -> Operation.GET.call(client, style))
          .isInstanceOfSatisfying(
              SignalWireRestError.class, error -> assertThat(error.isUnauthorized()).isTrue());
      assertThat(server.requests()).hasSize(1);
    }
  }

  /** A 401 says that the request was not carried out, so that the room was not there before. */
  @ParameterizedTest
  @EnumSource
  void delete_tokenWasRotatedThenNotFound_isNotFound(CallStyle style) {
    try (ScriptedServer server =
            responding(UNAUTHORIZED, "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client = client(server, new Tokens(OLD, NEW)).build()) {
      assertThatThrownBy(() -> Operation.DELETE.call(client, style))
          .isInstanceOfSatisfying(
              SignalWireRestError.class, error -> assertThat(error.isNotFound()).isTrue());
    }
  }

  /** The API has rejected the request, whatever becomes of the new token. */
  @Test
  void createAsync_deadlineWhileTheTokenIsRenewed_hasNotTakenEffect() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    Supplier<String> slow =
        () -> {
          if (asked.incrementAndGet() > 1) {
            try {
              over.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          }
          return "PT-old";
        };
    try (ScriptedServer server =
            ScriptedServer.responding("HTTP/1.1 401 X\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client =
            server.client().token(slow).callTimeout(Duration.ofMillis(500)).build()) {
      assertThat(client.video().rooms().createAsync(room -> room.name("standup")))
          .failsWithin(10, TimeUnit.SECONDS)
          .withThrowableOfType(ExecutionException.class)
          .havingCause()
          .isInstanceOfSatisfying(
              SignalWireRestTransportError.class,
              error -> {
                assertThat(error.isTimeout()).isTrue();
                assertThat(error.mayHaveTakenEffect()).isFalse();
              });
      over.countDown();
    }
  }

  private final RuntimeException broken = broken();

  static Stream<Arguments> unusableTokens() {
    return Stream.of(
            Arguments.of(throwing(broken()), "threw java.lang.IllegalStateException"),
            Arguments.of(throwing(new IOException("undeclared")), "threw java.io.IOException"),
            Arguments.of(supplier(null), "returned null"),
            Arguments.of(supplier(""), "token is blank"),
            Arguments.of(supplier(" \n"), "token is blank"),
            Arguments.of(supplier("PT-1234 5"), "control character or a space"),
            Arguments.of(supplier("PT-1234\r\nX-Header: 5"), "control character or a space"),
            Arguments.of(supplier("'PT-1234'"), "quotation marks"),
            Arguments.of(supplier("${PT-1234}"), "is a placeholder"))
        .flatMap(
            row ->
                Stream.of(CallStyle.values())
                    .map(style -> Arguments.of(row.get()[0], row.get()[1], style)));
  }

  @ParameterizedTest
  @MethodSource("unusableTokens")
  void create_noUsableToken_failsAtOnceAndSendsNothing(
      Supplier<String> tokens, String problem, CallStyle style) {
    try (ScriptedServer server = accepting(NEW);
        SignalWireRestClient client = client(server, tokens).build()) {
      SignalWireRestTransportError error =
          catchThrowableOfType(
              SignalWireRestTransportError.class, () -> Operation.POST.call(client, style));

      assertThat(error)
          .hasMessageStartingWith("POST /api/video/rooms got no response: the token supplier ")
          .hasMessageContaining(problem)
          .hasMessageNotContaining("1234");
      assertThat(error.getCause()).isInstanceOf(Exception.class);
      assertThat(error.getStatusCode()).isZero();
      assertThat(error.getAttempts()).isEqualTo(1);
      assertThat(error.isTimeout()).isFalse();
      assertThat(error.mayHaveTakenEffect()).isFalse();
      assertThat(server.connections()).isZero();
    }
    assertThat(attempts).hasSize(1);
    assertThat(timer.waits()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void create_supplierThrows_hasThatAsItsCause(CallStyle style) {
    try (ScriptedServer server = accepting(NEW);
        SignalWireRestClient client = client(server, throwing(broken)).build()) {
      assertThatThrownBy(() -> Operation.POST.call(client, style)).cause().isSameAs(broken);
    }
  }

  @ParameterizedTest
  @EnumSource
  void create_supplierThrowsAfterTheTokenWasRejected_failsWithTheRejectionAndSaysSo(
      CallStyle style) {
    Tokens tokens = new Tokens(OLD);
    Supplier<String> failing =
        () -> tokens.asked.get() == 0 ? tokens.get() : throwing(broken).get();
    try (ScriptedServer server = accepting(NEW);
        SignalWireRestClient client = client(server, failing).build()) {
      SignalWireRestError error =
          catchThrowableOfType(SignalWireRestError.class, () -> Operation.POST.call(client, style));

      assertThat(error.isUnauthorized()).isTrue();
      assertThat(error.getSuppressed())
          .singleElement()
          .satisfies(
              problem ->
                  assertThat(problem)
                      .hasMessage("the token supplier threw java.lang.IllegalStateException")
                      .hasCause(broken));
      assertThat(server.requests()).hasSize(1);
    }
  }

  static Stream<Arguments> errors() {
    return Stream.of(new AssertionError("mine"), new NoSuchMethodError("mine"))
        .flatMap(
            error ->
                Stream.of(0, 1)
                    .flatMap(
                        before ->
                            Stream.of(CallStyle.values())
                                .map(style -> Arguments.of(error, before, style))));
  }

  /** When it is asked first, and when it is asked again. */
  @ParameterizedTest
  @MethodSource("errors")
  void get_supplierThrowsAnError_failsAtOnceWithIt(Error error, int before, CallStyle style) {
    Tokens tokens = new Tokens(OLD);
    Supplier<String> failing =
        () -> {
          if (tokens.asked.get() == before) {
            throw error;
          }
          return tokens.get();
        };
    try (ScriptedServer server = accepting(NEW);
        SignalWireRestClient client = client(server, failing).build()) {
      Throwable outcome = outcome(client, style);

      assertThat(outcome).isSameAs(error);
      assertThat(server.requests()).hasSize(before);
    }
  }

  private static Throwable outcome(SignalWireRestClient client, CallStyle style) {
    if (style == CallStyle.SYNC) {
      return catchThrowable(() -> client.video().rooms().get(ID));
    }
    CompletableFuture<?> future = client.video().rooms().getAsync(ID);
    Throwable failure = catchThrowable(() -> future.get(20, TimeUnit.SECONDS));
    return failure instanceof ExecutionException ? failure.getCause() : failure;
  }

  /** As a supplier in Kotlin may. */
  @Test
  void get_supplierIsInterrupted_failsAndPreservesTheInterrupt() {
    try (ScriptedServer server = accepting(NEW);
        SignalWireRestClient client =
            client(server, throwing(new InterruptedException())).build()) {
      Throwable error = catchThrowable(() -> client.video().rooms().get(ID));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(error)
          .isInstanceOf(SignalWireRestTransportError.class)
          .hasMessageContaining("interrupted");
    }
  }

  /** The server knows both, and shows them wherever it can. */
  @ParameterizedTest
  @EnumSource
  void get_serverEchoesBothTokens_showsNeither(CallStyle style) {
    List<String> all =
        List.of(
            OLD,
            NEW,
            Credentials.basic(Wire.PROJECT, OLD).substring(6),
            Credentials.basic(Wire.PROJECT, NEW).substring(6));
    String body = "{\"errors\":[{\"message\":\"" + all + "\",\"code\":\"" + NEW + "\"}]}";
    String response =
        String.format(
            "HTTP/1.1 401 %s\r\nX-Debug: %s\r\nX-Request-Id: %s\r\nContent-Length: %s\r\n\r\n%s",
            OLD, all, NEW, body.length(), body);
    try (ScriptedServer server = ScriptedServer.responding(response);
        SignalWireRestClient client = client(server, new Tokens(OLD, NEW)).build()) {
      SignalWireRestError error =
          catchThrowableOfType(SignalWireRestError.class, () -> Operation.GET.call(client, style));

      assertThat(error.getSuppressed()).hasSize(1);
      assertThat(attempts).hasSize(2);
      StringWriter shown = new StringWriter();
      error.printStackTrace(new PrintWriter(shown));
      for (CallAttempt attempt : attempts) {
        SignalWireRestError each = attempt.getError();
        shown.append(attempt + " " + attempt.getHeaders() + each + each.getHeaders());
        shown.append(each.getErrors() + each.getErrors().get(0).getCode() + each.getRequestId());
      }
      assertThat(shown.toString()).contains("***").doesNotContain(all);
      assertThat(error.getBody()).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_supplier_isCalledOnTheThreadOfTheAttempt(CallStyle style) {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    Tokens tokens = new Tokens(OLD, NEW);
    Supplier<String> noting =
        () -> {
          threads.add(Thread.currentThread());
          return tokens.get();
        };
    List<Thread> listened = new CopyOnWriteArrayList<>();
    try (ScriptedServer server = accepting(NEW);
        SignalWireRestClient client =
            client(server, noting)
                .listener(attempt -> listened.add(Thread.currentThread()))
                .build()) {
      Operation.GET.call(client, style);

      assertThat(threads).hasSize(2);
      if (style == CallStyle.SYNC) {
        assertThat(threads).containsOnly(Thread.currentThread());
      } else {
        assertThat(threads).allMatch(thread -> thread.getName().contains("http"));
        assertThat(threads.get(1)).isSameAs(listened.get(0));
      }
    }
  }

  @Test
  void get_interceptorSendsTwice_isOneAttemptAndOneSupplierCall() {
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  chain.proceed(chain.request()).close();
                  return chain.proceed(chain.request());
                })
            .build();
    Tokens tokens = new Tokens(OLD, NEW);
    try (ScriptedServer server = accepting(OLD);
        SignalWireRestClient client = client(server, tokens).httpClient(own).build()) {
      client.video().rooms().get(ID);

      assertThat(server.requests())
          .extracting(TokenSupplierTest::tokenOf)
          .containsExactly(OLD, OLD);
    }
    assertThat(tokens.asked).hasValue(1);
  }

  interface Anywhere {
    @GET
    Call<ResponseBody> get(@Url String url);
  }

  @Test
  void api_urlOfAnotherOrigin_isSentWithoutCallingTheSupplier() throws Exception {
    Tokens tokens = new Tokens(OLD);
    try (ScriptedServer server = accepting(NEW);
        ScriptedServer elsewhere = accepting(NEW);
        SignalWireRestClient client = client(server, tokens).build()) {
      client.api(Anywhere.class).get("http://" + elsewhere.host() + "/").execute();

      assertThat(elsewhere.requests())
          .singleElement()
          .satisfies(request -> assertThat(request).doesNotContainIgnoringCase("authorization"));
    }
    assertThat(tokens.asked).hasValue(0);
  }

  @Test
  void api_rawCalls_requestATokenEachAndFailWithoutOne() throws Exception {
    Tokens tokens = new Tokens(OLD, NEW, null);
    try (ScriptedServer server = accepting(NEW);
        SignalWireRestClient client = client(server, tokens).build()) {
      RoomsApi rooms = client.api(RoomsApi.class);

      assertThat(rooms.getRoom(ID, Map.of()).execute().code()).isEqualTo(401);
      assertThat(rooms.getRoom(ID, Map.of()).execute().code()).isEqualTo(200);
      assertThatIOException()
          .isThrownBy(() -> rooms.getRoom(ID, Map.of()).execute())
          .withMessage("the token supplier returned null");
    }
  }

  @Test
  void build_supplier_isNotCalledBeforeACallAndIsSharedByDerivedClients() {
    Tokens tokens = new Tokens("PT-1", "PT-2");
    try (ScriptedServer server = ScriptedServer.responding(OK);
        SignalWireRestClient client = client(server, tokens).build()) {
      SignalWireRestClient derived = client.withOptions(o -> o.maxRetries(0));
      assertThat(client + " " + derived).doesNotContain("PT-");
      assertThat(tokens.asked).hasValue(0);

      client.video().rooms().get(ID);
      derived.video().rooms().get(ID);

      assertThat(server.requests())
          .extracting(TokenSupplierTest::tokenOf)
          .containsExactly("PT-1", "PT-2");
    }
  }

  @Test
  void token_setSeveralTimes_sendsTheLastOneAndNotTheEnvironments() {
    try (ScriptedServer server = ScriptedServer.responding(OK)) {
      for (SignalWireRestClient.Builder builder :
          List.of(
              environment(server).token(() -> NEW),
              environment(server).token(OLD).token(() -> NEW),
              environment(server).token(() -> OLD).token(NEW))) {
        try (SignalWireRestClient client = builder.build()) {
          client.video().rooms().get(ID);
        }
      }

      assertThat(server.requests())
          .extracting(TokenSupplierTest::tokenOf)
          .containsOnly(NEW)
          .hasSize(3);
    }
  }

  private static SignalWireRestClient.Builder environment(ScriptedServer server) {
    Map<String, String> values =
        Map.of(
            "SIGNALWIRE_PROJECT_ID",
            Wire.PROJECT,
            "SIGNALWIRE_API_TOKEN",
            "PT-of-the-environment",
            "SIGNALWIRE_SPACE",
            server.host());
    return new SignalWireRestClient.Builder(values::get).fromEnv();
  }

  private static String rotated() {
    return NEW;
  }

  /** That each line compiles is half the test. */
  @Test
  void token_anyFormOfSupplier_isAccepted() {
    Supplier<String> supplier = () -> NEW;
    try (ScriptedServer server = ScriptedServer.responding(OK)) {
      for (SignalWireRestClient.Builder builder :
          List.of(
              server.client().token(supplier),
              server.client().token(() -> NEW),
              server.client().token(TokenSupplierTest::rotated),
              server.client().token(NEW::toString))) {
        try (SignalWireRestClient client = builder.build()) {
          client.video().rooms().get(ID);
        }
      }

      assertThat(server.requests())
          .extracting(TokenSupplierTest::tokenOf)
          .containsOnly(NEW)
          .hasSize(4);
    }
    assertThatThrownBy(() -> SignalWireRestClient.builder().token((Supplier<String>) null))
        .hasMessage("tokens");
  }

  private SignalWireRestClient.Builder client(ScriptedServer server, Supplier<String> tokens) {
    return SignalWireRestClient.builder()
        .project(Wire.PROJECT)
        .token(tokens)
        .space(server.host())
        .listener(attempts::add)
        .timer(timer, () -> 0.5);
  }

  /** A server that rejects all tokens but one. */
  private static ScriptedServer accepting(String token) {
    AtomicReference<ScriptedServer> server = new AtomicReference<>();
    server.set(
        new ScriptedServer(
            (number, socket) -> {
              String request = server.get().requests().get(number - 1);
              boolean accepted = request.contains(Credentials.basic(Wire.PROJECT, token));
              ScriptedServer.send(socket, accepted ? OK : UNAUTHORIZED);
            }));
    return server.get();
  }

  private static ScriptedServer responding(String... responses) {
    return new ScriptedServer(
        (number, socket) ->
            ScriptedServer.send(socket, responses[Math.min(number, responses.length) - 1]));
  }

  private static Supplier<String> supplier(String token) {
    return () -> token;
  }

  private static RuntimeException broken() {
    return new IllegalStateException("no vault at PT-1234");
  }

  private static Supplier<String> throwing(Exception failure) {
    return () -> {
      throw Undeclared.undeclared(failure);
    };
  }

  /** Returns the token of a request that arrived. */
  private static String tokenOf(String request) {
    return request
        .lines()
        .filter(line -> line.startsWith("Authorization: Basic "))
        .map(line -> line.substring("Authorization: Basic ".length()))
        .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
        .map(text -> text.substring(text.indexOf(':') + 1))
        .findFirst()
        .orElseThrow();
  }

  /** Gives one token after another, and then the last one. */
  private static final class Tokens implements Supplier<String> {
    final AtomicInteger asked = new AtomicInteger();
    private final List<String> tokens = new ArrayList<>();

    Tokens(String... tokens) {
      this.tokens.addAll(Arrays.asList(tokens));
    }

    @Override
    public String get() {
      return tokens.get(Math.min(asked.getAndIncrement(), tokens.size() - 1));
    }
  }
}
