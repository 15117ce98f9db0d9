package io.github.videorooms;

import java.io.IOException;
import java.io.OutputStream;

/** A stream of the caller's; what was written cannot be taken back. */
final class OutputStreamTarget extends DownloadTarget {
  private final OutputStream out;

  OutputStreamTarget(OutputStream out) {
    this.out = out;
  }

  @Override
  boolean canStartOver() {
    return position == 0;
  }

  @Override
  void write(byte[] bytes, int count) throws IOException {
    out.write(bytes, 0, count);
    position += count;
  }
}
