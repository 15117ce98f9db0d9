package io.github.videorooms.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The file of a recording: always the same bytes, a hundred per second of the recording. */
final class Media {
  private static final int BYTES_PER_SECOND = 100;
  private static final int MOST = 10_000_000;

  /** The beginning of an MP4 file. */
  private static final byte[] START = "\0\0\0\20ftypisom\0\0\2\0".getBytes(US_ASCII);

  private Media() {}

  static int sizeOf(long seconds) {
    return (int) Math.min(MOST, START.length + seconds * BYTES_PER_SECOND);
  }

  static byte[] of(String id, int size) {
    byte[] name = id.getBytes(US_ASCII);
    byte[] file = new byte[size];
    for (int i = 0; i < size; i++) {
      file[i] = i < START.length ? START[i] : (byte) (name[i % name.length] + i / name.length);
    }
    return file;
  }
}
