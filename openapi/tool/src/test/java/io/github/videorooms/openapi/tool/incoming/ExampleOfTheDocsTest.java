package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The walk-through in {@code docs/regenerating.md}, carried out. */
class ExampleOfTheDocsTest {
  private static final Path PAGE = Path.of("../../docs/regenerating.md");
  private static final Path OPENAPI = Path.of("..");
  private static final Pattern CHANGE = Pattern.compile("(?s)```yaml\\R(overlay:.*?)```");
  private static final Pattern EFFECT = Pattern.compile("(?s)(```diff\\R)(.*?)```");

  @Test
  void example_hasTheEffectThatIsShown() throws IOException {
    Map<String, Object> vendor = Rendering.ofOurs();
    Overlay.parse(block(CHANGE, 1)).apply(vendor);
    Files.writeString(Path.of("target/vendor-next.yaml"), DocumentYaml.write(vendor));

    String effect = effect(next(vendor));
    if (Boolean.getBoolean("docs.update")) {
      String page = Files.readString(PAGE);
      Files.writeString(
          PAGE,
          EFFECT
              .matcher(page)
              .replaceFirst(block -> Matcher.quoteReplacement(block.group(1) + effect + "```")));
    }

    assertThat(block(EFFECT, 2)).as("renew it with -Ddocs.update=true").isEqualTo(effect);
  }

  private static String block(Pattern pattern, int group) throws IOException {
    Matcher block = pattern.matcher(Files.readString(PAGE).replace("\r\n", "\n"));
    assertThat(block.find()).isTrue();
    return block.group(group);
  }

  private static Map<String, Object> next(Map<String, Object> vendor) throws IOException {
    Candidate candidate = Candidate.slice(vendor, DocumentYaml.read(OPENAPI.resolve("video.yaml")));
    candidate.convertDown();
    candidate.name(Names.read(OPENAPI.resolve("names.yaml")));
    candidate.correct(Overlay.read(OPENAPI.resolve("corrections.overlay.yaml")));
    return candidate.layOver();
  }

  /** The lines that go and those that come, in the order of the document. */
  private static String effect(Map<String, Object> next) throws IOException {
    List<String> before = Files.readAllLines(OPENAPI.resolve("video.yaml"));
    List<String> after = DocumentYaml.write(next).lines().toList();
    int[][] common = common(before, after);
    List<String> effect = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        effect.add("-" + before.get(i++));
      } else {
        effect.add("+" + after.get(j++));
      }
    }
    return String.join("\n", effect) + "\n";
  }

  /** How many lines two texts have in common from two places on. */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
