package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CallWatchTest {
  private final Queue<Runnable> scheduled = new ArrayDeque<>();
  private int ends;

  private final CallWatch.Watched call =
      new CallWatch.Watched() {
        @Override
        public void endIfOver() {
          ends++;
        }

        @Override
        public void end() {}
      };

  @Test
  void add_whileThereAreCalls_checksThemAgainAndAgain() {
    CallWatch watch = new CallWatch(scheduled::add);

    watch.add(call);
    watch.add(call);
    scheduled.remove().run();
    scheduled.remove().run();
    watch.remove(call);
    scheduled.remove().run();

    assertThat(ends).isEqualTo(2);
    assertThat(scheduled).isEmpty();
  }

  /** A thread that could not be made must not end all later checks. */
  @Test
  void add_timerHasNoThread_watchesTheNextCall() {
    boolean[] isFull = {true};
    CallWatch watch =
        new CallWatch(
            check -> {
              if (isFull[0]) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              scheduled.add(check);
            });
    assertThatThrownBy(() -> watch.add(call)).isInstanceOf(OutOfMemoryError.class);

    isFull[0] = false;
    watch.add(call);

    scheduled.remove().run();
    assertThat(ends).isEqualTo(1);
  }
}
