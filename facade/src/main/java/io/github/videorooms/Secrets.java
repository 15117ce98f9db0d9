package io.github.videorooms;

import io.github.videorooms.model.ModelAdapters;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Request;
import retrofit2.Invocation;

/**
 * The texts of one call that no message may show: the token, and what the document calls a
 * password.
 */
final class Secrets {
  /** What is shorter would be found in ordinary words, and blank them out. */
  private static final int MIN_LENGTH = 4;

  private final List<String> texts;

  /** Collects the secrets of a request that Retrofit made. */
  Secrets(String token, Request request) {
    Invocation made = request.tag(Invocation.class);
    Stream<?> arguments = made == null ? Stream.empty() : made.arguments().stream();
    Stream<String> own = arguments.flatMap(each -> ModelAdapters.secretsOf(each).stream());
    this.texts =
        Stream.concat(Stream.of(token), own)
            .filter(text -> text.length() >= MIN_LENGTH)
            .collect(Collectors.toList());
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
