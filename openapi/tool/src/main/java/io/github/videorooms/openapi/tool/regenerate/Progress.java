package io.github.videorooms.openapi.tool.regenerate;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** Prints the steps of a run: number, name and duration. */
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

  /** Begins a step, and ends the previous one if it is still running. */
  void begin(String step) {
    end();
    this.step++;
    name = step;
    start = System.nanoTime();
    out.printf(Locale.ROOT, "[%2d/%d] %-44s", this.step, steps, step);
    out.flush();
  }

  /** Ends the current step, if any. */
  void end() {
    if (start != 0) {
      out.printf(Locale.ROOT, "%6.1f s%n", (System.nanoTime() - start) / 1e9);
      start = 0;
    }
  }

  /** Runs a step. If it throws, it stays the current step. */
  <T> T take(String step, Work<T> work) throws IOException, InterruptedException {
    begin(step);
    T result = work.done();
    end();
    return result;
  }

  /** Prints in which step the run failed, and why. */
  void failed(String why) {
    out.printf(Locale.ROOT, "%n%nStep %d of %d (%s) failed.%n%s%n", step, steps, name, why);
  }

  /** Prints a problem that does not end the run. */
  void warn(String what) {
    out.println(what);
  }

  /** The work of a step. */
  interface Work<T> {
    T done() throws IOException, InterruptedException;
  }
}
