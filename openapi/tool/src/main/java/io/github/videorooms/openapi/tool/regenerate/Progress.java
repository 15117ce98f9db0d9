package io.github.videorooms.openapi.tool.regenerate;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** Tells of each step as it is taken: its number, its name, and how long it took. */
final class Progress {
  private final PrintStream out;
  private final int steps;
  private int step;
  private String name = "";

  Progress(PrintStream out, int steps) {
    this.out = out;
    this.steps = steps;
  }

  /** Takes a step. What it throws leaves it the current one. */
  <T> T take(String step, Work<T> work) throws IOException, InterruptedException {
    this.step++;
    name = step;
    out.printf(Locale.ROOT, "[%2d/%d] %-44s", this.step, steps, step);
    out.flush();
    long start = System.nanoTime();
    T result = work.done();
    out.printf(Locale.ROOT, "%6.1f s%n", (System.nanoTime() - start) / 1e9);
    return result;
  }

  /** Tells in which step it ended, and why. */
  void failed(String why) {
    out.printf(Locale.ROOT, "%n%nStep %d of %d (%s) failed.%n%s%n", step, steps, name, why);
  }

  /** What is done in a step. */
  interface Work<T> {
    T done() throws IOException, InterruptedException;
  }
}
