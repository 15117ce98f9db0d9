package io.github.videorooms.watch;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The texts and failures observed since they were last taken. Public because the instrumented code
 * calls it; it only collects, so that it does not disturb that code.
 */
public final class ObservedTexts {
  private static final ObservedTexts CURRENT = new ObservedTexts();

  private final Set<ObservedText> texts = new LinkedHashSet<>();
  private final Set<Throwable> failures = Collections.newSetFromMap(new IdentityHashMap<>());

  private ObservedTexts() {}

  /** Adds what an object's {@code toString} returned. */
  public static void returned(Object object, String text) {
    CURRENT.add(new ObservedText(object.getClass().getSimpleName() + ".toString()", text));
  }

  /**
   * Adds what was thrown, or created to be thrown; its texts are read later, once it is complete.
   */
  public static void thrown(Throwable failure) {
    CURRENT.add(failure);
  }

  static void logged(String logger, String text) {
    CURRENT.add(new ObservedText("a record of logger " + logger, text));
  }

  /** Returns all texts observed since the last time, and removes them. */
  static Collection<ObservedText> take() {
    return CURRENT.takeAll();
  }

  private synchronized void add(ObservedText text) {
    texts.add(text);
  }

  private synchronized void add(Throwable failure) {
    failures.add(failure);
  }

  private Collection<ObservedText> takeAll() {
    Set<ObservedText> all;
    Set<Throwable> thrown;
    synchronized (this) {
      all = new LinkedHashSet<>(texts);
      thrown = Collections.newSetFromMap(new IdentityHashMap<>());
      thrown.addAll(failures);
      texts.clear();
      failures.clear();
    }
    for (Throwable failure : thrown) {
      all.addAll(ObservedText.allOf(failure));
    }
    return all;
  }
}
