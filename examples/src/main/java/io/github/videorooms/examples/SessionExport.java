package io.github.videorooms.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.videorooms.Page;
import io.github.videorooms.Paged;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRoomSessions;
import io.github.videorooms.model.RoomSession;
import io.github.videorooms.model.RoomSessionMember;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Exports all sessions with their members as {@link Csv}: one row per member, or one without a
 * member. If a run is stopped, the next one continues after the last page in the file.
 *
 * <p>Next to the file, a bookmark contains the length of the file at the end of the last page, the
 * cursor of the next page, and a checksum of the file up to there: anything after it belongs to a
 * page that will be read again. Only one run at a time can use a file. Symbolic links are not
 * followed, since somebody else may have put them there.
 */
public final class SessionExport {
  private final VideoRoomSessions sessions;
  private final Path file;
  private final Path bookmark;

  SessionExport(VideoRoomSessions sessions, Path file) {
    this.sessions = sessions;
    this.file = file;
    this.bookmark = file.resolveSibling(file.getFileName() + ".bookmark");
  }

  public static void main(String[] arguments) {
    Path file = Path.of(arguments.length == 0 ? "sessions.csv" : arguments[0]);
    try (SignalWireRestClient client = SignalWireRestClient.fromEnv()) {
      new SessionExport(client.video().roomSessions(), file).run();
    } catch (IOException | SignalWireRestError e) {
      System.err.println(
          "The export is not complete; run it again to go on, or delete "
              + file
              + ".bookmark to start over: "
              + e);
      System.exit(1);
    }
  }

  void run() throws IOException {
    requireNoLink(file);
    requireNoLink(bookmark);
    try (FileChannel out = FileChannel.open(file, CREATE, READ, WRITE, NOFOLLOW_LINKS)) {
      lock(out);
      CRC32 checksum = new CRC32();
      for (Page<RoomSession> page : rest(out, checksum).byPage()) {
        write(out, rowsOf(page), checksum);
        mark(page, out.position(), checksum);
      }
    }
  }

  private static void requireNoLink(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      throw new IOException(path + " is a symbolic link, which is not followed; delete it");
    }
  }

  /** Locks the file until it is closed. */
  private void lock(FileChannel out) throws IOException {
    boolean isFree;
    try {
      isFree = out.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      isFree = false; // Another thread of this program has locked it.
    }
    if (!isFree) {
      throw new IOException("another run is writing " + file);
    }
  }

  /**
   * Truncates the part of the file that will be read again, and returns the pages that are not in
   * it yet.
   *
   * @param checksum updated with what remains in the file
   */
  private Paged<RoomSession> rest(FileChannel out, CRC32 checksum) throws IOException {
    Paged<RoomSession> pages = sessions.list(q -> q.pageSize(50));
    if (!Files.exists(bookmark)) {
      out.truncate(0);
      StringWriter header = new StringWriter();
      Csv.append(header, "session", "room", "start", "end", "member", "joined", "left");
      write(out, header, checksum);
      return pages;
    }
    List<String> marked = Files.readAllLines(bookmark);
    long length;
    long expected;
    try {
      length = Long.parseLong(marked.get(0));
      pages = pages.fromCursor(marked.get(1));
      expected = Long.parseLong(marked.get(2));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException(bookmark + " is damaged; delete it to start over", e);
    }
    if (!read(out, length, checksum) || checksum.getValue() != expected) {
      throw new IOException(file + " was changed; delete " + bookmark + " to start over");
    }
    out.truncate(length);
    return pages;
  }

  /** Reads the beginning of the file; returns false if the file is shorter. */
  private static boolean read(FileChannel in, long length, CRC32 checksum) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8_192);
    long left = length;
    while (left > 0 && in.read(bytes.clear().limit((int) Math.min(left, bytes.capacity()))) > 0) {
      left -= bytes.flip().remaining();
      checksum.update(bytes);
    }
    return left == 0;
  }

  private StringWriter rowsOf(Page<RoomSession> page) throws IOException {
    StringWriter rows = new StringWriter();
    for (RoomSession session : page.getItems()) {
      boolean isEmpty = true;
      for (RoomSessionMember member : sessions.listMembers(session.getId())) {
        append(rows, session, member.getName(), member.getJoinTime(), member.getLeaveTime());
        isEmpty = false;
      }
      if (isEmpty) {
        append(rows, session, null, null, null);
      }
    }
    return rows;
  }

  private static void append(
      StringWriter rows,
      RoomSession session,
      @Nullable String member,
      @Nullable Instant joined,
      @Nullable Instant left)
      throws IOException {
    Csv.append(
        rows,
        session.getId(),
        session.getName(),
        session.getStartTime(),
        session.getEndTime(),
        member,
        joined,
        left);
  }

  private static void write(FileChannel out, StringWriter rows, CRC32 checksum) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(rows.toString().getBytes(UTF_8));
    checksum.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    out.force(true);
  }

  private void mark(Page<RoomSession> page, long length, CRC32 checksum) throws IOException {
    String cursor = page.getNextCursor();
    if (cursor == null) {
      Files.deleteIfExists(bookmark);
    } else {
      Path next = file.resolveSibling(file.getFileName() + ".bookmark.new");
      // Created anew, so that nothing is written through a link that somebody put there.
      Files.deleteIfExists(next);
      List<String> lines =
          List.of(Long.toString(length), cursor, Long.toString(checksum.getValue()));
      Files.write(next, lines, CREATE_NEW, WRITE);
      Files.move(next, bookmark, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
