package io.github.videorooms.openapi.tool.regenerate;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.incoming.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code openapi/video.yaml} and the code made of it come from: {@code openapi/video.lock}.
 */
public final class VideoLock {
  /** The line that says that the code still has to be built, see {@link OutstandingBuild}. */
  static final String OUTSTANDING = "build: outstanding";

  private static final String NO_SOURCE = "none";
  private static final List<String> HEAD =
      List.of(
          "# What openapi/video.yaml and the code generated from it come from. A test keeps it true;",
          "# -Dlock.update=true renews it after a change of the generator or its templates.",
          "#",
          "#   source     the vendor's document that was taken over last",
          "#   origin     where that document was published, as given with --source",
          "#   base       openapi/vendor.yaml, what it says of the Video API",
          "#   generator  the version of openapi-generator",
          "#   templates  generator.yaml and src/main/templates of generated and facade",
          "#   build      outstanding while the code has yet to be built from the document");

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
   * Returns the lock of a document that a vendor's document has changed. An outstanding build stays
   * outstanding.
   *
   * @param origin where the vendor published it; if empty, what the lock says already of this very
   *     document
   */
  static VideoLock from(Fingerprint source, String origin, Checkout checkout) throws IOException {
    VideoLock current = of(checkout.root());
    String known = current.source.equals(source.toString()) ? current.origin : "";
    return new VideoLock(
        source.toString(), origin.isEmpty() ? known : origin, current.outstanding, checkout);
  }

  /** Returns the lock as it has to be in a repository, whatever it is. */
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

  /** Whether the last regeneration took over this document of the vendor's. */
  boolean isOf(Fingerprint document) {
    return source.equals(document.toString());
  }

  /** Whether the last regeneration did not get to the end of a successful build. */
  public boolean isOutstanding() {
    return outstanding;
  }

  /** Returns what has to be in the file. */
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
