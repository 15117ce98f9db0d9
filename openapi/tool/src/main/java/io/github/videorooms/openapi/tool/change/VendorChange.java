package io.github.videorooms.openapi.tool.change;

import java.util.List;

/**
 * One change of the vendor's at one place of our document, and what became of it.
 *
 * @param place what changed, under the names of {@code video.yaml}
 * @param text what happened to it
 * @param before what the vendor said before, or {@code ""}
 * @param after what the vendor says now, or {@code ""}
 * @param operations the operations that it concerns
 * @param wire what it asks of those who use what was there before
 * @param note what a user loses, or why nothing was done; {@code ""} if that is plain
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
  /** What became of a change. Each has exactly one of these. */
  public enum Disposition {
    /** Our document says the same now, or did already. */
    APPLIED,
    /** Our document says the nearest that the generated code can express. */
    SIMPLIFIED,
    /** Our document differs there on purpose, and stays as it is. */
    DEVIATION,
    /** Nothing in our document corresponds to it. */
    NOT_APPLIED
  }

  /** Returns the same change, of these operations. */
  public VendorChange in(List<String> names) {
    return new VendorChange(
        kind, place, text, before, after, List.copyOf(names), wire, disposition, note);
  }

  /** Returns the place, what happened, and the values. */
  public String line() {
    String values = before.isEmpty() || after.isEmpty() ? before + after : before + " → " + after;
    return place + ": " + text + (values.isEmpty() ? "" : " " + values);
  }
}
