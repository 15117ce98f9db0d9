package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.DocumentLimitExceeded;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads and validates the file of the vendor's document: OpenAPI 3, as YAML or JSON. */
public final class VendorFile {
  private static final long MAX_BYTES = 32L * 1024 * 1024;
  private static final Pattern OPENAPI_3 = Pattern.compile("3\\.\\d+(\\.\\d+)?(-.*)?");
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>\\s*([^<]{1,100})", Pattern.CASE_INSENSITIVE);
  static final String PASS_COMPLETE =
      "Pass the vendor's OpenAPI document, complete and unmodified.";
  static final String DOWNLOAD_AGAIN = "Is the file complete? Download it again.";

  private final String name;
  private final Fingerprint fingerprint;
  private final Map<String, @Nullable Object> tree;
  private final FilePositions positions;

  private VendorFile(
      String name,
      Fingerprint fingerprint,
      Map<String, @Nullable Object> tree,
      FilePositions positions) {
    this.name = name;
    this.fingerprint = fingerprint;
    this.tree = tree;
    this.positions = positions;
  }

  /**
   * Reads a document.
   *
   * @throws UnusableDocument if it is not valid OpenAPI 3, or too large, too deep or ambiguous
   */
  public static VendorFile read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new UnusableDocument(
          file.toString(),
          Files.isDirectory(file)
              ? "is a directory"
              : Files.exists(file) ? "is not a regular file" : "does not exist",
          "Pass the path of the document.");
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new UnusableDocument(name, "is larger than 32 MiB", PASS_COMPLETE);
    }
    byte[] bytes = Files.readAllBytes(file);
    String text = new Utf8Text(name, bytes).decode();
    VendorFile read =
        new VendorFile(name, Fingerprint.of(bytes), parse(name, text), FilePositions.of(text));
    read.check();
    return read;
  }

  /** Returns the hash of the file. */
  public Fingerprint fingerprint() {
    return fingerprint;
  }

  /** Returns the whole document. */
  public Map<String, @Nullable Object> tree() {
    return tree;
  }

  /** Runs a task; if it fails because of a node in this document, adds the line to the message. */
  public <T> T locating(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnusableDocument e) {
      OptionalInt line = positions.line(e.where());
      throw line.isPresent() ? e.at(name + ":" + line.getAsInt()) : e;
    }
  }

  private static Map<String, @Nullable Object> parse(String name, String text) {
    if (text.isBlank()) {
      throw new UnusableDocument(name, "is empty", DOWNLOAD_AGAIN);
    }
    if (text.stripLeading().startsWith("<")) {
      throw markup(name, text);
    }
    try {
      return DocumentYaml.read(asYaml(name, text));
    } catch (DocumentLimitExceeded e) {
      throw new UnusableDocument(
          name,
          "exceeds a limit of this tool: " + e.getMessage(),
          "If the document is correct, raise the limit in DocumentYaml.java.");
    } catch (MarkedYAMLException e) {
      throw malformed(name, text, e);
    } catch (ReaderException e) {
      throw new UnusableDocument(
          name + ":" + lineAt(text, e.getPosition()),
          String.format(
              "contains the character U+%04X, which is invalid in YAML", e.getCodePoint()),
          PASS_COMPLETE);
    } catch (YAMLException | IllegalArgumentException e) {
      throw new UnusableDocument(name, "cannot be read: " + e.getMessage(), PASS_COMPLETE);
    }
  }

  private static UnusableDocument markup(String name, String text) {
    Matcher title = TITLE.matcher(text);
    return new UnusableDocument(
        name,
        "is an HTML or XML page"
            + (title.find() ? " with the title \"" + title.group(1).strip() + "\"" : "")
            + ", not an OpenAPI document",
        "A login or error page may have been saved in its place: download the document itself.");
  }

  private static UnusableDocument malformed(String name, String text, MarkedYAMLException e) {
    String context = e.getContext() == null ? "" : e.getContext() + ", ";
    String problem = context + e.getProblem();
    boolean ends = problem.contains("end of stream") || problem.contains("<stream end>");
    return new UnusableDocument(
        place(name, e.getProblemMark()),
        (ends ? "is incomplete: " : "is not valid " + (isJson(text) ? "JSON: " : "YAML: "))
            + problem.replace('\n', ' ').strip(),
        ends ? DOWNLOAD_AGAIN : PASS_COMPLETE);
  }

  private static String place(String name, @Nullable Mark mark) {
    return mark == null ? name : name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }

  private static long lineAt(String text, int codePoints) {
    return 1 + text.codePoints().limit(codePoints).filter(each -> each == '\n').count();
  }

  private static boolean isJson(String text) {
    return text.stripLeading().startsWith("{");
  }

  /**
   * Returns a text as YAML, converted line by line if it is JSON. YAML in flow style begins with a
   * brace too, and allows what JSON does not: strings on several lines, other quotes, comments.
   */
  static String asYaml(String name, String text) {
    if (!isJson(text)) {
      return text;
    }
    try {
      return JsonAsYaml.of(name, text);
    } catch (UnusableDocument e) {
      if (isYaml(text)) {
        return text;
      }
      throw e;
    }
  }

  private static boolean isYaml(String text) {
    try {
      DocumentYaml.read(text);
      return true;
    } catch (YAMLException | IllegalArgumentException e) {
      return false;
    }
  }

  private void check() {
    if (tree.containsKey("swagger")) {
      throw unusable(
          "swagger",
          "is Swagger " + tree.get("swagger"),
          "Convert it to OpenAPI 3.0 or 3.1 first.");
    }
    if (!tree.containsKey("openapi")) {
      throw new UnusableDocument(
          name, "is not OpenAPI 3: it has no field openapi, only " + fields(), PASS_COMPLETE);
    }
    if (!OPENAPI_3.matcher(String.valueOf(tree.get("openapi"))).matches()) {
      throw unusable(
          "openapi",
          "is not OpenAPI 3: its field openapi is " + tree.get("openapi"),
          PASS_COMPLETE);
    }
    if (Node.of(tree).get("paths").names().isEmpty()) {
      throw unusable("paths", "has no operations: paths is empty or missing", DOWNLOAD_AGAIN);
    }
  }

  private UnusableDocument unusable(String field, String problem, String remedy) {
    OptionalInt line = positions.line(List.of(field));
    return new UnusableDocument(
        line.isPresent() ? name + ":" + line.getAsInt() : name, problem, remedy);
  }

  private String fields() {
    String all = String.join(", ", tree.keySet());
    return all.length() <= 100 ? all : all.substring(0, 100) + "…";
  }
}
