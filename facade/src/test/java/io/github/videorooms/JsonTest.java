package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Layout;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.RoomToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.POST;

/** Bodies that a later document may have, beside the objects that today's has. */
class JsonTest {
  private String received = "";

  private final Bodies bodies =
      new Retrofit.Builder()
          .baseUrl("https://example.com/")
          .client(new OkHttpClient.Builder().addInterceptor(it -> respond(it.request())).build())
          .addConverterFactory(new Json())
          .build()
          .create(Bodies.class);

  interface Bodies {
    @GET("a")
    Call<List<RoomToken>> objects();

    @GET("a")
    Call<List<List<BigDecimal>>> lists();

    @GET("a")
    Call<Layout> constant();

    @GET("a")
    Call<String> json();

    @GET("a")
    @Headers({"Accept: application/json", "X-Other: text/plain"})
    Call<String> jsonWithHeaders();

    @GET("a")
    @Headers("Accept: text/plain")
    Call<String> text();

    @GET("a")
    Call<Instant> time();

    @GET("a")
    Call<Object> any();

    @GET("a")
    Call<Map<String, @Nullable Object>> freeForm();

    @GET("a")
    @Headers("Accept: video/mp4")
    Call<ResponseBody> bytes();

    @POST("a")
    Call<Void> sendList(@Body List<@Nullable Object> list);

    @POST("a")
    @Headers("Content-Type: text/plain")
    Call<Void> sendText(@Body String text);

    @POST("a")
    @Headers({"Accept: text/plain", "Content-Type: application/x-www-form-urlencoded"})
    Call<Void> sendForm(@Body CreateRoomRequest form);

    @POST("a")
    @Headers("Content-Type: application/octet-stream")
    Call<Void> sendBytes(@Body RequestBody bytes);
  }

  @Test
  void read_lists_areUnmodifiable() throws IOException {
    received = "[{\"token\": \"a\"}, {\"token\": \"b\"}]";
    assertThat(read(bodies.objects()))
        .isUnmodifiable()
        .extracting(RoomToken::getToken)
        .containsExactly("a", "b");
    received = "[[0.10], []]";
    assertThat(read(bodies.lists())).containsExactly(List.of(new BigDecimal("0.10")), List.of());
  }

  @Test
  void read_otherThanAList_namesThePath() {
    received = "{\"data\": []}";
    assertThatThrownBy(() -> read(bodies.objects()))
        .hasMessageContaining("expected an array at $ but found: object");
  }

  @Test
  void read_scalars_returnTheirValues() throws IOException {
    received = "\"grid-responsive\"";
    assertThat(read(bodies.constant())).isEqualTo(Layout.GRID_RESPONSIVE);
    assertThat(read(bodies.json())).isEqualTo("grid-responsive");
    received = "\"2026-03-02T08:15:30+02:00\"";
    assertThat(read(bodies.time())).isEqualTo("2026-03-02T06:15:30Z");
  }

  @Test
  void read_anyValue_preservesItsType() throws IOException {
    received = "[1, null, {\"a\": 9007199254740993}]";
    assertThat(read(bodies.any()))
        .isEqualTo(Arrays.asList(1L, null, Map.of("a", 9007199254740993L)));
    received = "{\"a\": 1.50}";
    assertThat(read(bodies.any())).isEqualTo(Map.of("a", new BigDecimal("1.50")));
    assertThat(read(bodies.freeForm())).isEqualTo(Map.of("a", new BigDecimal("1.50")));
  }

  @Test
  void read_notJson_returnsTextOrBytes() throws IOException {
    received = "\"quoted\" \u00e9";
    assertThat(read(bodies.text())).isEqualTo(received);
    try (ResponseBody bytes = read(bodies.bytes())) {
      assertThat(bytes.string()).isEqualTo(received);
    }
  }

  @Test
  void write_list_writesJson() throws IOException {
    bodies.sendList(Arrays.asList("a", null, Map.of("b", 1))).execute();
    assertThat(received).isEqualTo("application/json [\"a\",null,{\"b\":1}]");
  }

  @Test
  void write_textAndBytes_areUnchanged() throws IOException {
    bodies.sendText("a \"b\"").execute();
    assertThat(received).isEqualTo("text/plain a \"b\"");
    bodies.sendBytes(RequestBody.create(new byte[] {'a'}, MediaType.get("video/mp4"))).execute();
    assertThat(received).isEqualTo("application/octet-stream a");
  }

  @Test
  void read_textWhoseHeadersNameJson_isJson() throws IOException {
    received = "\"standup\"";

    assertThat(read(bodies.jsonWithHeaders())).isEqualTo("standup");
  }

  @Test
  void write_formWithAnObject_hasItAsJson() throws IOException {
    bodies
        .sendForm(CreateRoomRequest.builder().name("a").putExtra("meta", Map.of("b", "c")).build())
        .execute();

    assertThat(received)
        .isEqualTo("application/x-www-form-urlencoded name=a&meta=%7B%22b%22%3A%22c%22%7D");
  }

  @Test
  void write_form_hasAFieldForEachProperty() throws IOException {
    CreateRoomRequest request =
        CreateRoomRequest.builder()
            .name("a b&c")
            .maxMembers(7)
            .putExtra("tags", List.of("x", "y"))
            .putExtra("cleared", null)
            .build();
    bodies.sendForm(request).execute();
    assertThat(received)
        .isEqualTo(
            "application/x-www-form-urlencoded name=a+b%26c&max_members=7&tags=x&tags=y&cleared=");
  }

  private static <T> T read(Call<T> call) throws IOException {
    T body = call.execute().body();
    assertThat(body).isNotNull();
    return body;
  }

  /** Responds with what was set, or keeps what was sent. */
  private Response respond(Request request) throws IOException {
    RequestBody sent = request.body();
    if (sent != null) {
      Buffer buffer = new Buffer();
      sent.writeTo(buffer);
      received = sent.contentType() + " " + buffer.readUtf8();
    }
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(sent == null ? received : "", MediaType.get("x/y")))
        .build();
  }

  /** The spare reader of the converters goes to one of the threads; the others make their own. */
  @Test
  void read_onManyThreads_returnsEachItsOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> readers =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(number -> () -> readsOnlyItsOwn("room-" + number))
              .toList();
      for (Future<Boolean> result : threads.invokeAll(readers)) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean readsOnlyItsOwn(String name) throws IOException {
    for (int time = 0; time < 2_000; time++) {
      if (!name.equals(Models.read(Room.class, "{\"name\":\"" + name + "\"}").getName())) {
        return false;
      }
    }
    return true;
  }
}
