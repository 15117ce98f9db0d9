package io.github.videorooms;

/** What a fuzz test says of each of its inputs: a million times in a minute, unlike AssertJ. */
final class FuzzAssert {
  private FuzzAssert() {}

  static void that(boolean kept, String claim) {
    if (!kept) {
      throw new AssertionError("not so: " + claim);
    }
  }
}
