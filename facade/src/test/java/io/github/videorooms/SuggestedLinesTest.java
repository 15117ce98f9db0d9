package io.github.videorooms;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.change.ApiChanges;
import io.github.videorooms.openapi.tool.change.ChangePage;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that reaches one operation, and the page of a regeneration: the lines that it prints for
 * all the others are put where it says, compiled, and looked at as {@link ReachabilityTest} does.
 */
class SuggestedLinesTest {
  private static final String TABLE = "| `list_rooms` | `GET /rooms` | `rooms().list` | none |\n";
  private static final String LISTING =
      "public final class io.github.videorooms.Video\n"
          + "  public io.github.videorooms.VideoRooms rooms()\n";

  private static final String VIDEO =
      "package io.github.videorooms;\n"
          + "\n"
          + "/** The Video API of a space. */\n"
          + "public final class Video {\n"
          + "  private final Calls calls;\n"
          + "\n"
          + "  Video(Calls calls) {\n"
          + "    this.calls = calls;\n"
          + "  }\n"
          + "\n"
          + "  /**\n"
          + "   * Returns the rooms.\n"
          + "   *\n"
          + "   * @return their operations\n"
          + "   */\n"
          + "  public VideoRooms rooms() {\n"
          + "    return new VideoRooms(calls);\n"
          + "  }\n"
          + "}\n";

  private static final String ROOMS =
      "package io.github.videorooms;\n"
          + "\n"
          + "import io.github.videorooms.api.RoomsApi;\n"
          + "import io.github.videorooms.model.Room;\n"
          + "\n"
          + "/** Rooms. */\n"
          + "public final class VideoRooms extends Resource<RoomsApi> {\n"
          + "  VideoRooms(Calls calls) {\n"
          + "    super(RoomsApi.class, calls);\n"
          + "  }\n"
          + "\n"
          + "  /**\n"
          + "   * Lists rooms.\n"
          + "   *\n"
          + "   * @param query which of them\n"
          + "   * @return the rooms\n"
          + "   */\n"
          + "  public Paged<Room> list(RoomsApi.ListRoomsQuery query) {\n"
          + "    return list(api::listRooms, query);\n"
          + "  }\n"
          + "}\n";

  /** A block of Java and the words around it: what to do with it, and what it needs. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?s)(Write|add to) `(\\w+\\.java)`\n+```java\n(.*?)```(?:\n+which takes the imports"
              + "\n+```java\n(.*?)```)?");

  private final Map<String, String> sources =
      new TreeMap<>(Map.of("Video.java", VIDEO, "VideoRooms.java", ROOMS));

  @Test
  void page_ofAClientThatReachesNextToNothing_saysHowToReachAll(@TempDir Path directory)
      throws Exception {
    BLOCK.matcher(page()).results().forEach(this::follow);

    assertThat(sources).hasSizeGreaterThan(8);
    assertThat(compile(directory)).isEmpty();
    assertThat(gaps(directory).lines()).contains("[]");
  }

  private static String page() {
    Map<String, Object> document = DocumentYaml.read(Examples.DOCUMENT);
    return ChangePage.of(document, document)
        .operationsTable(TABLE)
        .api(ApiChanges.between("facade", LISTING, LISTING))
        .build()
        .toMarkdown();
  }

  /** Does what the page says, as somebody would who does not think about it. */
  private void follow(MatchResult block) {
    String code = block.group(3);
    if (block.group(1).equals("Write")) {
      sources.put(block.group(2), code);
      return;
    }
    String source = sources.get(block.group(2));
    for (String line :
        block.group(4) == null ? List.<String>of() : block.group(4).lines().toList()) {
      source = source.contains(line) ? source : source.replaceFirst("\n\n", "\n\n" + line + "\n");
    }
    sources.put(
        block.group(2),
        source.replaceFirst("}\\s*$", Matcher.quoteReplacement("\n" + code + "}\n")));
  }

  /** Returns what the compiler says, of the Javadoc too; the rest of the client is as it is. */
  private String compile(Path directory) throws IOException {
    for (Path old : classesOfTheClient()) {
      if (!old.getFileName().toString().matches("Video\\w*(\\$.*)?\\.class|module-info.class")) {
        Path copy = directory.resolve(Path.of("target/classes").relativize(old).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(old, copy);
      }
    }
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Files.writeString(directory.resolve(source.getKey()), source.getValue());
    }
    List<String> arguments =
        new ArrayList<>(List.of("-cp", classPath(directory), "-d", directory.toString()));
    arguments.add("-Xdoclint:all/protected");
    sources.keySet().forEach(name -> arguments.add(directory.resolve(name).toString()));
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages);
    ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
    return messages.toString();
  }

  private static List<Path> classesOfTheClient() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String classPath(Path directory) {
    return Stream.concat(Stream.of(directory), RuntimeClassPath.entries().stream().skip(1))
        .map(Path::toString)
        .collect(joining(File.pathSeparator));
  }

  private static String gaps(Path directory) throws Exception {
    Stream<Path> tests =
        Stream.of(System.getProperty("java.class.path"), System.getProperty("jdk.module.path"))
            .filter(path -> path != null)
            .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
            .map(Path::of);
    ChildProcess program =
        ChildProcess.start(
            List.of(), Stream.concat(Stream.of(directory), tests), Gaps.class, new String[0]);
    return program.output();
  }

  /** Prints what is out of reach of the client that is first on the class path. */
  public static final class Gaps {
    public static void main(String[] arguments) {
      System.out.println(Reachability.gaps(new ApiDocument(Examples.document())));
    }

    private Gaps() {}
  }
}
