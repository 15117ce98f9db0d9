package io.github.videorooms.openapi.tool.change;

import java.util.List;

/**
 * One change by the vendor at one place of our document, and its outcome.
 *
 * @param place the place that changed, under its name in {@code video.yaml}
 * @param text what changed, such as {@code new field}
 * @param before the value in the vendor's previous document, or {@code ""}
 * @param after the value in the vendor's new document, or {@code ""}
 * @param operations the affected operations
 * @param wire the effect on existing users
 * @param note what a user loses, or why nothing was changed; {@code ""} if no note is needed
 */
public record VendorChange(
    Kind kind,
    String place,
    String text,
    String before,
    String after,
    List<String> operations,
    Severity wire,
    Disposition disposition,
    String note) {
  /** The outcome of a change. */
  public enum Disposition {
    /** Our document now has the change, or already had it. */
    APPLIED,
    /** Our document has the closest equivalent that the generated code can express. */
    SIMPLIFIED,
    /** Our document intentionally differs there, and stays as it is. */
    DEVIATION,
    /** Nothing in our document corresponds to it. */
    NOT_APPLIED
  }

  /** Returns the same change with other affected operations. */
  public VendorChange in(List<String> names) {
    return new VendorChange(
        kind, place, text, before, after, List.copyOf(names), wire, disposition, note);
  }

  /** Returns the change in one line: the place, what changed, and the values. */
  public String line() {
    String values = before.isEmpty() || after.isEmpty() ? before + after : before + " → " + after;
    return place + ": " + text + (values.isEmpty() ? "" : " " + values);
  }
}
