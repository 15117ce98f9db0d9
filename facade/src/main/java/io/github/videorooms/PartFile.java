package io.github.videorooms;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that has arrived, beside the file: {@code name.version.uuid.part}, with a hash
 * instead of a name that would make that too long.
 *
 * <p>A part belongs to the download that has locked it. Its name is never used again, so no two
 * downloads write to the same one. One that nobody has locked was left behind: it is continued, or
 * deleted if its version is not known or there is a longer one.
 */
final class PartFile extends DownloadTarget implements Closeable {
  private static final String UUID_PATTERN =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  /**
   * The parts that this process has locked: to open one of them once more and close it would
   * release the lock on some systems.
   */
  private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

  /** File systems take 255 bytes, of which version, UUID and extension need 59. */
  private static final int MAX_NAME_BYTES = 255 - 59;

  private final Path file;
  private final String prefix;
  private final Pattern names;
  private @Nullable Path part;
  private @Nullable FileChannel channel;
  private boolean complete;

  private PartFile(Path file, String name) {
    boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES;
    this.file = file;
    this.prefix = fits ? name : hash(name);
    this.names =
        Pattern.compile(
            Pattern.quote(prefix) + "\\.(?:([0-9a-f]{16})\\.)?" + UUID_PATTERN + "\\.part");
  }

  /**
   * Returns the part of a file, with what an earlier download has left of it.
   *
   * @throws IOException if the file could not be put in its place, such as one whose name is too
   *     long, or the folder cannot be read
   */
  static PartFile of(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path name = absolute.getFileName();
    if (name == null || !isReplaceable(absolute)) {
      throw new FileSystemException(file.toString(), null, "exists, but is not a regular file");
    }
    Path folder = requireNonNull(absolute.getParent(), "folder").toRealPath();
    PartFile part = new PartFile(folder.resolve(name), name.toString());
    try {
      part.adoptLeftover(folder);
      return part;
    } catch (IOException e) {
      part.close();
      throw e;
    }
  }

  private static boolean isReplaceable(Path file) throws IOException {
    try {
      BasicFileAttributes existing =
          Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
      return existing.isRegularFile() || existing.isSymbolicLink();
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  private void adoptLeftover(Path folder) throws IOException {
    for (Path each : leftovers(folder)) {
      FileChannel locked = lock(each);
      if (locked != null) {
        adoptOrDelete(each, locked);
      }
    }
  }

  /** Goes on one byte before the end, so that there is one to ask for if nothing is missing. */
  private void adoptOrDelete(Path leftover, FileChannel locked) throws IOException {
    Matcher name = names.matcher(String.valueOf(leftover.getFileName()));
    String leftoverVersion = name.matches() ? name.group(1) : null;
    try {
      long size = locked.size();
      if (part == null && leftoverVersion != null && size > 1) {
        part = leftover;
        channel = locked;
        version = leftoverVersion;
        position = size - 1;
        locked.truncate(position).position(position);
      } else {
        Files.deleteIfExists(leftover);
      }
    } finally {
      if (!leftover.equals(part)) {
        release(leftover, locked);
      }
    }
  }

  /** Returns the parts of the file, the longest first. */
  private List<Path> leftovers(Path folder) throws IOException {
    List<Path> leftovers = new ArrayList<>();
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(
            folder, each -> names.matcher(String.valueOf(each.getFileName())).matches())) {
      parts.forEach(leftovers::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Map<Path, Long> sizes = new HashMap<>(); // as they are now: some grow meanwhile
    leftovers.forEach(each -> sizes.put(each, sizeOf(each)));
    leftovers.sort(Comparator.comparing(sizes::get, Comparator.reverseOrder()));
    return leftovers;
  }

  private static long sizeOf(Path part) {
    try {
      return Files.size(part);
    } catch (IOException e) {
      return -1; // Its download has just completed.
    }
  }

  /** Opens a part that no download has, in this process or another one; returns null otherwise. */
  private static @Nullable FileChannel lock(Path part) {
    if (!Files.isRegularFile(part, NOFOLLOW_LINKS) || !LOCKED.add(part)) {
      return null;
    }
    FileChannel opened = null;
    try {
      opened = FileChannel.open(part, StandardOpenOption.WRITE, NOFOLLOW_LINKS);
      // Before it was locked here, its download may have moved it to where it belongs.
      if (opened.tryLock() != null && Files.exists(part, NOFOLLOW_LINKS)) {
        return opened;
      }
    } catch (IOException | OverlappingFileLockException e) {
      // It is another user's, or there are no locks here: then it is left alone.
    }
    release(part, opened);
    return null;
  }

  private static void release(Path part, @Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // What has to be on the disk was forced there before.
    } finally {
      LOCKED.remove(part);
    }
  }

  @Override
  boolean canStartOver() {
    return true;
  }

  @Override
  void start(@Nullable String validator) throws IOException {
    discard();
    super.start(validator);
    while (!create()) {}
  }

  /** Returns false if somebody took the new part for abandoned, before it was locked. */
  private boolean create() throws IOException {
    String tag = version == null ? "" : version + ".";
    Path created = file.resolveSibling(prefix + "." + tag + UUID.randomUUID() + ".part");
    LOCKED.add(created);
    part = created;
    FileChannel opened =
        FileChannel.open(created, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel = opened;
    try {
      if (opened.tryLock() != null && Files.exists(created, NOFOLLOW_LINKS)) {
        return true;
      }
    } catch (OverlappingFileLockException e) {
      // It is locked by this class of another class loader.
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      return true; // There are no locks here: then nobody takes it for abandoned either.
    }
    part = null;
    release(created, opened);
    return false;
  }

  @Override
  void write(byte[] bytes, int count) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
    while (rest.hasRemaining()) {
      position += open().write(rest);
    }
  }

  /** Puts the file in its place, once all of it is on the disk. */
  void complete() throws IOException {
    open().force(true);
    // Still locked, so that nobody takes it for abandoned.
    Files.move(requireNonNull(part, "part"), file, StandardCopyOption.ATOMIC_MOVE);
    complete = true;
  }

  private FileChannel open() {
    return requireNonNull(channel, "start() was not called");
  }

  private void discard() throws IOException {
    Path discarded = part;
    if (discarded != null) {
      part = null;
      try {
        Files.deleteIfExists(discarded);
      } finally {
        release(discarded, channel);
      }
    }
  }

  /** Leaves a part that can be continued, and no other. */
  @Override
  public void close() throws IOException {
    if (part != null && (complete || isResumable())) {
      release(part, channel);
    } else {
      discard();
    }
  }
}
