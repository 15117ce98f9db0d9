package io.github.videorooms;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The file of a recording, as the API describes it. */
final class RecordingFile {
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "application/ogg", "ogg",
          "audio/mp4", "m4a",
          "audio/mpeg", "mp3",
          "audio/x-wav", "wav",
          "video/mp2t", "ts",
          "video/quicktime", "mov",
          "video/x-matroska", "mkv",
          "video/x-msvideo", "avi");

  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?#\\\\\\s].*");

  /** What is a device on Windows, whatever the extension. */
  private static final Pattern DEVICE = Pattern.compile("(?i)con|prn|aux|nul|(?:com|lpt)[0-9]");

  private static final Pattern SUBTYPE = Pattern.compile("(?:audio|video)/([a-z0-9]{1,8})");

  final String id;

  /** Where to download it, a secret; null if there is no file yet. */
  final @Nullable String uri;

  /** How many bytes it has; null if that is not known. */
  final @Nullable Long size;

  private final @Nullable String mimeType;

  RecordingFile(String id, @Nullable String uri, @Nullable Long size, @Nullable String mimeType) {
    this.id = id;
    this.uri = uri;
    this.size = size;
    this.mimeType = mimeType;
  }

  /**
   * Returns the URL if it is HTTPS, or on this machine as the space is; null otherwise.
   *
   * @param base the address of the space; plain HTTP is for one on this machine only
   */
  @Nullable HttpUrl safeUrl(HttpUrl base) {
    String text = Objects.requireNonNullElse(uri, "");
    // HttpUrl also reads what has no host where others expect one.
    HttpUrl url = ABSOLUTE.matcher(text).matches() ? HttpUrl.parse(text) : null;
    boolean isSafe =
        url != null && (url.isHttps() || (Space.isLoopback(url) && Space.isLoopback(base)));
    return isSafe ? url : null;
  }

  /** Returns the id with the extension of the type, as a name that any file system takes. */
  String suggestedName() {
    String safe = id.replaceAll("[^A-Za-z0-9_-]", "_");
    String name = DEVICE.matcher(safe).matches() ? safe + "_" : safe;
    return name.substring(0, Math.min(name.length(), 100)) + "." + extension();
  }

  /** The API's own download path ends in {@code .mp4}, so that is what no type means. */
  private String extension() {
    String type = Objects.requireNonNullElse(mimeType, "video/mp4");
    String plain = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    String subtype = SUBTYPE.matcher(plain).matches() ? plain.replaceFirst(".*/", "") : "bin";
    return EXTENSIONS.getOrDefault(plain, subtype);
  }
}
