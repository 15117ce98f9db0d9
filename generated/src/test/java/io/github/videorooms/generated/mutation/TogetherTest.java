package io.github.videorooms.generated.mutation;

import static io.github.videorooms.generated.mutation.Kind.LIMIT;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final Tree DOCUMENT = new Tree("{limits: {length: 3, width: 4}, colours: [red]}");

  private final Mutation longer = edit("longer", tree -> tree.object("limits").put("length", 5));
  private final Mutation longest = edit("longest", tree -> tree.object("limits").put("length", 9));
  private final Mutation wider = edit("wider", tree -> tree.object("limits").put("width", 5));
  private final Mutation green = edit("green", tree -> tree.list("colours").add("green"));
  private final Mutation blue = edit("blue", tree -> tree.list("colours").add("blue"));
  private final Mutation renamed =
      edit("renamed", tree -> Tree.rename(tree.root(), "limits", "bounds"));
  private final Mutation copied =
      edit("copied", tree -> tree.root().put("copy", tree.object("limits").get("length")));

  @Test
  void of_editsOfDifferentNodes_combinesThem() {
    List<Together> groups = Together.of(DOCUMENT, List.of(longer, wider, green));

    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).edited().root())
        .isEqualTo(
            Map.of("limits", Map.of("length", 5, "width", 5), "colours", List.of("red", "green")));
  }

  @Test
  void of_editsOfOneValue_separatesThem() {
    assertThat(Together.of(DOCUMENT, List.of(longer, longest))).hasSize(2);
  }

  @Test
  void of_editsOfOneList_separatesThem() {
    assertThat(Together.of(DOCUMENT, List.of(green, blue))).hasSize(2);
  }

  @Test
  void of_editWhoseNodeWasMoved_separatesThem() {
    assertThat(Together.of(DOCUMENT, List.of(renamed, wider))).hasSize(2);
  }

  @Test
  void of_editThatReadsWhatAnotherWrites_separatesThem() {
    assertThat(Together.of(DOCUMENT, List.of(longer, copied))).hasSize(2);
  }

  private static Mutation edit(String name, Consumer<Tree> edit) {
    return Mutation.of(LIMIT, name, NONE, NONE, edit);
  }
}
