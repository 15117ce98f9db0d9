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
  private long start;

  Progress(PrintStream out, int steps) {
    this.out = out;
    this.steps = steps;
  }

  /** Begins a step, and ends the one before if it goes on. */
  void begin(String step) {
    end();
    this.step++;
    name = step;
    start = System.nanoTime();
    out.printf(Locale.ROOT, "[%2d/%d] %-44s", this.step, steps, step);
    out.flush();
  }

  /** Ends the step that goes on, if there is one. */
  void end() {
    if (start != 0) {
      out.printf(Locale.ROOT, "%6.1f s%n", (System.nanoTime() - start) / 1e9);
      start = 0;
    }
  }

  /** Takes a step. What it throws leaves it the current one. */
  <T> T take(String step, Work<T> work) throws IOException, InterruptedException {
    begin(step);
    T result = work.done();
    end();
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
