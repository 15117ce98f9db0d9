package io.github.videorooms.openapi.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiDiffTest {
  private static final String ROOM =
      """
      public final class p.Room<T>
        public String getName()
        public String toString()
      """;

  @Test
  void of_sameListings_isEmpty() {
    assertThat(ApiDiff.of(ROOM, ROOM)).isEmpty();
  }

  @Test
  void of_changedMember_isShownBelowItsType() {
    assertThat(ApiDiff.of(ROOM, ROOM.replace("String getName", "@Nullable String getName")))
        .isEqualTo(
            """
              public final class p.Room<T>
            -   public String getName()
            +   public @Nullable String getName()
            """);
  }

  @Test
  void of_changedDeclaration_leavesItsMembersOut() {
    assertThat(ApiDiff.of(ROOM, ROOM.replace("final ", "")))
        .isEqualTo(
            """
            - public final class p.Room<T>
            + public class p.Room<T>
            """);
  }

  @Test
  void of_newTypeWithMembersOfTheSameText_isShownWhole() {
    String layout = ROOM.replace("p.Room<T>", "p.Layout");
    assertThat(ApiDiff.of(ROOM, layout + "\n" + ROOM))
        .isEqualTo(layout.lines().map(line -> "+ " + line + "\n").reduce("", String::concat));
  }
}
