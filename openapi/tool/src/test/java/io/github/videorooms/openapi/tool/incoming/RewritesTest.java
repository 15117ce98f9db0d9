package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that rewriting a document without changing its meaning is not reported as a change. */
@Tag("thorough")
class RewritesTest {
  private static final int COMPOSITIONS = Integer.getInteger("metamorphic.compositions", 300);
  private static final int SEEDS = 2;
  private static final int MOST_REPORTED = 10;

  private static Set<String> known;
  private static List<Map<String, Object>> documents;
  private static List<Api> apis;

  @BeforeAll
  static void read() throws IOException {
    Map<String, Object> slice = VendorStyle.slice();
    known = new TreeSet<>(Node.of(slice).get("paths").object().keySet());
    documents = List.of(slice, VendorStyle.of(slice), VendorStyle.withOddShapes(slice));
    apis = documents.stream().map(each -> ApiReader.read(each, known)).toList();
  }

  static List<Rewrite> rewrites() {
    return Rewrites.ALL;
  }

  @ParameterizedTest
  @MethodSource("rewrites")
  void rewrite_alone_changesNothing(Rewrite rewrite) {
    boolean applied = false;
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      for (int seed = 0; seed < SEEDS; seed++) {
        EditableDocument document = new EditableDocument(documents.get(i), new Random(seed));
        applied |= rewrite.change().apply(document);
        report("document " + i + ", seed " + seed, changes(i, document.root()), failures);
      }
    }

    assertThat(applied).as("applies somewhere").isTrue();
    assertThat(failures).isEmpty();
  }

  @Test
  void rewrites_composed_changeNothing() {
    List<String> failures = new ArrayList<>();
    for (int seed = 0; seed < COMPOSITIONS && failures.size() < MOST_REPORTED; seed++) {
      Random random = new Random(seed);
      int i = seed % documents.size();
      EditableDocument document = new EditableDocument(documents.get(i), random);
      List<String> applied = new ArrayList<>();
      for (Rewrite each : Rewrites.chosen(random, 2 + random.nextInt(11))) {
        if (each.change().apply(document)) {
          applied.add(each.name());
        }
      }
      report(
          "document " + i + ", seed " + seed + ", " + applied,
          changes(i, document.root()),
          failures);
    }

    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Spelling.class)
  void text_anySpelling_changesNothing(Spelling spelling, @TempDir Path directory)
      throws IOException {
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      Path file = directory.resolve("vendor");
      Files.writeString(file, spelling.write(documents.get(i)));
      report("document " + i, changes(i, VendorFile.read(file).tree()), failures);
    }

    assertThat(failures).isEmpty();
  }

  private static void report(String of, List<String> changes, List<String> failures) {
    if (!changes.isEmpty()) {
      failures.add(of + ": " + changes.subList(0, Math.min(2, changes.size())) + "\n");
    }
  }

  /** Returns the changes that are found between two documents. */
  private static List<String> changes(int document, Map<String, Object> rewritten) {
    try {
      return ApiDifferences.differences(apis.get(document), ApiReader.read(rewritten, known));
    } catch (RuntimeException e) {
      return List.of(e + " at " + List.of(e.getStackTrace()).subList(0, 3));
    }
  }
}
