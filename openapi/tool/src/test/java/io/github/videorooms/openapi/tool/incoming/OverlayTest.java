package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlayTest {
  private final Map<String, Object> tree =
      DocumentYaml.read("{room: {name: a, tags: [x], door: {open: true}}, list: [1, 2, 3, 2]}");

  @Test
  void apply_update_mergesMembers() {
    apply("{target: $.room, update: {name: b, door: {wide: true}, size: 3}}");

    assertThat(tree.get("room"))
        .isEqualTo(
            DocumentYaml.read("{name: b, tags: [x], door: {open: true, wide: true}, size: 3}"));
  }

  @Test
  void apply_updateOfAListMember_appends() {
    apply("{target: $.room, update: {tags: [y]}}");

    assertThat(tree.get("room"))
        .isEqualTo(DocumentYaml.read("{name: a, tags: [x, y], door: {open: true}}"));
  }

  @Test
  void apply_updateOfAList_appendsOneItem() {
    apply("{target: $.list, update: {name: new}}");

    assertThat(tree.get("list")).asList().hasSize(5).last().isEqualTo(Map.of("name", "new"));
  }

  @Test
  void apply_remove_takesEveryPlaceOut() {
    apply("{target: '$.list[?@ == 2]', remove: true}", "{target: $.room.name, remove: true}");

    assertThat(tree)
        .isEqualTo(DocumentYaml.read("{room: {tags: [x], door: {open: true}}, list: [1, 3]}"));
  }

  @Test
  void apply_severalActions_seeWhatThoseBeforeDid() {
    apply(
        "{target: $.room, update: {lock: {kind: old}}}",
        "{target: \"$.room[?@.kind == 'old']\", update: {kind: new}}");

    assertThat(tree.get("room"))
        .isEqualTo(
            DocumentYaml.read("{name: a, tags: [x], door: {open: true}, lock: {kind: new}}"));
  }

  @Test
  void apply_actions_tellsWhichFoundSomethingToChange() {
    assertThat(
            overlay(
                    "{target: $.room, description: sets, update: {name: b}}",
                    "{target: $.room, description: repeats, update: {name: b}}",
                    "{target: $.hall, description: misses, remove: true}")
                .apply(tree))
        .containsExactly("sets");
  }

  @Test
  void parse_otherDocument_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Overlay.parse("openapi: 3.0.3"));
  }

  private void apply(String... actions) {
    overlay(actions).apply(tree);
  }

  private static Overlay overlay(String... actions) {
    return Overlay.parse("overlay: 1.0.0\nactions:\n- " + String.join("\n- ", actions));
  }
}
