package io.github.videorooms.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves downloads, at signed URLs that expire and without credentials. */
final class Storage {
  static final String PATH = "/storage/";
  private static final Pattern FILE = Pattern.compile(PATH + "recordings/([^/]+)\\.mp4");

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,9})-");
  private static final String TYPE = "video/mp4";

  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final Now now;
  private final Signer signer;
  private final Supplier<String> url;

  /**
   * Creates a storage.
   *
   * @param url the URL of the space
   */
  Storage(Now now, Signer signer, Supplier<String> url) {
    this.now = now;
    this.signer = signer;
    this.url = url;
  }

  String uri(String id, Instant expiry) {
    String expires = Long.toString(expiry.getEpochSecond());
    String path = PATH + "recordings/" + id + ".mp4";
    String signature = URLEncoder.encode(signature(path, expires), StandardCharsets.UTF_8);
    return url.get() + path + "?expires=" + expires + "&signature=" + signature;
  }

  /**
   * Responds to a download.
   *
   * @param files gives the file of a recording, or null
   */
  ApiResponse respond(RecordedRequest request, Function<String, byte @Nullable []> files) {
    String expires = Objects.requireNonNullElse(request.getQueryParameter("expires"), "");
    Matcher path = FILE.matcher(request.getPath());
    if (!METHODS.contains(request.getMethod())) {
      return text(405, "A file can only be downloaded.").withHeader("Allow", "GET, HEAD");
    }
    if (request.getHeader("Authorization") != null) {
      return text(400, "The URL is sufficient: do not send credentials.");
    }
    if (!signature(request.getPath(), expires).equals(request.getQueryParameter("signature"))) {
      return text(403, "The signature does not match the URL.");
    }
    if (Long.parseLong(expires) <= now.instant().getEpochSecond()) {
      return text(403, "The URL has expired.");
    }
    byte[] file = path.matches() ? files.apply(path.group(1)) : null;
    return file == null ? text(404, "There is no such file.") : fileOrRest(request, file);
  }

  /** Responds with a whole file, or with the part from the offset of a range. */
  private static ApiResponse fileOrRest(RecordedRequest request, byte[] file) {
    String tag = '"' + Integer.toHexString(Arrays.hashCode(file)) + '"';
    String condition = request.getHeader("If-Range");
    Matcher range = RANGE.matcher(Objects.requireNonNullElse(request.getHeader("Range"), ""));
    if (!range.matches() || (condition != null && !condition.equals(tag))) {
      return ApiResponse.file(file, TYPE).withHeader("ETag", tag);
    }
    int from = Integer.parseInt(range.group(1));
    return from < file.length
        ? ApiResponse.restOf(file, from, TYPE).withHeader("ETag", tag)
        : text(416, "The range begins beyond the end of the file.")
            .withHeader("Content-Range", "bytes */" + file.length);
  }

  private String signature(String path, String expires) {
    return Base64.getEncoder().encodeToString(signer.sign(path + " until " + expires));
  }

  private static ApiResponse text(int status, String text) {
    return new ApiResponse(status, text, Map.of("Content-Type", "text/plain"));
  }
}
