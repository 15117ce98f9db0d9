package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the line of a node in a file, for error messages. The text is parsed on first use. */
final class FilePositions {
  private final String text;
  private boolean parsed;
  private @Nullable Node root;

  private FilePositions(String text) {
    this.text = text;
  }

  /** Returns the positions in a YAML or JSON text, which need not be an OpenAPI document. */
  static FilePositions of(String text) {
    return new FilePositions(text);
  }

  /**
   * Returns the line of a node, counted from 1, or of its closest existing ancestor; empty if
   * neither exists or the text cannot be parsed.
   *
   * @param path the path from the root to the node: keys, and list indexes from 0
   */
  OptionalInt line(List<String> path) {
    Step step = new Step(root(), OptionalInt.empty());
    for (String key : path) {
      Step next = step.to(key);
      if (next.node == null) {
        return step.line;
      }
      step = next;
    }
    return path.isEmpty() && step.node != null ? lineOf(step.node) : step.line;
  }

  /**
   * Returns the line of a node given by its dotted path, such as {@code paths./rooms/{id}.get}. Of
   * several keys that match, as keys may contain dots, the longest one counts.
   */
  OptionalInt line(String where) {
    Step step = new Step(root(), OptionalInt.empty());
    for (String rest = where; !rest.isEmpty(); ) {
      String key = step.longestKeyOf(rest);
      Step next = step.to(key);
      if (next.node == null) {
        return step.line;
      }
      step = next;
      rest = rest.substring(Math.min(rest.length(), key.length() + 1));
    }
    return step.line;
  }

  private @Nullable Node root() {
    if (!parsed) {
      parsed = true;
      try {
        root = DocumentYaml.compose(VendorFile.asYaml("", text));
      } catch (YAMLException | IllegalArgumentException | UnusableDocument e) {
        root = null;
      }
    }
    return root;
  }

  private static OptionalInt lineOf(Node node) {
    return OptionalInt.of(node.getStartMark().getLine() + 1);
  }

  /** A node, and the line of its key. */
  private record Step(@Nullable Node node, OptionalInt line) {
    Step to(String key) {
      if (node instanceof MappingNode mapping) {
        for (NodeTuple field : mapping.getValue()) {
          if (key.equals(name(field))) {
            return new Step(field.getValueNode(), lineOf(field.getKeyNode()));
          }
        }
      } else if (node instanceof SequenceNode sequence && key.matches("\\d{1,6}")) {
        List<Node> items = sequence.getValue();
        int index = Integer.parseInt(key);
        if (index < items.size()) {
          return new Step(items.get(index), lineOf(items.get(index)));
        }
      }
      return new Step(null, OptionalInt.empty());
    }

    String longestKeyOf(String where) {
      String longest = "";
      if (node instanceof MappingNode mapping) {
        for (NodeTuple field : mapping.getValue()) {
          String name = name(field);
          if (name.length() > longest.length() && (where + ".").startsWith(name + ".")) {
            longest = name;
          }
        }
      }
      return longest.isEmpty() ? where.split("\\.", 2)[0] : longest;
    }

    private static String name(NodeTuple field) {
      Node key = field.getKeyNode();
      return key instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
  }
}
