package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;

/** Prices per second, in US dollars; the prices are fictitious. */
final class Prices {
  private static final BigDecimal MEMBER = new BigDecimal("0.00005");
  private static final BigDecimal MEMBER_IN_1080P = new BigDecimal("0.0001");
  private static final BigDecimal RECORDING = new BigDecimal("0.000045");

  private Prices() {}

  static BigDecimal member(JsonObject session, long seconds) {
    boolean large = new JsonPrimitive("1080p").equals(session.get("quality"));
    return plain((large ? MEMBER_IN_1080P : MEMBER).multiply(BigDecimal.valueOf(seconds)));
  }

  static BigDecimal recording(long seconds) {
    return plain(RECORDING.multiply(BigDecimal.valueOf(seconds)));
  }

  /** Returns the number without trailing zeros. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
