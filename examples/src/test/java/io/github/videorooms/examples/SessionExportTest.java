package io.github.videorooms.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.model.RoomToken;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeMember;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class SessionExportTest {
  private static final String HEADER = "session,room,start,end,member,joined,left";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("sessions.csv");
  }

  @Test
  void run_sessionWithTwoMembers_hasARowForEach(FakeSpace space) throws IOException {
    space.setTime(Instant.parse("2026-03-02T09:00:00Z"));
    FakeMember ines = join(space, "Ines");
    FakeMember bo = join(space, "Bo");
    space.advance(Duration.ofMinutes(30));
    ines.leave();
    bo.leave();

    run(space);

    String session =
        space.getSessions().get(0).getId() + ",standup,2026-03-02T09:00:00Z,2026-03-02T09:30:00Z,";
    assertThat(Files.readAllLines(file))
        .containsExactlyInAnyOrder(
            HEADER,
            session + "Ines,2026-03-02T09:00:00Z,2026-03-02T09:30:00Z",
            session + "Bo,2026-03-02T09:00:00Z,2026-03-02T09:30:00Z");
    assertThat(files()).containsExactly("sessions.csv");
  }

  @Test
  void run_sessionWithoutMembers_hasARow(FakeSpace space) throws IOException {
    space.setTime(Instant.parse("2026-03-02T09:00:00Z"));
    join(space, "Ines").leave();
    space
        .wireMock()
        .stubFor(
            WireMock.get(WireMock.urlPathMatching(".*/members"))
                .willReturn(WireMock.okJson("{\"links\":{},\"data\":[]}")));

    run(space);

    String session = space.getSessions().get(0).getId();
    assertThat(Files.readAllLines(file))
        .containsExactly(HEADER, session + ",standup,2026-03-02T09:00:00Z,2026-03-02T09:00:00Z,,,");
  }

  @Test
  void run_nameThatASpreadsheetWouldExecute_isNeutralized(FakeSpace space) throws IOException {
    join(space, "=HYPERLINK(\"http://a.example\",\"x\")").leave();

    run(space);

    assertThat(Files.readString(file))
        .contains(",\"'=HYPERLINK(\"\"http://a.example\"\",\"\"x\"\")\",");
  }

  @Test
  void run_again_startsOver(FakeSpace space) throws IOException {
    join(space, "Ines").leave();
    run(space);
    Files.writeString(file, "\n".repeat(1_000), StandardOpenOption.APPEND);

    run(space);

    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  /** At each of its requests, with part of a page in the file as a program that was killed may. */
  @Test
  void run_stoppedAnywhere_resumesWithoutLossOrDuplicates(FakeSpace space) throws IOException {
    for (int each = 0; each < 120; each++) {
      join(space, "member-" + each).leave();
    }
    run(space);
    String whole = Files.readString(file);
    Files.delete(file);

    for (int page = 1; page <= 3; page++) {
      space.failNext(
          Failure.status(401)
              .on("GET", "/api/video/room_sessions/" + sessionOn(page, whole) + "/members"));
      assertThatThrownBy(() -> run(space)).isInstanceOf(SignalWireRestError.class);
      Files.writeString(file, "half a r", StandardOpenOption.APPEND);
    }
    run(space);

    assertThat(file).hasContent(whole);
    assertThat(files()).containsExactly("sessions.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'1000\npage_token=x\n0' | sessions.csv was changed",
        "'0\npage_token=x\n1' | sessions.csv was changed",
        "'1\npage_token=x\n0' | sessions.csv was changed",
        "'-7\npage_token=x\n0' | sessions.csv was changed",
        "1000 | sessions.csv.bookmark is damaged",
        "'' | sessions.csv.bookmark is damaged",
        "'half\npage_token=x\n0' | sessions.csv.bookmark is damaged",
        "'0\nhalf\n0' | sessions.csv.bookmark is damaged",
        "'0\npage_token=x' | sessions.csv.bookmark is damaged",
        "'0\npage_token=x\nhalf' | sessions.csv.bookmark is damaged",
      })
  void run_fileOrBookmarkIsIncomplete_saysHowToStartOver(
      String marked, String reason, FakeSpace space) throws IOException {
    Files.writeString(folder.resolve("sessions.csv.bookmark"), marked);

    assertThatThrownBy(() -> run(space))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(reason, "delete");
  }

  /** Longer or shorter, in the rows before the bookmark's length or in the header. */
  @ParameterizedTest
  @ValueSource(ints = {-30, -2, -1, 1, 2, 30})
  void run_fileWasEdited_saysHowToStartOver(int difference, FakeSpace space) throws IOException {
    stopAfterTheFirstPage(space);
    String csv = Files.readString(file);
    String edited = difference < 0 ? csv.substring(-difference) : "x".repeat(difference) + csv;
    Files.writeString(file, edited);

    assertThatThrownBy(() -> run(space))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("sessions.csv was changed", "delete", "start over");
    assertThat(file).hasContent(edited);
  }

  /** Where a row still ends at the length in the bookmark: all rows from the tenth are as long. */
  static Stream<Named<Consumer<List<String>>>> editsOfRows() {
    return Stream.of(
        Named.of("inserted", rows -> rows.add(20, rows.get(30))),
        Named.of("removed, and another appended", rows -> rows.add(rows.remove(20))),
        Named.of("swapped", rows -> Collections.swap(rows, 20, 30)),
        Named.of("same length", rows -> rows.set(20, rows.get(20).replace("standup", "Standup"))),
        Named.of("header of the same length", rows -> rows.set(0, HEADER.replace("room", "name"))));
  }

  @ParameterizedTest
  @MethodSource("editsOfRows")
  void run_rowsWereEdited_saysHowToStartOver(Consumer<List<String>> edit, FakeSpace space)
      throws IOException {
    space.setTime(Instant.parse("2026-03-02T09:00:00Z"));
    stopAfterTheFirstPage(space);
    List<String> rows = new ArrayList<>(Files.readAllLines(file));
    edit.accept(rows);
    String edited = String.join("\r\n", rows) + "\r\n";
    Files.writeString(file, edited);

    assertThatThrownBy(() -> run(space))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("sessions.csv was changed", "delete", "start over");
    assertThat(file).hasContent(edited);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sessions.csv", "sessions.csv.bookmark"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
  void run_linkInPlaceOfAFile_isNotFollowed(String name, FakeSpace space) throws IOException {
    stopAfterTheFirstPage(space);
    Path link = folder.resolve(name);
    Path other = Files.move(link, folder.resolve("other"));
    String content = Files.readString(other);
    Files.createSymbolicLink(link, other);

    assertThatThrownBy(() -> run(space))
        .isInstanceOf(IOException.class)
        .hasMessage(link + " is a symbolic link, which is not followed; delete it");
    assertThat(other).hasContent(content);
    Files.delete(other);
    assertThatThrownBy(() -> run(space)).hasMessageStartingWith(link + " is a symbolic link");
    assertThat(other).doesNotExist();
    assertThat(link).isSymbolicLink();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
  void run_linkInPlaceOfTheNewBookmark_isNotFollowed(FakeSpace space) throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "of somebody else");
    Files.createSymbolicLink(folder.resolve("sessions.csv.bookmark.new"), other);

    stopAfterTheFirstPage(space);

    assertThat(other).hasContent("of somebody else");
    assertThat(folder.resolve("sessions.csv.bookmark")).isRegularFile();
    run(space);
    assertThat(Files.readAllLines(file)).hasSize(61);
  }

  private void stopAfterTheFirstPage(FakeSpace space) {
    for (int each = 0; each < 60; each++) {
      join(space, "member-" + each).leave();
    }
    space.failNext(Failure.status(401).onOperation("list_room_sessions").skip(1));
    assertThatThrownBy(() -> run(space)).isInstanceOf(SignalWireRestError.class);
  }

  @Test
  void run_whileAnotherWritesTheFile_isRejected(FakeSpace space) throws IOException {
    Files.writeString(file, "half a table");

    try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertThat(other.lock()).isNotNull();

      assertThatThrownBy(() -> run(space)).hasMessage("another run is writing " + file);
      assertThat(file).hasContent("half a table");
    }
  }

  @Test
  void main_cursorIsNotAccepted_saysHowToStartOver(FakeSpace space) throws Exception {
    byte[] header = (HEADER + "\r\n").getBytes(UTF_8);
    Files.write(file, header);
    CRC32 checksum = new CRC32();
    checksum.update(header);
    Files.writeString(
        folder.resolve("sessions.csv.bookmark"),
        header.length + "\npage_token=PAunknown\n" + checksum.getValue());

    try (OwnProcess program = program(space)) {
      assertThat(program.errors())
          .contains("delete " + file + ".bookmark to start over", "page_token")
          .doesNotContain("was changed");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void main_fails_exitsWithOneAndResumesLater(FakeSpace space) throws Exception {
    join(space, "Ines").leave();
    space.failNext(Failure.status(401).onOperation("list_room_sessions"));

    try (OwnProcess program = program(space)) {
      assertThat(program.errors()).contains("run it again to go on", "401");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
    try (OwnProcess program = program(space)) {
      assertThat(program.errors()).isEmpty();
      assertThat(program.exitStatus()).isZero();
    }
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  /** Returns the id of a session in the middle of a page. */
  private static String sessionOn(int page, String csv) {
    return csv.lines().toList().get(50 * page - 35).replaceFirst(",.*", "");
  }

  private OwnProcess program(FakeSpace space) throws IOException {
    return OwnProcess.of(SessionExport.class, space, Map.of(), file.toString());
  }

  private void run(FakeSpace space) throws IOException {
    new SessionExport(space.getClient().video().roomSessions(), file).run();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }

  private static FakeMember join(FakeSpace space, String name) {
    RoomToken token =
        space.getClient().video().roomTokens().create(t -> t.roomName("standup").userName(name));
    return space.join(token.getToken(), name);
  }
}
