package io.github.videorooms.openapi.tool.merge;

import java.util.Locale;
import java.util.regex.Pattern;

/** Recognizes secrets, such as tokens and passwords, by the name of the field. */
final class Secrets {
  private static final Pattern SECRET =
      Pattern.compile(
          "(.*[_-])?(tokens?|secrets?|password|passwd|passphrase|passcode|pin_code|pin|api_?key|stream_?key"
              + "|secret_?key|access_?key|private_?key(_pem)?|signing_?key|session_?key|encryption_?key|signature|otp|mfa_code|credentials?|jwt|bearer|cookie"
              + "|(pre)?signed_?ur[li]|(upload|download|ingest|publish|rtmps?|srt|whip|whep|media)_?ur[li])");
  private static final Pattern CURSOR =
      Pattern.compile(
          "(.*[_-])?(page|pagination|next|prev|previous|continuation|cursor|sync)_?token");

  /** Returns whether a field is a secret, named with or without its object. */
  static boolean isSecret(String place) {
    String field = place.substring(place.lastIndexOf('.') + 1);
    if (place.matches(".*Stream.*\\.url|.*Recording.*\\.uri")) {
      return true;
    }
    String name =
        field
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("[- ]", "_")
            .toLowerCase(Locale.ROOT);
    return SECRET.matcher(name).matches()
        && !CURSOR.matcher(name).matches()
        && !name.matches("(is|has)_.*");
  }

  private Secrets() {}
}
