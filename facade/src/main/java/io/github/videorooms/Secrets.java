package io.github.videorooms;

import static java.util.stream.Collectors.toList;

import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import io.github.videorooms.model.ModelAdapters;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * The secrets of one call, which nothing may show even if the server echoes them: the credentials,
 * what the document declares as a password, and the address to which an operation redirects.
 */
final class Secrets {
  /** Shorter secrets would match parts of ordinary words. */
  private static final int MIN_LENGTH = 4;

  /** A stream key such as {@code live}, which is not to be found in {@code livestream_limit}. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,15}");

  /** Values in the query of a stream's URL that are no keys. */
  private static final Pattern NO_KEY = Pattern.compile("true|false|[0-9]{0,5}");

  private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*");

  private static final String QUOTE = "not found: limit=";

  /** How Okio quotes a line of a response that did not arrive whole, in hexadecimal. */
  private static final Pattern QUOTED_LINE =
      Pattern.compile("(" + QUOTE + "[0-9]+ content=)[0-9a-f]+");

  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed();

  /** What may stand before a word: not a part of it, or the end of an escape. */
  private static final String BEFORE =
      "(?:(?<![A-Za-z0-9_])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\[bfnrt])|(?<=\\\\u[0-9A-Fa-f]{4}))";

  private static final String AFTER = "(?![A-Za-z0-9_])";

  private final Request request;
  private volatile List<String> credentials;
  private volatile List<String> received = List.of();
  private volatile @Nullable List<String> texts;

  /** Creates the secrets of a request made by Retrofit; they are collected on first use. */
  Secrets(List<String> credentials, Request request) {
    this.credentials = credentials;
    this.request = request;
  }

  /** Adds addresses that a response contains. */
  synchronized void add(List<String> addresses) {
    if (!received.containsAll(addresses)) {
      received = Stream.concat(received.stream(), addresses.stream()).collect(toList());
      texts = null;
    }
  }

  /** Adds the credentials that an attempt is sent with. */
  synchronized void addCredentials(List<String> added) {
    if (!credentials.equals(added) && !credentials.containsAll(added)) {
      credentials = Stream.concat(credentials.stream(), added.stream()).collect(toList());
      texts = null;
    }
  }

  /** Adds the credentials of an earlier attempt. */
  void addCredentials(Secrets earlier) {
    addCredentials(earlier.credentials);
  }

  /** Returns the text with each secret replaced by {@code ***}. */
  String scrub(String text) {
    String scrubbed = text.contains(QUOTE) ? QUOTED_LINE.matcher(text).replaceAll("$1***") : text;
    for (String secret : texts()) {
      if (scrubbed.contains(secret)) { // Most texts have none: 8 kB less for an error.
        scrubbed =
            WORD.matcher(secret).matches() && !credentials.contains(secret)
                ? scrubbed.replaceAll(BEFORE + secret + AFTER, "***")
                : scrubbed.replace(secret, "***");
      }
    }
    return scrubbed;
  }

  /**
   * Returns a text that may be the beginning of a longer one, with {@code ***} in place of the
   * beginning of a secret at its end, which {@link #scrub(String)} would not recognise.
   */
  String scrubEnd(String beginning) {
    int end = beginning.length();
    while (end > 0 && beginning.charAt(end - 1) == '\ufffd') { // half a character
      end--;
    }
    int longest = 0;
    for (String secret : texts()) {
      for (int length = secret.length() - 1; length >= MIN_LENGTH && length > longest; length--) {
        if (beginning.regionMatches(end - length, secret, 0, length)) {
          longest = length;
        }
      }
    }
    return longest == 0 ? beginning : beginning.substring(0, end - longest) + "***";
  }

  private List<String> texts() {
    List<String> known = texts;
    if (known != null) {
      return known;
    }
    synchronized (this) {
      List<String> collected = collected();
      texts = collected;
      return collected;
    }
  }

  /** Returns the failure; if its message or that of a cause shows a secret, a scrubbed one. */
  Throwable scrub(Throwable failure) {
    Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(failure, all);
    if (all.stream().map(Throwable::getMessage).allMatch(this::isClean)) {
      return failure;
    }
    IOException scrubbed = new IOException(scrub(failure.toString()));
    scrubbed.setStackTrace(failure.getStackTrace());
    return scrubbed;
  }

  /**
   * Does the same for the interceptors of the caller. What the failure was, which decides whether a
   * retry may help, {@link #original} still tells.
   */
  IOException scrubForInterceptors(IOException failure) {
    Throwable scrubbed = scrub(failure);
    return scrubbed.equals(failure) ? failure : new Scrubbed(scrubbed, failure);
  }

  /** Returns what a failure was before it was scrubbed. */
  static Throwable original(Throwable failure) {
    return failure instanceof Scrubbed ? ((Scrubbed) failure).original : failure;
  }

  private static final class Scrubbed extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Throwable original;

    Scrubbed(Throwable shown, Throwable original) {
      super(shown.getMessage());
      setStackTrace(shown.getStackTrace());
      this.original = original;
    }
  }

  /** Of a failure, only messages are looked at: a secret may be a word in the name of a class. */
  private boolean isClean(@Nullable String message) {
    return message == null || scrub(message).equals(message);
  }

  private static void collect(@Nullable Throwable failure, Set<Throwable> all) {
    if (failure != null && all.add(failure)) {
      collect(failure.getCause(), all);
      Stream.of(failure.getSuppressed()).forEach(each -> collect(each, all));
    }
  }

  /** Returns the values in a model that are secrets, at any depth, in extras too. */
  static List<String> in(Object model) {
    List<String> secrets = new ArrayList<>();
    @SuppressWarnings("unchecked") // The adapter of a class takes what is of that class.
    TypeAdapter<Object> adapter = (TypeAdapter<Object>) ModelAdapters.find(model.getClass());
    if (adapter != null) {
      collect(adapter.toJsonTree(model), false, secrets);
    }
    return secrets;
  }

  private static void collect(JsonElement json, boolean isSecret, List<String> secrets) {
    if (json.isJsonArray()) {
      json.getAsJsonArray().forEach(item -> collect(item, isSecret, secrets));
    } else if (json.isJsonObject()) {
      json.getAsJsonObject()
          .entrySet()
          .forEach(
              field ->
                  collect(field.getValue(), SecretFields.NAMES.contains(field.getKey()), secrets));
    } else if (isSecret && json.isJsonPrimitive()) {
      secrets.add(json.getAsString());
    }
  }

  /** Adds the key of a stream's URL: the last part of its path, or a value of its query. */
  private static void addKeys(String url, List<String> all) {
    all.add(url.substring(url.lastIndexOf('/') + 1));
    String[] parts = url.split("[?&#]", -1);
    for (String parameter : parts) {
      String value = parameter.substring(parameter.indexOf('=') + 1);
      if (!value.equals(parts[0]) && !NO_KEY.matcher(value).matches()) {
        all.add(value);
        all.add(decoded(value));
      }
    }
    String path = ORIGIN.matcher(parts[0]).replaceFirst("").replaceFirst("/+$", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    // With a key in the query, the path has the name of a program, such as live.
    if (parts.length == 1 || !WORD.matcher(name).matches()) {
      all.add(name);
    }
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /**
   * Returns the longest first, so that no part of one remains. The query of a recording's URL is
   * its signature.
   */
  private List<String> collected() {
    List<String> all = new ArrayList<>(credentials);
    Invocation made = request.tag(Invocation.class);
    for (Object argument : made == null ? List.of() : made.arguments()) {
      // An interface of the caller's may have optional parameters.
      for (String text : argument == null ? List.<String>of() : in(argument)) {
        all.add(text);
        addKeys(text, all);
      }
    }
    for (String address : received) {
      all.add(address);
      all.add(address.substring(address.indexOf('?') + 1));
    }
    all.removeIf(text -> text.length() < MIN_LENGTH);
    all.sort(LONGEST_FIRST);
    return all;
  }
}
