package io.github.videorooms.openapi.tool.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiChangesTest {
  private static final String ROOM =
      """
      public final class p.Room implements p.Named
        public p.Room copy(String, @Nullable String)
        public String getName()
        public @Nullable String getNote()
      """;

  @Test
  void result_nowNullable_breaks() {
    assertThat(changed("String getName", "@Nullable String getName").breaks())
        .containsExactly("p.Room: public String getName()");
  }

  @Test
  void result_noLongerNull_isAdditive() {
    assertSeverity(changed("@Nullable String getNote", "String getNote"), Severity.ADDITIVE);
  }

  @Test
  void parameter_nowNullable_isAdditive() {
    assertSeverity(changed("copy(String,", "copy(@Nullable String,"), Severity.ADDITIVE);
  }

  @Test
  void parameter_noLongerNullable_breaks() {
    assertSeverity(changed(", @Nullable String)", ", String)"), Severity.BREAKING);
  }

  @Test
  void method_removed_breaks() {
    assertSeverity(changed("  public String getName()\n", ""), Severity.BREAKING);
  }

  @Test
  void method_new_isAdditive() {
    assertSeverity(
        changed("  public String getName()\n", "  public String getName()\n  public int size()\n"),
        Severity.ADDITIVE);
  }

  @Test
  void type_removed_isOneBreak() {
    assertThat(ApiChanges.between("p", ROOM, "").breaks()).containsExactly("p.Room is removed");
  }

  @Test
  void type_nowExtensible_isAdditive() {
    assertSeverity(changed("final class", "class"), Severity.ADDITIVE);
  }

  @Test
  void type_withAnAdditionalInterface_isAdditive() {
    assertSeverity(changed("p.Named", "p.Named, p.Sized"), Severity.ADDITIVE);
  }

  @Test
  void type_withoutAnInterface_breaks() {
    assertSeverity(changed(" implements p.Named", ""), Severity.BREAKING);
  }

  @Test
  void interface_withAnAdditionalAbstractMethod_breaks() {
    String listener = "public interface p.Listener\n  public abstract void onStart()\n";
    assertSeverity(
        ApiChanges.between("p", listener, listener + "  public abstract void onEnd()\n"),
        Severity.BREAKING);
  }

  @Test
  void interface_thatRetrofitImplements_mayGetMethods() {
    String api = "public interface io.github.videorooms.api.LogsApi\n  public abstract void a()\n";
    assertSeverity(
        ApiChanges.between("p", api, api + "  public abstract void b()\n"), Severity.ADDITIVE);
  }

  @Test
  void verdict_sameListings_isUnchanged() {
    assertThat(changed("", "").verdict().changed()).isFalse();
  }

  private static ApiChanges changed(String before, String after) {
    String changed = before.isEmpty() ? ROOM : ROOM.replace(before, after);
    return ApiChanges.between("p", ROOM, changed);
  }

  private static void assertSeverity(ApiChanges changes, Severity expected) {
    assertThat(changes.verdict().java()).as(changes.lines()).isEqualTo(expected);
  }
}
