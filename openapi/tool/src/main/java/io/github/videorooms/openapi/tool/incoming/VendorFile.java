package io.github.videorooms.openapi.tool.incoming;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/** The vendor's document as it lies on disk: OpenAPI 3, in YAML or JSON. */
public final class VendorFile {
  private static final long MAX_BYTES = 32L * 1024 * 1024;
  private static final Pattern OPENAPI_3 = Pattern.compile("3\\.\\d+(\\.\\d+)?(-.*)?");
  private static final Pattern ESCAPED_SLASH = Pattern.compile("(?<!\\\\)((?:\\\\{2})*)\\\\/");
  private static final Pattern SURROGATES =
      Pattern.compile(
          "(?<!\\\\)((?:\\\\{2})*)\\\\u([dD][89abAB]\\p{XDigit}{2})\\\\u([dD][c-fC-F]\\p{XDigit}{2})");
  private static final String GIVE_WHOLE =
      "Give the vendor's OpenAPI document, whole and as it was.";

  private final Fingerprint fingerprint;
  private final Map<String, @Nullable Object> tree;

  private VendorFile(Fingerprint fingerprint, Map<String, @Nullable Object> tree) {
    this.fingerprint = fingerprint;
    this.tree = tree;
  }

  /**
   * Reads a document.
   *
   * @throws UnusableDocument if it is none, or too large, too deep or ambiguous
   */
  public static VendorFile read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new UnusableDocument(file.toString(), "is no file", "Give the path of the document.");
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new UnusableDocument(name, "is larger than 32 MiB", GIVE_WHOLE);
    }
    byte[] bytes = Files.readAllBytes(file);
    return new VendorFile(Fingerprint.of(bytes), checked(name, parse(name, decode(name, bytes))));
  }

  /** What identifies the bytes of the file. */
  public Fingerprint fingerprint() {
    return fingerprint;
  }

  /** The whole document. */
  public Map<String, @Nullable Object> tree() {
    return tree;
  }

  private static String decode(String name, byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnusableDocument(name, "is not UTF-8", GIVE_WHOLE);
    }
  }

  private static Map<String, @Nullable Object> parse(String name, String text) {
    try {
      return DocumentYaml.read(isJson(text) ? asYaml(text) : text);
    } catch (YAMLException | IllegalArgumentException e) {
      throw new UnusableDocument(
          name, "is neither YAML nor JSON that can be read: " + e.getMessage(), GIVE_WHOLE);
    }
  }

  private static boolean isJson(String text) {
    return text.stripLeading().startsWith("{");
  }

  /** JSON is YAML but for tabs between its tokens, escaped slashes, and letters in two halves. */
  private static String asYaml(String json) {
    String text = ESCAPED_SLASH.matcher(json.replace('\t', ' ')).replaceAll("$1/");
    return SURROGATES
        .matcher(text)
        .replaceAll(
            pair ->
                Matcher.quoteReplacement(
                    pair.group(1)
                        + (char) Integer.parseInt(pair.group(2), 16)
                        + (char) Integer.parseInt(pair.group(3), 16)));
  }

  private static Map<String, @Nullable Object> checked(
      String name, Map<String, @Nullable Object> tree) {
    if (tree.containsKey("swagger")) {
      throw new UnusableDocument(
          name, "is Swagger " + tree.get("swagger"), "Convert it to OpenAPI 3.0 or 3.1 first.");
    }
    if (!OPENAPI_3.matcher(String.valueOf(tree.get("openapi"))).matches()) {
      throw new UnusableDocument(
          name, "is not OpenAPI 3: its member openapi is " + tree.get("openapi"), GIVE_WHOLE);
    }
    if (Tree.object(tree.get("paths")).isEmpty()) {
      throw new UnusableDocument(name + " at paths", "has no operations", GIVE_WHOLE);
    }
    return tree;
  }
}
