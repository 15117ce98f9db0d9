package io.github.videorooms;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The chain of causes of a failure, which an interceptor of the caller's may have tied in a ring.
 */
final class Causes {
  private Causes() {}

  /** Returns the first of a failure and its causes that is of one of the types, or null. */
  static @Nullable Throwable first(Throwable failure, Class<?>... types) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
      for (Class<?> type : types) {
        if (type.isInstance(cause)) {
          return cause;
        }
      }
    }
    return null;
  }
}
