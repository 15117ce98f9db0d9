package io.github.videorooms.generated.mutation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.generated.VideoDocument;
import io.github.videorooms.generated.mutation.MutationRun.Outcome;
import io.github.videorooms.openapi.tool.change.Change;
import io.github.videorooms.openapi.tool.change.DocumentDiff;
import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Single edits of the document: what the comparison says of each, and whether a program that was
 * written and compiled before the edit agrees.
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
  void diff_editedDocument_givesTheVerdictAndTheLine(Mutation mutation) {
    DocumentDiff diff = diffs.get(mutation);

    assertThat(diff.verdict().wire()).as("wire of " + lines(diff)).isEqualTo(mutation.wire());
    assertThat(diff.verdict().java()).as("Java of " + lines(diff)).isEqualTo(mutation.java());
    if (mutation.line().isEmpty()) {
      assertThat(lines(diff)).isEmpty();
    } else {
      assertThat(lines(diff)).contains(mutation.line());
    }
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void javaVerdict_agreesWithAnOldCaller(Mutation mutation) {
    Outcome outcome = outcomes.get(mutation);
    boolean judgedBreaking = diffs.get(mutation).verdict().java() == Severity.BREAKING;

    assertThat(judgedBreaking && mutation.harsher().isEmpty())
        .as(outcome.toString())
        .isEqualTo(outcome.isBroken());
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void javaVerdict_unchanged_hasNoOtherLineOfJava(Mutation mutation) {
    Outcome outcome = outcomes.get(mutation);

    if (diffs.get(mutation).verdict().java() == Severity.NONE) {
      assertThat(outcome.lines()).isEmpty();
    }
  }

  @Test
  void diff_sameDocument_findsNothing() throws IOException {
    Tree document = new Tree(Files.readString(VideoDocument.FILE));

    assertThat(DocumentDiff.between(document.root(), document.copy().root()).verdict().isChanged())
        .isFalse();
  }

  @Test
  void table_countsTheRightVerdicts() throws IOException {
    Map<Kind, List<Mutation>> kinds =
        mutations().stream().collect(groupingBy(Mutation::kind, TreeMap::new, toList()));
    StringBuilder table = new StringBuilder("kind | mutations | right verdicts\n");
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
    DocumentDiff diff = diffs.get(mutation);
    boolean breaking = diff.verdict().java() == Severity.BREAKING;
    return diff.verdict().wire() == mutation.wire()
        && diff.verdict().java() == mutation.java()
        && (breaking && mutation.harsher().isEmpty()) == outcomes.get(mutation).isBroken();
  }

  private static DocumentDiff diff(Tree document, Mutation mutation) {
    return DocumentDiff.between(document.root(), mutation.applied(document).root());
  }

  private static List<String> lines(DocumentDiff diff) {
    return Stream.concat(diff.changes().stream(), diff.documentation().stream())
        .map(Change::line)
        .toList();
  }

  private static Outcome read(Path directory, Mutation mutation) {
    try {
      return Outcome.read(directory.resolve(MutationRun.fileName(mutation) + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
