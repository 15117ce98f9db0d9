package io.github.videorooms;

/** Throws checked exceptions from where none is declared, as a program in Kotlin can. */
final class Undeclared {
  private Undeclared() {}

  /**
   * Throws any exception or error; declared to return one, so that {@code throw} can precede it.
   */
  static RuntimeException undeclared(Throwable failure) {
    Undeclared.<RuntimeException>rethrow(failure);
    throw new AssertionError("unreachable");
  }

  @SuppressWarnings("unchecked") // What the compiler checks, the JVM does not.
  private static <E extends Throwable> void rethrow(Throwable failure) throws E {
    throw (E) failure;
  }
}
