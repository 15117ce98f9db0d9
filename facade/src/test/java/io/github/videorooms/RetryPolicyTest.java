package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  private static final List<String> METHODS = List.of("GET", "PUT", "DELETE", "POST");

  private final RetryPolicy policy = new RetryPolicy(() -> 1.0);

  @ParameterizedTest
  @CsvSource({
    // status, Retry-After in seconds, GET PUT DELETE, POST
    "400,,  false, false",
    "401,,  false, false",
    "404,,  false, false",
    "408,,  true,  false",
    "408,1, true,  false",
    "409,,  false, false",
    "422,,  false, false",
    "422,1, false, false",
    "429,,  true,  true",
    "429,1, true,  true",
    "500,,  true,  false",
    "500,1, true,  false",
    "501,,  false, false",
    "502,,  true,  false",
    "503,,  true,  false",
    "503,0, true,  true",
    "503,1, true,  true",
    "504,,  true,  false",
    "505,,  false, false",
    "520,,  true,  false",
    "522,,  true,  false",
    "524,,  true,  false",
    "529,,  true,  false",
    "530,1, true,  false",
    "599,,  true,  false",
    "600,,  false, false",
    "999,,  false, false",
    "307,,  false, false",
  })
  void isRetryable_status_dependsOnMethodAndRetryAfter(
      int status, Integer retryAfter, boolean others, boolean post) {
    AttemptFailure setback =
        AttemptFailure.ofStatus(status, retryAfter == null ? null : Duration.ofSeconds(retryAfter));

    for (String method : METHODS) {
      assertThat(policy.isRetryable(method, setback))
          .as(method)
          .isEqualTo(method.equals("POST") ? post : others);
    }
  }

  static Stream<Arguments> exceptions() {
    return Stream.of(
        // exception, sent, GET PUT DELETE, POST
        Arguments.of(new ConnectException("refused"), false, true, true),
        Arguments.of(new UnknownHostException("x"), false, true, true),
        Arguments.of(new SocketTimeoutException("connect"), false, true, true),
        Arguments.of(new SSLHandshakeException("reset by peer"), false, true, true),
        Arguments.of(new EOFException(), true, true, false),
        Arguments.of(new IOException("reset"), true, true, false),
        Arguments.of(new SocketTimeoutException("read"), true, true, false),
        Arguments.of(certificateFailure(), false, false, false),
        Arguments.of(new SSLPeerUnverifiedException("host"), false, false, false),
        Arguments.of(new UnreadableBodyException("x", null, null, null), true, false, false),
        Arguments.of(new IllegalArgumentException("interceptor"), false, false, false),
        Arguments.of(new TokenException("returned null", null), false, false, false),
        Arguments.of(new IOException(new TokenException("x", null)), false, false, false));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void isRetryable_exception_dependsOnMethodAndWhetherItWasSent(
      Throwable cause, boolean sent, boolean others, boolean post) {
    AttemptFailure setback = AttemptFailure.ofException(cause, sent);

    for (String method : METHODS) {
      assertThat(policy.isRetryable(method, setback))
          .as(method)
          .isEqualTo(method.equals("POST") ? post : others);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "POST"})
  void isRetryable_tokenRenewed_isTrueForAnyMethodWithoutDelayOrCost(String method) {
    AttemptFailure renewed = AttemptFailure.ofRenewedToken(false);

    assertThat(policy.isRetryable(method, renewed)).isTrue();
    assertThat(policy.delayBefore(1, renewed)).isZero();
    assertThat(RetryBudget.costOf(renewed)).isZero();
    assertThat(renewed.isAmbiguous()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "POST"})
  void isRetryable_rejectedButAlsoSentWithoutThat_isFalseForPost(String method) {
    List<AttemptFailure> failures =
        List.of(
            AttemptFailure.ofRenewedToken(true),
            AttemptFailure.ofStatus(429, null, true),
            AttemptFailure.ofStatus(503, Duration.ofSeconds(1), true));

    assertThat(failures).allMatch(AttemptFailure::isAmbiguous);
    assertThat(failures)
        .allMatch(each -> policy.isRetryable(method, each) != method.equals("POST"));
  }

  @ParameterizedTest
  @CsvSource({"1, 50", "2, 100", "3, 200", "9, 12800", "10, 20000", "40, 20000"})
  void delayBefore_transientFailure_doublesUpToTheCap(int retry, long millis) {
    assertThat(policy.delayBefore(retry, AttemptFailure.ofStatus(500, null)))
        .isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({"1, 1000", "2, 2000", "5, 16000", "6, 20000"})
  void delayBefore_throttled_startsAtASecond(int retry, long millis) {
    assertThat(policy.delayBefore(retry, AttemptFailure.ofStatus(429, null)))
        .isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.999})
  void delayBefore_randomFraction_scalesTheCeiling(double chance) {
    RetryPolicy policy = new RetryPolicy(() -> chance);

    assertThat(policy.delayBefore(1, AttemptFailure.ofStatus(500, null)))
        .isEqualTo(Duration.ofNanos((long) (50_000_000 * chance)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, 20})
  void delayBefore_retryAfter_isExactlyThat(long seconds) {
    assertThat(policy.delayBefore(1, AttemptFailure.ofStatus(503, Duration.ofSeconds(seconds))))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void delayBefore_retryAfterBeyondTheCap_isNull() {
    assertThat(policy.delayBefore(1, AttemptFailure.ofStatus(429, Duration.ofSeconds(21))))
        .isNull();
  }

  @Test
  void isAmbiguous_mayHaveTakenEffect_isTrue() {
    assertThat(AttemptFailure.ofException(new IOException(), true).isAmbiguous()).isTrue();
    assertThat(AttemptFailure.ofStatus(500, null).isAmbiguous()).isTrue();
    assertThat(AttemptFailure.ofException(new IOException(), false).isAmbiguous()).isFalse();
    assertThat(AttemptFailure.ofStatus(429, null).isAmbiguous()).isFalse();
  }

  private static Throwable certificateFailure() {
    return new SSLHandshakeException("untrusted").initCause(new CertificateException("path"));
  }
}
