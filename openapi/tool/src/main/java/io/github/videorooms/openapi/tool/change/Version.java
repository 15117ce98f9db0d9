package io.github.videorooms.openapi.tool.change;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A semantic version of three numbers, possibly a snapshot. */
public final class Version implements Comparable<Version> {
  private static final Pattern FORM =
      Pattern.compile(
          "(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(-[0-9A-Za-z.-]+)?");
  private static final Comparator<Version> ORDER =
      Comparator.<Version>comparingInt(version -> version.major)
          .thenComparingInt(version -> version.minor)
          .thenComparingInt(version -> version.patch);

  private final int major;
  private final int minor;
  private final int patch;
  private final String suffix;

  private Version(int major, int minor, int patch, String suffix) {
    this.major = major;
    this.minor = minor;
    this.patch = patch;
    this.suffix = suffix;
  }

  /**
   * Parses a version such as {@code 1.2.0} or {@code 1.3.0-SNAPSHOT}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Version of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a version of the form 1.2.3: " + text);
    }
    return new Version(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        parts.group(4) == null ? "" : parts.group(4));
  }

  /** Returns the lowest version that may follow this release after changes of a severity. */
  public Version next(Severity severity) {
    return switch (severity) {
      case BREAKING -> new Version(major + 1, 0, 0, "");
      case ADDITIVE -> new Version(major, minor + 1, 0, "");
      case NONE -> new Version(major, minor, patch + 1, "");
    };
  }

  /** Returns whether this is a snapshot, such as {@code 1.0.0-SNAPSHOT}. */
  public boolean isPreview() {
    return !suffix.isEmpty();
  }

  /** Returns the version without {@code -SNAPSHOT}. */
  public Version release() {
    return new Version(major, minor, patch, "");
  }

  /** Compares the three numbers; a snapshot equals its release. */
  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Version && other.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch + suffix;
  }
}
