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
 * Checks that the version numbers are correct: compares the committed document and API listings
 * with those of the previous release, which {@code openapi/released} stores.
 *
 * <p>Versions have to follow SemVer, apart from breaks that {@code openapi/accepted-breaks.yaml}
 * accepts with a reason. A released version must not change. Until the first release, everything
 * may change.
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
   * Returns a line for each reason not to release the committed state; empty if there is none.
   *
   * @param repository the root directory of the repository
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
   * @throws IllegalStateException if the version is a snapshot, or is already released with other
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
              + " is already released: set the version of the artifacts to at least "
              + current.release().next(Severity.NONE)
              + "-SNAPSHOT.");
    }
    if (!current.isPreview() && !released.hasListings(current)) {
      reasons.add(
          current
              + " is a release version that openapi/released does not have: record it with"
              + " -Drelease.record=true.");
    }
  }

  /** Checks the document, and returns the severity of its changes since the previous release. */
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
              + " the changes are "
              + severity
              + ", so "
              + what
              + " has to be at least "
              + least
              + "; it is "
              + current
              + ".");
      breaks.forEach(line -> reasons.add("  breaks: " + line));
    }
  }

  /** Checks that a released version has not changed. */
  private void checkRecord() throws IOException {
    Version document = released.documentVersion();
    if (released.hasDocument(document)
        && DocumentDiff.between(released.document(document), released.document()).isChanged()) {
      reasons.add(
          "The document differs from the released "
              + document
              + ": raise info.version to at least "
              + document.next(Severity.NONE)
              + ".");
    }
    Version artifacts = released.artifacts();
    if (!artifacts.isPreview() && released.hasListings(artifacts)) {
      for (String module : Released.MODULES) {
        if (!released.listing(artifacts, module).equals(released.listing(module))) {
          reasons.add(
              module
                  + "/api.txt differs from the released "
                  + artifacts
                  + ": raise the version of the artifacts.");
        }
      }
    }
  }
}
