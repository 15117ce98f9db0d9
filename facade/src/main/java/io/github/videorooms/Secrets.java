package io.github.videorooms;

import io.github.videorooms.model.ModelAdapters;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import retrofit2.Invocation;

/**
 * The texts of one call that no message may show: the token, and what the document calls a
 * password.
 */
final class Secrets {
  /** What is shorter would be found in ordinary words, and blank them out. */
  private static final int MIN_LENGTH = 4;

  private final List<String> texts = new ArrayList<>();

  /** Collects the secrets of a request that Retrofit made. */
  Secrets(String token, Request request) {
    texts.add(token);
    Invocation invocation = request.tag(Invocation.class);
    if (invocation != null) {
      for (Object argument : invocation.arguments()) {
        texts.addAll(ModelAdapters.secretsOf(argument));
      }
    }
    texts.removeIf(text -> text.length() < MIN_LENGTH);
  }

  /** Returns the text with {@code ***} in place of each secret. */
  String scrub(String text) {
    String scrubbed = text;
    for (String secret : texts) {
      scrubbed = scrubbed.replace(secret, "***");
    }
    return scrubbed;
  }
}
