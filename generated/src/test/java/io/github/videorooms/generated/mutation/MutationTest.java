package io.github.videorooms.generated.mutation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.generated.VideoDocument;
import io.github.videorooms.generated.mutation.MutationRun.Outcome;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.merge.DocumentDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests single edits of the document: compares the verdicts of the document diff and the listing
 * diff with the result for a program that was written and compiled before the edit.
 */
@Tag("thorough")
class MutationTest {
  private static final Path TABLE = Path.of("target/mutations.txt");

  private static Map<Mutation, DocumentDiff> diffs;
  private static Map<Mutation, Outcome> outcomes;

  @BeforeAll
  static void build(@TempDir Path directory) throws Exception {
    Tree document = new Tree(Files.readString(VideoDocument.FILE));
    diffs = mutations().stream().collect(toMap(Function.identity(), each -> diff(document, each)));
    Program.run(MutationRun.class, VideoDocument.FILE.toString(), directory.toString());
    outcomes =
        mutations().stream().collect(toMap(Function.identity(), each -> read(directory, each)));
  }

  static List<Mutation> mutations() {
    return Mutations.all();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void diff_editedDocument_returnsTheVerdictOfTheWire(Mutation mutation) {
    DocumentDiff diff = diffs.get(mutation);

    assertThat(diff.wire()).as(lines(diff).toString()).isEqualTo(mutation.wire());
    assertThat(diff.isChanged()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void listings_editedDocument_returnTheVerdictOfJava(Mutation mutation) {
    Outcome outcome = outcomes.get(mutation);

    assertThat(outcome.listings()).as(outcome.toString()).isEqualTo(mutation.java());
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void verdict_brokenOldCaller_isBreaking(Mutation mutation) {
    Outcome outcome = outcomes.get(mutation);

    if (outcome.meetsABreak()) {
      assertThat(diffs.get(mutation).wire().worse(outcome.listings()))
          .as(outcome.toString())
          .isEqualTo(Severity.BREAKING);
    }
  }

  @Test
  void diff_sameDocument_findsNothing() throws IOException {
    Tree document = new Tree(Files.readString(VideoDocument.FILE));

    assertThat(DocumentDiff.between(document.root(), document.copy().root()).isChanged()).isFalse();
  }

  @Test
  void table_countsTheCorrectVerdicts() throws IOException {
    Map<Kind, List<Mutation>> kinds =
        mutations().stream().collect(groupingBy(Mutation::kind, TreeMap::new, toList()));
    StringBuilder table = new StringBuilder("kind | mutations | correct verdicts\n");
    kinds.forEach(
        (kind, all) ->
            table
                .append(kind)
                .append(" | ")
                .append(all.size())
                .append(" | ")
                .append(all.stream().filter(MutationTest::isRight).count())
                .append('\n'));
    Files.writeString(TABLE, table);

    assertThat(mutations()).hasSizeGreaterThan(60).allMatch(MutationTest::isRight);
  }

  private static boolean isRight(Mutation mutation) {
    return diffs.get(mutation).wire() == mutation.wire()
        && outcomes.get(mutation).listings() == mutation.java();
  }

  private static DocumentDiff diff(Tree document, Mutation mutation) {
    return DocumentDiff.between(document.root(), mutation.applied(document).root());
  }

  private static List<String> lines(DocumentDiff diff) {
    return diff.changes().stream().map(VendorChange::line).toList();
  }

  private static Outcome read(Path directory, Mutation mutation) {
    try {
      return Outcome.read(directory.resolve(MutationRun.fileName(mutation) + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
