package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java and Kotlin that the docs show are in sources under examples/, which the build compiles
 * and runs.
 */
class DocsTest {
  private static final Path TOP = Path.of("..");
  private static final List<Path> SOURCES = List.of(Path.of("src"), Path.of("consumers/src/it"));
  private static final Pattern CODE = Pattern.compile("(?s)```(?:java|kotlin)\\R(.*?)```");
  private static final Pattern FIRST_BLOCK = Pattern.compile("(?s)```\\w*\\R(.*?)```");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern TEST_NAME = Pattern.compile("`\\w+Test(?:\\.\\w+)?`");

  static Stream<Path> pages() throws IOException {
    Stream<Path> outside =
        Stream.of(
                "README.md",
                "CONTRIBUTING.md",
                "CHANGELOG.md",
                ".github/SECURITY.md",
                "benchmarks/README.md",
                "examples/consumers/README.md",
                "openapi/released/README.md")
            .map(TOP::resolve);
    return Stream.of(outside, guides(), pagesIn("docs/contributing"))
        .flatMap(each -> each)
        .sorted();
  }

  /** The pages for users. */
  static Stream<Path> guides() throws IOException {
    return pagesIn("docs");
  }

  private static Stream<Path> pagesIn(String folder) throws IOException {
    try (Stream<Path> files = Files.list(TOP.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .collect(Collectors.toList())
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void codeBlocks_ofEachPage_matchTheSources(Path page) throws IOException {
    List<String> sources = sources();
    Matcher block = CODE.matcher(Files.readString(page));
    while (block.find()) {
      String shown = flat(block.group(1));
      assertThat(sources)
          .as("no source under examples/ has this:\n%s", block.group(1))
          .anyMatch(source -> source.contains(shown));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_ofEachPage_pointToFilesAndHeadings(Path page) throws IOException {
    Matcher link = LINK.matcher(Files.readString(page));
    while (link.find()) {
      Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
      assertThat(target).exists();
      if (link.group(2) != null) {
        assertThat(anchors(target)).contains(link.group(2));
      }
    }
  }

  @Test
  void guides_forUsers_areAtMostEleven() throws IOException {
    assertThat(guides()).hasSizeBetween(1, 11);
  }

  @ParameterizedTest
  @MethodSource("guides")
  void guide_forUsers_namesNoTest(Path guide) throws IOException {
    assertThat(TEST_NAME.matcher(Files.readString(guide)).results().map(found -> found.group()))
        .as("tests belong in docs/contributing/promises.md")
        .isEmpty();
  }

  @Test
  void firstBlock_ofTheReadme_hasTwoCommands() throws IOException {
    Matcher block = FIRST_BLOCK.matcher(Files.readString(TOP.resolve("README.md")));

    assertThat(block.find()).isTrue();
    assertThat(block.group(1).lines()).hasSize(2).allMatch(line -> line.startsWith("mvn "));
  }

  /** The anchors that GitHub makes of the headings of a page. */
  private static Stream<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(Files.readString(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'));
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path folder : SOURCES) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file :
            files
                .filter(f -> f.toString().matches(".*\\.(java|kt)"))
                .collect(Collectors.toList())) {
          sources.add(flat(Files.readString(file)));
        }
      }
    }
    return sources;
  }

  /** Indentation differs where code is taken out of its class. */
  private static String flat(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }
}
