package io.github.videorooms.openapi.tool.incoming;

import static java.util.stream.Collectors.toUnmodifiableList;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes to a document, in the OpenAPI Overlay format 1.0, carried out from top to bottom. */
public final class Overlay {
  private final List<Action> actions;

  private Overlay(List<Action> actions) {
    this.actions = actions;
  }

  /** Reads an overlay from a file. */
  public static Overlay read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  /**
   * Reads an overlay.
   *
   * @throws IllegalArgumentException if an action is none
   */
  public static Overlay parse(String text) {
    Map<String, @Nullable Object> tree = DocumentYaml.read(text);
    if (!String.valueOf(tree.get("overlay")).startsWith("1.")) {
      throw new IllegalArgumentException("An overlay begins with overlay: 1.0.0");
    }
    return new Overlay(
        Tree.list(tree.get("actions")).stream()
            .map(action -> new Action(Tree.object(action)))
            .collect(toUnmodifiableList()));
  }

  /** Changes a tree, and returns the descriptions of the actions that found something to change. */
  public List<String> apply(Map<String, @Nullable Object> tree) {
    List<String> effective = new ArrayList<>();
    for (Action action : actions) {
      Map<String, @Nullable Object> before = Tree.copy(tree);
      action.apply(tree);
      if (!before.equals(tree)) {
        effective.add(action.description);
      }
    }
    return effective;
  }

  /** What every action is for, from top to bottom. */
  public List<String> descriptions() {
    return actions.stream().map(action -> action.description).collect(toUnmodifiableList());
  }

  private static final class Action {
    private final JsonPath target;
    private final String description;
    private final boolean remove;
    private final @Nullable Object update;

    Action(Map<String, @Nullable Object> node) {
      this.target = JsonPath.of(Tree.text(node.get("target")));
      this.description = Tree.text(node.get("description"));
      this.remove = Boolean.TRUE.equals(node.get("remove"));
      this.update = node.get("update");
    }

    void apply(Map<String, @Nullable Object> tree) {
      List<JsonPath.Place> places = target.select(tree);
      if (remove) {
        JsonPath.Place.removeAll(places);
      } else if (update != null) {
        places.forEach(place -> merge(place.value(), update));
      }
    }

    /** Objects are merged member by member; a list grows; anything else is replaced. */
    private static void merge(@Nullable Object node, @Nullable Object update) {
      if (node instanceof List) {
        Tree.list(node).add(Tree.copy(update));
        return;
      }
      Map<String, @Nullable Object> object = Tree.object(node);
      Tree.object(update)
          .forEach(
              (name, value) -> {
                @Nullable Object present = object.get(name);
                if (present instanceof Map && value instanceof Map) {
                  merge(present, value);
                } else if (present instanceof List && value instanceof List) {
                  Tree.list(present).addAll(Tree.list(Tree.copy(value)));
                } else {
                  object.put(name, Tree.copy(value));
                }
              });
    }
  }
}
