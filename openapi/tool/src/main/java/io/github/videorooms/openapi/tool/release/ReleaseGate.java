package io.github.videorooms.openapi.tool.release;

import io.github.videorooms.openapi.tool.change.ApiChanges;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.change.Version;
import io.github.videorooms.openapi.tool.merge.DocumentDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what is committed with what was released: {@code openapi/released} holds the document
 * and the API listings of each release.
 *
 * <p>The versions have to have gone up as far as the changes since the release before ask for,
 * apart from breaks that {@code openapi/accepted-breaks.yaml} accepts with a reason. A version that
 * is released does not change any more. Until the first release, everything may change.
 */
public final class ReleaseGate {
  private final Released released;
  private final AcceptedBreaks accepted;
  private final List<String> reasons = new ArrayList<>();

  private ReleaseGate(Path repository) throws IOException {
    this.released = new Released(repository);
    this.accepted = AcceptedBreaks.read(repository.resolve("openapi/accepted-breaks.yaml"));
  }

  /**
   * Returns a line for each reason not to release what is committed; none if all is well.
   *
   * @param repository the directory that holds {@code openapi}, {@code generated} and so on
   */
  public static List<String> check(Path repository) throws IOException {
    ReleaseGate gate = new ReleaseGate(repository);
    gate.checkNumbers();
    Severity wire = gate.checkDocument();
    gate.checkListings(wire);
    gate.checkRecord();
    gate.reasons.addAll(gate.accepted.stale());
    return gate.reasons;
  }

  /**
   * Copies the document and the listings to {@code openapi/released}, under their versions.
   *
   * @throws IllegalStateException if the version is that of no release, or is released with another
   *     content
   */
  public static void record(Path repository) throws IOException {
    new Released(repository).record();
  }

  private void checkNumbers() throws IOException {
    Version current = released.artifacts();
    if (current.isPreview() && released.hasListings(current.release())) {
      reasons.add(
          current.release()
              + " is released: go on with "
              + current.release().next(Severity.NONE)
              + "-SNAPSHOT at least.");
    }
    if (!current.isPreview() && !released.hasListings(current)) {
      reasons.add(
          current
              + " is the version of a release, which openapi/released does not hold: record it with"
              + " -Drelease.record=true.");
    }
  }

  /** Returns what the document asks of the wire since the release before. */
  private Severity checkDocument() throws IOException {
    Version current = released.documentVersion();
    Optional<Version> before = released.documentBefore(current);
    if (before.isEmpty()) {
      return Severity.NONE;
    }
    DocumentDiff diff = DocumentDiff.between(released.document(before.get()), released.document());
    List<String> breaks = new ArrayList<>();
    diff.changes().stream()
        .filter(change -> change.wire() == Severity.BREAKING)
        .map(VendorChange::line)
        .filter(line -> !accepted.accepts("document", line))
        .forEach(breaks::add);
    Severity severity = diff.wire();
    Severity left =
        severity == Severity.BREAKING && breaks.isEmpty() ? Severity.ADDITIVE : severity;
    demand("info.version of the document", current, before.get(), left, breaks);
    return left;
  }

  private void checkListings(Severity wire) throws IOException {
    Version current = released.artifacts().release();
    Optional<Version> before = released.listingsBefore(current);
    if (before.isEmpty()) {
      return;
    }
    List<String> breaks = new ArrayList<>();
    Severity severity = wire;
    for (String module : Released.MODULES) {
      ApiChanges changes =
          ApiChanges.between(
              module, released.listing(before.get(), module), released.listing(module));
      List<String> left = new ArrayList<>(changes.breaks());
      left.removeIf(line -> accepted.accepts(module, line));
      left.forEach(line -> breaks.add(module + ": " + line));
      boolean acceptedAll = left.isEmpty() && changes.verdict().java() == Severity.BREAKING;
      severity = severity.worse(acceptedAll ? Severity.ADDITIVE : changes.verdict().java());
    }
    demand("the version of the artifacts", current, before.get(), severity, breaks);
  }

  private void demand(
      String what, Version current, Version before, Severity severity, List<String> breaks) {
    Version least = severity == Severity.NONE ? before : before.next(severity);
    if (current.compareTo(least) < 0) {
      reasons.add(
          "Since "
              + before
              + " the change is "
              + severity
              + ", so "
              + what
              + " has to be "
              + least
              + " at least; it is "
              + current
              + ".");
      breaks.forEach(line -> reasons.add("  breaks: " + line));
    }
  }

  /** What is released stays as it is. */
  private void checkRecord() throws IOException {
    Version document = released.documentVersion();
    if (released.hasDocument(document)
        && DocumentDiff.between(released.document(document), released.document()).isChanged()) {
      reasons.add(
          "The document differs from the released "
              + document
              + ": raise info.version to "
              + document.next(Severity.NONE)
              + " at least.");
    }
    Version artifacts = released.artifacts();
    if (!artifacts.isPreview() && released.hasListings(artifacts)) {
      for (String module : Released.MODULES) {
        if (!released.listing(artifacts, module).equals(released.listing(module))) {
          reasons.add(module + "/api.txt differs from that of the released " + artifacts + ".");
        }
      }
    }
  }
}
