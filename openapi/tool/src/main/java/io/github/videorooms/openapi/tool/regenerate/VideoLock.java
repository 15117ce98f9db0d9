package io.github.videorooms.openapi.tool.regenerate;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.incoming.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code openapi/video.lock}: the inputs of the document and the code. */
public final class VideoLock {
  /** The line that records an outstanding build, see {@link OutstandingBuild}. */
  static final String OUTSTANDING = "build: outstanding";

  private static final String NO_SOURCE = "none";
  private static final List<String> HEAD =
      List.of(
          "# The inputs of openapi/video.yaml and the code generated from it. A test checks it;",
          "# -Dlock.update=true updates it after a change of the generator or its templates.",
          "#",
          "#   source     the vendor's document that was merged last",
          "#   origin     where that document was published, as given with --source",
          "#   base       openapi/vendor.yaml, the Video API in that document",
          "#   generator  the version of openapi-generator",
          "#   templates  generator.yaml and src/main/templates of generated and facade",
          "#   build      outstanding until the code is built from the document");

  private final String source;
  private final String origin;
  private final boolean outstanding;
  private final Checkout checkout;

  private VideoLock(String source, String origin, boolean outstanding, Checkout checkout) {
    this.source = source;
    this.origin = origin;
    this.outstanding = outstanding;
    this.checkout = checkout;
  }

  /**
   * Returns the lock after merging one of the vendor's documents. An outstanding build stays
   * outstanding.
   *
   * @param origin where the vendor published it; if empty, the recorded origin of the same document
   */
  static VideoLock from(Fingerprint source, String origin, Checkout checkout) throws IOException {
    VideoLock current = of(checkout.root());
    String known = current.source.equals(source.toString()) ? current.origin : "";
    return new VideoLock(
        source.toString(), origin.isEmpty() ? known : origin, current.outstanding, checkout);
  }

  /** Returns the lock with up-to-date hashes of the files in a checkout. */
  public static VideoLock of(Path repository) throws IOException {
    Checkout checkout = new Checkout(repository);
    if (!Files.exists(checkout.lock())) {
      return new VideoLock(NO_SOURCE, "", false, checkout);
    }
    Map<String, @Nullable Object> lock = DocumentYaml.read(checkout.lock());
    return new VideoLock(
        String.valueOf(lock.getOrDefault("source", NO_SOURCE)),
        String.valueOf(lock.getOrDefault("origin", "")),
        lock.containsKey("build"),
        checkout);
  }

  /** Returns whether this is the vendor's document that was merged last. */
  boolean isOf(Fingerprint document) {
    return source.equals(document.toString());
  }

  /** Returns whether the last regeneration did not complete a successful build. */
  public boolean isOutstanding() {
    return outstanding;
  }

  /** Returns the text of the file. */
  public String text() throws IOException {
    return String.join("\n", HEAD)
        + "\nsource: "
        + source
        + (origin.isEmpty() ? "" : "\norigin: '" + origin.replace("'", "''") + "'")
        + "\nbase: "
        + checkout.base()
        + "\ngenerator: "
        + checkout.generatorVersion()
        + "\ntemplates: "
        + checkout.generatorInputs()
        + (outstanding ? "\n" + OUTSTANDING : "")
        + "\n";
  }

  /** Writes the file. */
  public void write() throws IOException {
    Checkout.write(checkout.lock(), text());
  }
}
