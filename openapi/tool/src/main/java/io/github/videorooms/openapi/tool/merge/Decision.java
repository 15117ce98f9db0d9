package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import java.util.List;

/**
 * The outcome of a change at one place.
 *
 * @param most the highest severity that the change can have, whatever the vendor changed
 */
record Decision(Disposition disposition, String note, Severity most) {
  static final Decision APPLIED = new Decision(Disposition.APPLIED, "", Severity.BREAKING);

  /** Our document already had the change. */
  static final Decision ALREADY =
      new Decision(Disposition.APPLIED, "video.yaml already has it", Severity.ADDITIVE);

  /** Several of the vendor's operations correspond to one of ours, and they differ in this. */
  static final Decision OTHER_OPERATION =
      simplified("video.yaml stays as it is, for the other operation with this method and path");

  static Decision simplified(String note) {
    return new Decision(Disposition.SIMPLIFIED, note, Severity.BREAKING);
  }

  /** Simplified in a way that no user of the client notices. */
  static Decision harmless(String note) {
    return new Decision(Disposition.SIMPLIFIED, note, Severity.ADDITIVE);
  }

  /** Returns the same decision, with the severity of the vendor's change. */
  Decision withoutLimit() {
    return new Decision(disposition, note, Severity.BREAKING);
  }

  static Decision deviation(String note) {
    return new Decision(Disposition.DEVIATION, note, Severity.NONE);
  }

  static Decision notApplied(String note) {
    return new Decision(Disposition.NOT_APPLIED, note, Severity.BREAKING);
  }

  /** Applied, or simplified if something was lost. */
  static Decision appliedWith(List<String> losses) {
    return losses.isEmpty() ? APPLIED : simplified(String.join("; ", losses));
  }
}
