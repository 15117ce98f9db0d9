package io.github.videorooms.openapi.tool.regenerate;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.incoming.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code openapi/video.yaml} and the code made of it come from: {@code openapi/video.lock}.
 */
public final class VideoLock {
  private static final String NO_SOURCE = "none";
  private static final List<String> HEAD =
      List.of(
          "# What openapi/video.yaml and the code generated from it come from. A test keeps it true;",
          "# -Dlock.update=true renews it after a change of the generator, its templates or the corrections.",
          "#",
          "#   source       the vendor's document that last changed openapi/video.yaml; none while all of",
          "#                it is written by hand",
          "#   corrections  openapi/names.yaml and openapi/corrections.overlay.yaml",
          "#   generator    the version of openapi-generator",
          "#   templates    generated/generator.yaml and generated/src/main/templates");

  private final String source;
  private final Checkout checkout;

  private VideoLock(String source, Checkout checkout) {
    this.source = source;
    this.checkout = checkout;
  }

  /** Returns the lock of a document that a vendor's document has changed. */
  static VideoLock from(Fingerprint source, Checkout checkout) {
    return new VideoLock(source.toString(), checkout);
  }

  /** Returns the lock as it has to be in a repository, whatever it is. */
  public static VideoLock of(Path repository) throws IOException {
    Checkout checkout = new Checkout(repository);
    if (!Files.exists(checkout.lock())) {
      return new VideoLock(NO_SOURCE, checkout);
    }
    Object source = DocumentYaml.read(checkout.lock()).get("source");
    return new VideoLock(source == null ? NO_SOURCE : source.toString(), checkout);
  }

  /** Returns what has to be in the file. */
  public String text() throws IOException {
    return String.join("\n", HEAD)
        + "\nsource: "
        + source
        + "\ncorrections: "
        + checkout.corrected()
        + "\ngenerator: "
        + checkout.generatorVersion()
        + "\ntemplates: "
        + checkout.generatorInputs()
        + "\n";
  }

  /** Writes the file. */
  public void write() throws IOException {
    Checkout.write(checkout.lock(), text());
  }
}
