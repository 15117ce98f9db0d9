package io.github.videorooms.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import io.github.videorooms.ErrorItem;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.benchmarks.HandWritten.ApiException;
import io.github.videorooms.model.ModelAdapters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what does the same may be compared: everybody's results are those that the server sent. */
class ContendersTest {
  private static final String URL = "rtmps://ingest.example.com/live/made-up-key";
  private static final Gson MODELS =
      new GsonBuilder().registerTypeAdapterFactory(new ModelAdapters()).create();

  private static CannedServer server;

  @BeforeAll
  static void start() throws Exception {
    server = CannedServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {Contender.FACADE, Contender.OKHTTP, Contender.JAVA_HTTP, Contender.SOCKET})
  void createStream_anyContender_returnsTheStream(String name) {
    assertThat(result(name, contender -> contender.createStream("id", URL)))
        .isEqualTo(json(Responses.STREAM));
  }

  @ParameterizedTest
  @ValueSource(strings = {Contender.FACADE, Contender.OKHTTP, Contender.JAVA_HTTP})
  void createStreamAsync_anyContender_returnsTheStream(String name) {
    assertThat(result(name, contender -> contender.createStreamAsync("id", URL).join()))
        .isEqualTo(json(Responses.STREAM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {Contender.FACADE, Contender.OKHTTP, Contender.JAVA_HTTP, Contender.SOCKET})
  void getRoom_anyContender_returnsTheRoom(String name) {
    assertThat(result(name, contender -> contender.getRoom("id")))
        .isEqualTo(json(Responses.room(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {Contender.FACADE, Contender.OKHTTP, Contender.JAVA_HTTP, Contender.SOCKET})
  void list_anyContender_returnsAllRoomsOfThePage(String name) {
    String page = "{" + new String(Responses.rooms(1_000), StandardCharsets.UTF_8);

    assertThat(result(name, contender -> contender.list(1_000)))
        .isEqualTo(json(page).getAsJsonObject().get("data"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {Contender.FACADE, Contender.OKHTTP, Contender.JAVA_HTTP, Contender.SOCKET})
  void rejectedStream_anyContender_reportsTheReason(String name) {
    assertThat(result(name, contender -> contender.refusedStream(CannedServer.REFUSING_ROOM, URL)))
        .isEqualTo(json(Responses.REFUSAL).getAsJsonObject().get("errors"));
  }

  @ParameterizedTest
  @ValueSource(strings = {Contender.FACADE, Contender.OKHTTP, Contender.JAVA_HTTP})
  void walk_anyContender_returnsEveryRoomOfEveryPage(String name) {
    JsonElement page =
        json("{" + new String(Responses.rooms(10), StandardCharsets.UTF_8)).getAsJsonObject();
    List<JsonElement> expected = new ArrayList<>();
    for (int number = 0; number < 3; number++) {
      expected.addAll(page.getAsJsonObject().getAsJsonArray("data").asList());
    }

    List<JsonElement> rooms = new ArrayList<>();
    try (Contender contender = Contender.open(name, server.port())) {
      contender.walk(10, 30, room -> rooms.add(asJson(room)));
    }

    assertThat(rooms).isEqualTo(expected);
  }

  private static JsonElement result(String name, Function<Contender, Object> call) {
    try (Contender contender = Contender.open(name, server.port())) {
      return asJson(call.apply(contender));
    }
  }

  private static JsonElement asJson(Object result) {
    if (result instanceof byte[] body) {
      JsonElement json = json(new String(body, StandardCharsets.UTF_8));
      boolean isWrapped = json.getAsJsonObject().size() <= 2;
      return isWrapped
          ? json.getAsJsonObject().asMap().values().stream()
              .filter(JsonElement::isJsonArray)
              .findFirst()
              .orElseThrow()
          : json;
    } else if (result instanceof SignalWireRestError error) {
      assertThat(error.getStatusCode()).isEqualTo(422);
      assertThat(error.getRequestId()).isEqualTo("r-1");
      return json(MODELS.toJson(error.getErrors().stream().map(ContendersTest::members).toList()));
    } else if (result instanceof ApiException error) {
      assertThat(error.status).isEqualTo(422);
      assertThat(error.requestId).isEqualTo("r-1");
      return json(HandWritten.GSON.toJson(error.errors));
    }
    Object first = result instanceof List<?> list ? list.get(0) : result;
    boolean isOurs = first.getClass().getPackage().equals(ModelAdapters.class.getPackage());
    return json((isOurs ? MODELS : HandWritten.GSON).toJson(result));
  }

  private static Map<String, String> members(ErrorItem item) {
    return Map.of(
        "type", item.getType(),
        "code", item.getCode(),
        "message", item.getMessage(),
        "attribute", item.getAttribute(),
        "url", item.getUrl());
  }

  /** Leaves null members out: a model does not tell them from absent ones. */
  private static JsonElement json(String text) {
    return withoutNulls(JsonParser.parseString(text));
  }

  private static JsonElement withoutNulls(JsonElement json) {
    if (json.isJsonObject()) {
      json.getAsJsonObject().asMap().values().removeIf(JsonNull.INSTANCE::equals);
      json.getAsJsonObject().asMap().values().forEach(ContendersTest::withoutNulls);
    } else if (json.isJsonArray()) {
      json.getAsJsonArray().forEach(ContendersTest::withoutNulls);
    }
    return json;
  }
}
