package io.github.videorooms.openapi.tool.regenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the arguments of {@code openapi/Regenerate.java}, a single file outside any module. */
class ArgumentsTest {
  @TempDir private static Path classes;
  @TempDir private static Path here;
  private static Class<?> type;

  @BeforeAll
  static void compile() throws Exception {
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), "../Regenerate.java");
    assertThat(result).isZero();
    type =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)
            .loadClass("Regenerate$Arguments");
    for (String file : List.of("doc.yaml", "settings.xml", "my docs/doc.yaml")) {
      Files.createDirectories(here.resolve(file).getParent());
      Files.createFile(here.resolve(file));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // words                                | for Maven                  | for the tool's build
        "doc.yaml                               | ''                         | ''",
        "-o doc.yaml -X                         | -o -X                      | -o -X",
        "-s settings.xml doc.yaml               | -s HERE/settings.xml       | -s"
            + " HERE/settings.xml",
        "doc.yaml --settings settings.xml       | --settings HERE/settings.xml | --settings"
            + " HERE/settings.xml",
        "--settings=settings.xml doc.yaml       | --settings=HERE/settings.xml |"
            + " --settings=HERE/settings.xml",
        "-s elsewhere.xml doc.yaml              | -s elsewhere.xml           | -s elsewhere.xml",
        "-s HERE/settings.xml doc.yaml          | -s HERE/settings.xml       | -s"
            + " HERE/settings.xml",
        "-gs settings.xml doc.yaml              | -gs HERE/settings.xml      | -gs"
            + " HERE/settings.xml",
        "-t settings.xml doc.yaml               | -t HERE/settings.xml       | -t"
            + " HERE/settings.xml",
        "--toolchains settings.xml doc.yaml     | --toolchains HERE/settings.xml | --toolchains"
            + " HERE/settings.xml",
        "-gt settings.xml doc.yaml              | -gt HERE/settings.xml      | -gt"
            + " HERE/settings.xml",
        "-P one,two doc.yaml                    | -P one,two                 | -P one,two",
        "-Pone doc.yaml                         | -Pone                      | -Pone",
        "-D name=value doc.yaml                 | -D name=value              | -D name=value",
        "-D settings.xml doc.yaml               | -D settings.xml            | -D settings.xml",
        "-Dname=value doc.yaml                  | -Dname=value               | -Dname=value",
        "--define name doc.yaml                 | --define name              | --define name",
        "-T 4 doc.yaml                          | -T 4                       | -T 4",
        "-T1C doc.yaml                          | -T1C                       | -T1C",
        "-b singlethreaded doc.yaml             | -b singlethreaded          | -b singlethreaded",
        "--color never doc.yaml                 | --color never              | --color never",
        "-pl testkit -am -o doc.yaml            | -pl testkit -am -o         | -o",
        "--projects=testkit doc.yaml            | --projects=testkit         | ''",
        "-rf :facade doc.yaml                   | -rf :facade                | ''",
        "doc.yaml -- -f other.xml --source x    | -f other.xml --source x    | -f other.xml"
            + " --source x",
        "doc.yaml -- -pl testkit -o             | -pl testkit -o             | -o",
      })
  void parse_options_arePassedToMaven(String words, String maven, String forOneModule)
      throws Exception {
    Object arguments = parse(words.split(" "));

    assertThat(get(arguments, "error")).isEmpty();
    assertThat(get(arguments, "document")).isEqualTo(here.resolve("doc.yaml").toString());
    assertThat(joined(field(arguments, "maven"))).isEqualTo(inHere(maven));
    var method = type.getDeclaredMethod("mavenForOneModule");
    method.setAccessible(true);
    assertThat(joined(method.invoke(arguments))).isEqualTo(inHere(forOneModule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                             | Usage: ",
        "-o                             | Usage: ",
        "-s doc.yaml                    | Usage: ",
        "doc.yaml other.yaml            | Pass one document, not 2: [doc.yaml, other.yaml].",
        "doc.yaml -s                    | -s needs a value.",
        "doc.yaml --source              | --source needs a value.",
        "doc.yaml --source=             | --source needs a single line of text.",
        "doc.yaml --source doc.yaml     | this is a local path: doc.yaml",
        "doc.yaml --source ./doc.yaml   | this is a local path: ./doc.yaml",
        "doc.yaml --source /home/me/doc | this is a local path: /home/me/doc",
        "doc.yaml --source=~/doc.yaml   | this is a local path: ~/doc.yaml",
        "doc.yaml --source C:\\doc.yaml | this is a local path: C:\\doc.yaml",
        "doc.yaml --source File:///doc  | this is a local path: File:///doc",
        "doc.yaml -l log.txt            | -l cannot be used here: the command reads the log",
        "doc.yaml --log-file=log.txt    | --log-file cannot be used here: the command reads the"
            + " log",
        "doc.yaml -f pom.xml            | -f cannot be used here: Maven would not build this"
            + " checkout",
        "doc.yaml -fn                   | -fn cannot be used here: a failed build would count",
        "doc.yaml --version             | --version cannot be used here: Maven would not build",
      })
  void parse_invalidArguments_areRejected(String words, String error) throws Exception {
    String[] split = words.isEmpty() ? new String[0] : words.split(" ");

    assertThat(get(parse(split), "error")).contains(error);
  }

  /** On Windows, a URL is such a text. */
  @Test
  void parse_textThatIsNotAPath_isRejected() throws Exception {
    assertThat(get(parse("doc\0.yaml"), "error"))
        .contains("Not a path of a file: doc\0.yaml", "Usage: ");
    assertThat(get(parse("-s", "a\0.xml", "doc.yaml"), "error")).isEmpty();
    assertThat(get(parse("doc.yaml", "--source", "https://a.example/\0"), "error"))
        .contains("single line");
  }

  @Test
  void parse_source_isPartOfTheOptionOrTheNextWord() throws Exception {
    String source = "signalwire/docs@481dcec09e fern/apis/signalwire-rest/openapi.yaml";

    assertThat(get(parse("doc.yaml", "--source", source), "source")).isEqualTo(source);
    assertThat(get(parse("--source=" + source, "doc.yaml"), "source")).isEqualTo(source);
    assertThat(get(parse("--source=https://vendor.example/a?b=c", "doc.yaml"), "source"))
        .isEqualTo("https://vendor.example/a?b=c");
    assertThat(get(parse("--source=two\nlines", "doc.yaml"), "error")).contains("single line");
    assertThat(get(parse("doc.yaml"), "source")).isEmpty();
  }

  @Test
  void parse_documentWithSpaces_isOneWord() throws Exception {
    assertThat(get(parse("my docs/doc.yaml"), "document"))
        .isEqualTo(here.resolve("my docs/doc.yaml").toString());
  }

  private static Object parse(String... words) throws Exception {
    var parse = type.getDeclaredMethod("parse", List.class, Path.class);
    parse.setAccessible(true);
    List<String> given =
        Stream.of(words)
            .filter(word -> !word.isEmpty())
            .map(ArgumentsTest::inHere)
            .collect(Collectors.toList());
    return parse.invoke(null, given, here);
  }

  private static String inHere(String text) {
    return text.replace("HERE/", here + File.separator);
  }

  private static String joined(Object words) {
    return ((List<?>) words).stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static String get(Object arguments, String name) throws Exception {
    return (String) field(arguments, name);
  }

  private static Object field(Object arguments, String name) throws Exception {
    var field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(arguments);
  }
}
