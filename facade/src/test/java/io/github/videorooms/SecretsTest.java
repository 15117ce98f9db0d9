package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.api.RoomsApi;
import io.github.videorooms.model.CreateStreamRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import retrofit2.Invocation;
import retrofit2.Retrofit;

class SecretsTest {
  private static final String URL = "rtmp://live.example.com/app/stream-key";

  private final Secrets secrets =
      new Secrets(List.of("token", "token-in-base64", "abc", "wxyz"), requestWith(URL));

  @Test
  void scrub_credentials_areTakenOutWholeTheLongestFirst() {
    assertThat(secrets.scrub("a token, a token-in-base64 and another token"))
        .isEqualTo("a ***, a *** and another ***");
  }

  @Test
  void scrub_secretOfTheRequest_isTakenOutWithItsKeyAlone() {
    assertThat(secrets.scrub("not " + URL + ", since stream-key is in use"))
        .isEqualTo("not ***, since *** is in use");
  }

  @Test
  void scrub_shortSecret_isLeftInOrdinaryWords() {
    assertThat(secrets.scrub("abcd vwxyz")).isEqualTo("abcd v***");
  }

  @Test
  void scrub_requestOfNobody_takesOutTheCredentials() {
    Request plain = new Request.Builder().url("https://acme.signalwire.com/").build();

    assertThat(new Secrets(List.of("token"), plain).scrub(URL + " token")).isEqualTo(URL + " ***");
  }

  @Test
  void scrub_failureWithoutASecret_isTheSame() {
    IOException failure = new SocketTimeoutException("timeout");
    failure.addSuppressed(new IOException("reset"));

    assertThat(secrets.scrub(failure)).isSameAs(failure);
  }

  @Test
  void scrub_failureWithASecret_isItsWordsWithout() {
    IOException failure = new SocketTimeoutException("no token");

    assertThat(secrets.scrub(failure))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("java.net.SocketTimeoutException: no ***")
        .hasNoCause()
        .satisfies(copy -> assertThat(copy.getStackTrace()).isEqualTo(failure.getStackTrace()));
  }

  @Test
  void scrub_secretInACauseOrASuppressed_isTakenOutOfTheWhole() {
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
}
