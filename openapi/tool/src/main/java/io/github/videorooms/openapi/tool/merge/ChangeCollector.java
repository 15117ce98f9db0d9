package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the changes; identical changes at one place become one change of several operations. */
final class ChangeCollector {
  private final Deviations deviations;
  private final boolean eased;
  private final Map<VendorChange, List<String>> operations = new LinkedHashMap<>();

  /**
   * Creates an empty collector.
   *
   * @param eased whether to lower the severity of a change that users of the client do not notice
   */
  ChangeCollector(Deviations deviations, boolean eased) {
    this.deviations = deviations;
    this.eased = eased;
  }

  /** Adds a change, as one operation has it. */
  void add(
      Kind kind,
      String place,
      String text,
      Object before,
      Object after,
      String operation,
      Severity wire,
      Decision decision) {
    String note = decision.note();
    if (decision.disposition() == VendorChange.Disposition.DEVIATION) {
      String entry = deviations.explain(place, kind.toString());
      note = entry.isEmpty() ? note : note.isEmpty() ? entry : entry + ": " + note;
    }
    VendorChange change =
        new VendorChange(
            kind,
            place,
            text,
            shortened(String.valueOf(before)),
            shortened(String.valueOf(after)),
            List.of(),
            eased && wire.compareTo(decision.most()) > 0 ? decision.most() : wire,
            decision.disposition(),
            note);
    List<String> names = operations.computeIfAbsent(change, each -> new ArrayList<>());
    if (!names.contains(operation)) {
      names.add(operation);
    }
  }

  /** Returns the decision that {@code deviations.yaml} prescribes for a place, if it does. */
  Optional<Decision> held(String place, Kind kind) {
    return switch (deviations.held(place, kind.toString())) {
      case NO -> Optional.empty();
      case TRUE -> Optional.of(Decision.deviation("video.yaml stays as it is"));
      case REPORTED ->
          Optional.of(
              Decision.notApplied(
                  deviations.explain(place, kind.toString()) + ": video.yaml stays as it is"));
    };
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  List<VendorChange> all() {
    List<VendorChange> all = new ArrayList<>();
    operations.forEach((change, names) -> all.add(change.in(names)));
    return all;
  }
}
