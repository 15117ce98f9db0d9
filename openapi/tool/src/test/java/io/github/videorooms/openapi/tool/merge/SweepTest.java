package io.github.videorooms.openapi.tool.merge;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Finding;
import io.github.videorooms.openapi.tool.Lint;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import io.github.videorooms.openapi.tool.incoming.EditableDocument;
import io.github.videorooms.openapi.tool.incoming.OperationSlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests every kind of change at every place of the vendor's document, one at a time. */
@Tag("thorough")
class SweepTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/documents");
  private static final int PLACES = Integer.getInteger("sweep.places", 8);

  private final Map<String, Object> ours = DocumentYaml.read(DOCUMENTS.resolve("video.yaml"));
  private final Map<String, Object> vendor = DocumentYaml.read(DOCUMENTS.resolve("vendor.yaml"));
  private final Deviations deviations = Deviations.read(DOCUMENTS.resolve("deviations.yaml"));
  private final Set<String> known = Node.of(ours).get("paths").object().keySet();
  private final Api base = ApiReader.read(vendor, known);
  private final Expectations expected = new Expectations(base, ApiReader.read(ours, known));
  private final Map<String, Map<Disposition, Integer>> table = new ConcurrentSkipListMap<>();
  private final LongAdder lines = new LongAdder();
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

  SweepTest() throws IOException {}

  @Test
  void of_eachChange_isReportedOnceWithTheRightSeverity() throws IOException {
    List<Edit> edits = new ArrayList<>(OperationEdits.in(vendor));
    List<Edit> shared = new ArrayList<>();
    VendorPlaces.of(vendor).forEach(each -> shared.addAll(FieldEdits.at(each, vendor, expected)));
    edits.addAll(shared);
    edits.addAll(inPlace());
    List<Edit> chosen = chosen(edits);
    chosen.parallelStream().forEach(this::check);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/sweep.txt"), text(edits.size(), chosen.size()));

    Files.write(Path.of("target/sweep-failures.txt"), failures);

    assertThat(
            table.values().stream()
                .flatMap(each -> each.values().stream())
                .mapToLong(Integer::longValue)
                .sum())
        .as("every change has one disposition")
        .isEqualTo(lines.sum());
    assertThat(edits).hasSizeGreaterThan(10_000);
    assertThat(failures).isEmpty();
  }

  /** Returns a sample of each kind of edit, spread over the document. */
  private static List<Edit> chosen(List<Edit> edits) {
    List<Edit> chosen = new ArrayList<>();
    edits.stream()
        .collect(groupingBy(Edit::kind))
        .values()
        .forEach(
            all -> {
              double step = Math.max(1.0, (double) all.size() / PLACES);
              for (double i = 0; i < all.size(); i += step) {
                chosen.add(all.get((int) i));
              }
            });
    return chosen;
  }

  /** Returns one edit at each place of each operation, with all schemas inlined first. */
  private List<Edit> inPlace() {
    List<Edit> edits = new ArrayList<>();
    for (OperationSlot operation : new EditableDocument(vendor, new Random(0)).operations()) {
      Consumer<Map<String, Object>> inline =
          copy -> Inlining.inline(copy, operation.path(), operation.method());
      Map<String, Object> copy = Trees.copy(vendor);
      inline.accept(copy);
      for (VendorPlace place : VendorPlaces.of(copy)) {
        boolean here =
            place.way().get(0).equals("paths")
                && place.way().get(1).equals(operation.path())
                && place.way().get(2).equals(operation.method());
        if (here && place.way().size() > 8) {
          List<Edit> all = FieldEdits.at(place, copy, expected);
          Edit edit = all.get(edits.size() % all.size());
          edits.add(
              new Edit(
                  "in place, " + edit.kind(),
                  edit.place(),
                  inline.andThen(edit.change()),
                  edit.operations(),
                  edit.kind().equals("field removed") && !place.isRequired(copy)
                      ? Severity.NONE
                      : edit.least(),
                  edit.most(),
                  edit.lines()));
        }
      }
    }
    return edits;
  }

  private void check(Edit edit) {
    Map<String, Object> theirs = Trees.copy(vendor);
    edit.change().accept(theirs);
    try {
      DocumentMerge merge = DocumentMerge.of(base, ApiReader.read(theirs, known), ours, deviations);
      check(edit, merge);
    } catch (RuntimeException | StackOverflowError e) {
      failures.add(edit + ": " + e + " at " + List.of(e.getStackTrace()).subList(0, 3) + "\n");
    }
  }

  private void check(Edit edit, DocumentMerge merge) {
    List<VendorChange> changes = merge.changes();
    fail(changes.isEmpty(), edit, "a change", changes);
    count(edit, changes);
    Set<String> named = new TreeSet<>();
    changes.forEach(each -> named.addAll(each.operations()));
    fail(
        !named.equals(new TreeSet<>(edit.operations())),
        edit,
        "operations " + edit.operations() + ", is " + named,
        changes);
    fail(
        edit.lines() > 0 && changes.size() != edit.lines(), edit, edit.lines() + " lines", changes);
    Map<String, Long> same = changes.stream().collect(groupingBy(VendorChange::line, counting()));
    fail(same.values().stream().anyMatch(each -> each > 1), edit, "no duplicate lines", changes);
    Severity wire = merge.wire();
    fail(
        wire.compareTo(edit.least()) < 0,
        edit,
        "at least " + edit.least() + ", is " + wire,
        changes);
    fail(wire.compareTo(edit.most()) > 0, edit, "at most " + edit.most() + ", is " + wire, changes);
    if (!merge.document().equals(ours)) {
      checkOurs(edit, merge);
    }
  }

  private void checkOurs(Edit edit, DocumentMerge merge) {
    List<VendorChange> changes = merge.changes();
    Severity wire = merge.wire();
    Severity own = DocumentDiff.between(ours, merge.document()).wire();
    fail(
        own.compareTo(wire) > 0,
        edit,
        "our own document changes at most " + wire + ", is " + own,
        changes);
    List<Finding> findings = Lint.check(merge.document());
    fail(!findings.isEmpty(), edit, "no lint findings, is " + findings, changes);
  }

  private void count(Edit edit, List<VendorChange> changes) {
    lines.add(changes.size());
    table.merge(
        edit.kind(),
        changes.stream()
            .collect(
                groupingBy(
                    VendorChange::disposition,
                    () -> new EnumMap<>(Disposition.class),
                    summingInt(each -> 1))),
        (one, other) -> {
          Map<Disposition, Integer> sum = new EnumMap<>(one);
          other.forEach((key, value) -> sum.merge(key, value, Integer::sum));
          return sum;
        });
  }

  private void fail(boolean fails, Edit edit, String wanted, List<VendorChange> changes) {
    if (fails) {
      failures.add(edit + ": expected " + wanted + ". Changes: " + changes + "\n");
    }
  }

  private String text(int all, int chosen) {
    StringBuilder text = new StringBuilder(chosen + " of " + all + " edits\n\n");
    text.append(String.format("%-60s", "edit"));
    for (Disposition each : Disposition.values()) {
      text.append(String.format("%14s", each));
    }
    table.forEach(
        (kind, row) -> {
          text.append(String.format("%n%-60s", kind));
          for (Disposition each : Disposition.values()) {
            text.append(String.format("%14s", row.getOrDefault(each, 0)));
          }
        });
    return text.append("\n").toString();
  }
}
