package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import java.util.List;

/**
 * What became of a change at a place.
 *
 * @param most the most that it can ask of users, whatever the vendor changed
 */
record Decision(Disposition disposition, String note, Severity most) {
  static final Decision APPLIED = new Decision(Disposition.APPLIED, "", Severity.BREAKING);

  /** Our document had the change before the vendor did. */
  static final Decision ALREADY =
      new Decision(Disposition.APPLIED, "video.yaml says so already", Severity.ADDITIVE);

  /** Operations of the vendor's that are one for us do not agree. */
  static final Decision OTHER_OPERATION =
      simplified("ours stays, for the other operation at this address");

  static Decision simplified(String note) {
    return new Decision(Disposition.SIMPLIFIED, note, Severity.BREAKING);
  }

  /** Simplified in a way that nobody notices who uses the client. */
  static Decision harmless(String note) {
    return new Decision(Disposition.SIMPLIFIED, note, Severity.ADDITIVE);
  }

  static Decision deviation(String note) {
    return new Decision(Disposition.DEVIATION, note, Severity.NONE);
  }

  static Decision notApplied(String note) {
    return new Decision(Disposition.NOT_APPLIED, note, Severity.BREAKING);
  }

  /** Applied, with what was lost on the way if anything was. */
  static Decision appliedWith(List<String> losses) {
    return losses.isEmpty() ? APPLIED : simplified(String.join("; ", losses));
  }
}
