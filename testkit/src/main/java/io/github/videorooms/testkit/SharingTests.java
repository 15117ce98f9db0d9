package io.github.videorooms.testkit;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tests that are running with one shared space, and their classes. */
final class SharingTests {
  private final Set<String> classes = new HashSet<>();
  private int running;
  private boolean oneFailed;

  synchronized void classStarted(String id) {
    classes.add(id);
  }

  synchronized void started() {
    running++;
  }

  /**
   * Ends a test. Checks and removes the queued failures, once no other test can still use one.
   *
   * @param failed whether the test failed or was aborted
   * @param space null if it was not started
   * @throws AssertionError if no request used one of them, and no test failed
   */
  synchronized void finished(boolean failed, @Nullable FakeSpace space) {
    running--;
    oneFailed |= failed;
    if (running == 0) {
      takeFailures(space);
    }
  }

  /**
   * Ends a class. Checks and removes the failures that were queued after its last test, unless
   * another class is running, apart from its enclosing classes.
   *
   * @param id the id of the class, which begins with the id of its enclosing class
   * @param failed whether the class itself has failed
   * @param space null if it was not started
   * @throws AssertionError as {@link #finished} does
   */
  synchronized void classFinished(String id, boolean failed, @Nullable FakeSpace space) {
    classes.remove(id);
    oneFailed |= failed;
    if (running == 0 && classes.stream().allMatch(id::startsWith)) {
      takeFailures(space);
    }
  }

  private void takeFailures(@Nullable FakeSpace space) {
    boolean failed = oneFailed;
    oneFailed = false;
    if (space != null) {
      FakeSpaceExtension.requireNone(space.takeUnusedFailures(), failed);
    }
  }
}
