package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.videorooms.api.RoomsApi;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateStreamRequest;
import io.github.videorooms.model.VideoStream;
import io.github.videorooms.model.VideoStreamList;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Invocation;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Query;

class SecretsTest {
  private static final String URL = "rtmp://live.example.com/app/stream-key";

  private final Secrets secrets =
      new Secrets(List.of("token", "token-in-base64", "abc", "wxyz"), requestWith(URL));

  @Test
  void scrub_credentials_areRemovedLongestFirst() {
    assertThat(secrets.scrub("a token, a token-in-base64 and another token"))
        .isEqualTo("a ***, a *** and another ***");
  }

  @Test
  void scrub_secretOfTheRequest_isRemovedAsIsItsStreamKey() {
    assertThat(secrets.scrub("not " + URL + ", since stream-key is in use"))
        .isEqualTo("not ***, since *** is in use");
  }

  /** Of the URLs that services hand out, some have the key in the middle. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtmp://live.example.com/app/k3y_123",
        "rtmp://live.example.com/app/k3y_123/",
        "rtmp://live.example.com/app/k3y_123?bandwidthtest=true",
        "rtmp://live.example.com/app/k3y_123/?x=/a",
        "rtmp://live.example.com/app?key=k3y_123",
        "rtmp://live.example.com/app/?a=b&key=k3y_123&c=d",
        "rtmp://live.example.com/app/name?k3y_123",
        "rtmp://live.example.com/app/?key=k3y%5F123",
        "srt://live.example.com:9000?passphrase=k3y_123",
        "rtmp://live.example.com/app#k3y_123"
      })
  void scrub_keyOfAStream_isRemovedWhereverTheUrlHasIt(String url) {
    Secrets stream = new Secrets(List.of(), requestWith(url));

    assertThat(stream.scrub("the key k3y_123 is taken, true?"))
        .isEqualTo("the key *** is taken, true?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"correcthorse", "123456", "ab/cd12="})
  void scrub_keyInAQuery_mayBeAWordOrANumber(String key) {
    String url = "srt://live.example.com:9000/video?passphrase=" + key + "&latency=3600&a=true";
    Secrets stream = new Secrets(List.of(), requestWith(url));

    assertThat(stream.scrub("/api/video: " + key + " is taken, 3600 true"))
        .isEqualTo("/api/video: *** is taken, 3600 true");
  }

  @Test
  void scrub_shortSecret_isPreservedInOrdinaryWords() {
    assertThat(secrets.scrub("abcd vwxyz")).isEqualTo("abcd v***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunterkey",
        "app/hunterkey?x",
        "\"hunterkey\"",
        "key=hunterkey&",
        "ahunter.hunterkey.b",
        "rtmp%3A%2F%2Flive%2Fhunterkey",
        "key%3dhunterkey%26",
        "\\nhunterkey\\n",
        "\\u0022hunterkey\\u0022",
        "éhunterkeyé",
        "hunterkey hunterkey"
      })
  void scrub_streamKeyThatIsAWord_isRemovedWhereverItIsWhole(String text) {
    Secrets word = new Secrets(List.of(), requestWith("rtmp://live.example.com/app/hunterkey"));

    assertThat(word.scrub(text)).contains("***").doesNotContain("hunterkey");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hunterkeys", "hunterkey_limit", "no_hunterkey", "2hunterkey", "%zhunterkey"})
  void scrub_streamKeyThatIsAWord_isPreservedInLongerWords(String text) {
    Secrets word = new Secrets(List.of(), requestWith("rtmp://live.example.com/app/hunterkey"));

    assertThat(word.scrub(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "it was token-i, it was ***",
    "it was toke, it was ***",
    "it was tok, it was tok",
    "it was live.example.com/app/stream-, it was live.example.com/app/***"
  })
  void scrubEnd_beginningOfASecret_isRemovedFromFourCharactersOn(String text, String shown) {
    assertThat(secrets.scrubEnd(text)).isEqualTo(shown);
  }

  @Test
  void scrub_noRequest_removesTheCredentials() {
    Request plain = new Request.Builder().url("https://acme.signalwire.com/").build();

    assertThat(new Secrets(List.of("token"), plain).scrub(URL + " token")).isEqualTo(URL + " ***");
  }

  @Test
  void scrub_failureWithoutASecret_isUnchanged() {
    IOException failure = new SocketTimeoutException("timeout");
    failure.addSuppressed(new IOException("reset"));

    assertThat(secrets.scrub(failure)).isSameAs(failure);
  }

  @Test
  void scrub_failureWithASecret_hasTheMessageWithoutIt() {
    IOException failure = new SocketTimeoutException("no token");

    assertThat(secrets.scrub(failure))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("java.net.SocketTimeoutException: no ***")
        .hasNoCause()
        .satisfies(copy -> assertThat(copy.getStackTrace()).isEqualTo(failure.getStackTrace()));
  }

  @Test
  void scrub_secretInACauseOrASuppressed_isRemovedEverywhere() {
    IOException failure = new IOException("broken", new IOException("token"));
    IOException other = new IOException("broken");
    other.addSuppressed(new IOException("stream-key"));

    assertThat(secrets.scrub(failure)).hasMessage("java.io.IOException: broken").hasNoCause();
    assertThat(secrets.scrub(other)).hasNoSuppressedExceptions();
  }

  /** Makes a request as Retrofit does, which remembers the arguments. */
  private static Request requestWith(String url) {
    RoomsApi api =
        new Retrofit.Builder()
            .baseUrl("https://acme.signalwire.com/")
            .addConverterFactory(new Json())
            .build()
            .create(RoomsApi.class);
    Request request =
        api.createRoomStream("a", CreateStreamRequest.builder().url(url).build()).request();
    assertThat(request.tag(Invocation.class)).isNotNull();
    return request;
  }

  interface Api {
    @GET("rooms")
    Call<Void> list(@Query("after") String after, @Query("key") String key);
  }

  @Test
  void scrub_optionalParameterOfACallersInterface_mayBeNull() {
    Request request =
        new Retrofit.Builder()
            .baseUrl("https://acme.signalwire.com/")
            .build()
            .create(Api.class)
            .list(null, "key")
            .request();

    assertThat(new Secrets(List.of("token"), request).scrub("my token")).isEqualTo("my ***");
  }

  @Test
  void in_nestedModels_findsSecretsAtAnyDepth() {
    VideoStreamList streams =
        VideoStreamList.builder()
            .data(
                List.of(
                    VideoStream.builder().url("rtmp://a.example/key-1").build(),
                    VideoStream.builder().putExtra("url", "rtmp://a.example/key-2").build()))
            .build();

    assertThat(Secrets.in(streams))
        .containsExactly("rtmp://a.example/key-1", "rtmp://a.example/key-2");
  }

  @Test
  void in_freeFormFields_findsThoseWithASecretsName() {
    CreateRoomRequest request =
        CreateRoomRequest.builder().name("a").meta(Map.of("token", "t-1", "team", "x")).build();

    assertThat(Secrets.in(request)).containsExactly("t-1");
  }

  @Test
  void in_noModel_isEmpty() {
    assertThat(Secrets.in("rtmp://a.example/key")).isEmpty();
  }

  @Test
  void secretFields_ofTheDocument_areItsPasswords() {
    assertThat(SecretFields.NAMES)
        .isUnmodifiable()
        .isEqualTo(passwords(Examples.document().getAsJsonObject("components")));
  }

  private static Set<String> passwords(JsonObject components) {
    return components.getAsJsonObject("schemas").entrySet().stream()
        .map(schema -> schema.getValue().getAsJsonObject().getAsJsonObject("properties"))
        .filter(Objects::nonNull)
        .flatMap(properties -> properties.entrySet().stream())
        .filter(field -> field.getValue().toString().contains("\"format\":\"password\""))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
