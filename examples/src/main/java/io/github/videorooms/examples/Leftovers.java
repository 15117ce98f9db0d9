package io.github.videorooms.examples;

import io.github.videorooms.SignalWireRestError;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The resources that a program has created and not deleted yet.
 *
 * <p>A resource is recorded before the request that creates it is sent, and removed once it is
 * known to be deleted. So the program can report what it leaves behind, whenever and however it
 * ends.
 */
final class Leftovers {
  /** Two seconds less than {@code docker stop} waits before it kills. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** How to create, find, name and delete a resource. */
  interface Kind<T> {
    /** Names the resource, even while it has no id yet; secrets are left out. */
    String label();

    T create();

    /** Finds the resource after a create whose response was lost. */
    Optional<T> find();

    String idOf(T resource);

    void delete(T resource);
  }

  private final Deque<Temporary<?>> resources = new ConcurrentLinkedDeque<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final PrintStream report;

  /**
   * Starts with nothing.
   *
   * @param report receives a line for each leftover
   */
  Leftovers(PrintStream report) {
    this.report = report;
  }

  /** Creates a resource. If that fails but the resource may exist, finds and deletes it. */
  <T> Temporary<T> create(Kind<T> kind) {
    Temporary<T> temporary = new Temporary<>(kind);
    resources.push(temporary);
    try {
      temporary.resource = kind.create();
      return temporary;
    } catch (RuntimeException | Error e) {
      temporary.cleanUpAfter(e);
      throw e;
    }
  }

  /**
   * Lets Ctrl-C and SIGTERM interrupt the current thread, which then has eight seconds to clean up
   * and call {@link #finish}; after that, what is left is reported.
   */
  void cleanUpOnShutdown() {
    Runtime.getRuntime().addShutdownHook(hook(Thread.currentThread(), PATIENCE));
  }

  /**
   * Waits for {@link #finish}, not for the thread, which may itself be waiting in {@code
   * System.exit}.
   */
  Thread hook(Thread program, Duration patience) {
    return new Thread(
        () -> {
          if (finished.getCount() == 0) {
            return;
          }
          program.interrupt();
          try {
            if (!finished.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
              report();
            }
          } catch (InterruptedException e) {
            report();
          }
        },
        "clean-up");
  }

  /** Reports what is left, and lets a shutdown continue. */
  void finish() {
    report();
    finished.countDown();
  }

  private void report() {
    resources.forEach(resource -> report.println(resource));
    report.flush();
  }

  private static boolean mayHaveCreated(Throwable failure) {
    return !(failure instanceof SignalWireRestError)
        || ((SignalWireRestError) failure).mayHaveTakenEffect();
  }

  /**
   * Runs the cleanup to its end, even on an interrupted thread, where a call would fail at once. A
   * cleanup that is interrupted is run again, which is safe: it ignores resources that are already
   * deleted.
   */
  private static void uninterrupted(Runnable cleanUp) {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          cleanUp.run();
          return;
        } catch (RuntimeException e) {
          if (!Thread.interrupted()) {
            throw e;
          }
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A resource that is deleted when it is closed. */
  final class Temporary<T> implements AutoCloseable {
    private final Kind<T> kind;
    private volatile @Nullable T resource;

    private Temporary(Kind<T> kind) {
      this.kind = kind;
    }

    T get() {
      T created = resource;
      if (created == null) {
        throw new IllegalStateException("not created: " + kind.label());
      }
      return created;
    }

    /** Deletes the resource; does nothing if it has been deleted in the meantime. */
    @Override
    public void close() {
      uninterrupted(
          () -> {
            try {
              kind.delete(get());
            } catch (SignalWireRestError e) {
              if (!e.isNotFound()) {
                throw e;
              }
            }
            resources.remove(this);
          });
    }

    private void cleanUpAfter(Throwable failure) {
      if (!mayHaveCreated(failure)) {
        resources.remove(this);
        return;
      }
      try {
        uninterrupted(
            () ->
                kind.find()
                    .ifPresent(
                        found -> {
                          resource = found;
                          close();
                        }));
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
      }
    }

    /** Returns the line that reports the resource as a leftover. */
    @Override
    public String toString() {
      T created = resource;
      return created == null
          ? "May be left behind: " + kind.label() + " (its creation was not confirmed)"
          : "Left behind: " + kind.label() + ", id " + kind.idOf(created);
    }
  }
}
