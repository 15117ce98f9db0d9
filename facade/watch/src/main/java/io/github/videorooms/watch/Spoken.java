package io.github.videorooms.watch;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What was said since it was last asked for. The instrumented code calls it, so that it is public;
 * it keeps what it gets and looks at nothing.
 */
public final class Spoken {
  private static final Spoken CURRENT = new Spoken();

  private final Set<Utterance> texts = new LinkedHashSet<>();
  private final Set<Throwable> failures = Collections.newSetFromMap(new IdentityHashMap<>());

  private Spoken() {}

  /** Notes what an object's {@code toString} returned. */
  public static void said(Object speaker, String text) {
    CURRENT.add(new Utterance(speaker.getClass().getSimpleName() + ".toString()", text));
  }

  /** Notes what was thrown, or made to be thrown; it is looked at later, when it is complete. */
  public static void failed(Throwable failure) {
    CURRENT.add(failure);
  }

  static void logged(String logger, String text) {
    CURRENT.add(new Utterance("a record of the logger " + logger, text));
  }

  /** Returns all that was said since the last time, in single texts. */
  static Collection<Utterance> take() {
    return CURRENT.takeAll();
  }

  private synchronized void add(Utterance utterance) {
    texts.add(utterance);
  }

  private synchronized void add(Throwable failure) {
    failures.add(failure);
  }

  private Collection<Utterance> takeAll() {
    Set<Utterance> all;
    Set<Throwable> thrown;
    synchronized (this) {
      all = new LinkedHashSet<>(texts);
      thrown = Collections.newSetFromMap(new IdentityHashMap<>());
      thrown.addAll(failures);
      texts.clear();
      failures.clear();
    }
    for (Throwable failure : thrown) {
      all.addAll(Utterance.allOf(failure));
    }
    return all;
  }
}
