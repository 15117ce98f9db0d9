package io.github.videorooms.openapi.tool.regenerate;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process with all its descendants, which are ended when this JVM exits. */
final class ProcessTree implements AutoCloseable {
  private static final int SECONDS_TO_END = 5;

  private final Process process;
  private final Thread hook = new Thread(this::end, "end of the build");

  ProcessTree(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void end() {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    all.forEach(ProcessHandle::destroy);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
    all.forEach(each -> await(each, deadline));
  }

  private static void await(ProcessHandle handle, long deadline) {
    try {
      handle.onExit().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (Exception e) { // Timed out or interrupted.
      handle.destroyForcibly();
    }
  }

  /** Ends the process if it is still running. */
  @Override
  public void close() {
    if (process.isAlive()) {
      end();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down, so the hook is already running.
    }
  }
}
