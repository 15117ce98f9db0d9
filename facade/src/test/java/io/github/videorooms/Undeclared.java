package io.github.videorooms;

/** Throws checked exceptions from where none is declared, as a program in Kotlin can. */
final class Undeclared {
  private Undeclared() {}

  /**
   * Throws any exception or error; declared to return one, so that {@code throw} can precede it.
   */
  static RuntimeException undeclared(Throwable thrown) {
    Undeclared.<RuntimeException>rethrow(thrown);
    throw new AssertionError("unreachable");
  }

  @SuppressWarnings("unchecked") // What the compiler checks, the JVM does not.
  private static <E extends Throwable> void rethrow(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
