package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.LineBreak;
import org.yaml.snakeyaml.Yaml;

/** The ways to write one document as text: YAML and JSON in several styles. */
enum Spelling {
  YAML {
    @Override
    String write(Map<String, Object> tree) {
      return DocumentYaml.write(tree);
    }
  },
  YAML_WITH_ANCHORS {
    @Override
    String write(Map<String, Object> tree) {
      return new Yaml().dump(Sharing.shared(tree));
    }
  },
  YAML_NARROW {
    @Override
    String write(Map<String, Object> tree) {
      return "# A comment.\n---\n" + yaml(FlowStyle.BLOCK, 40, LineBreak.WIN, tree);
    }
  },
  YAML_FLOW {
    @Override
    String write(Map<String, Object> tree) {
      return yaml(FlowStyle.FLOW, 10_000, LineBreak.UNIX, tree);
    }
  },
  YAML_FLOW_FOLDED {
    @Override
    String write(Map<String, Object> tree) {
      return yaml(FlowStyle.FLOW, 40, LineBreak.UNIX, tree);
    }
  },
  JSON {
    @Override
    String write(Map<String, Object> tree) {
      return json(tree, "", "/");
    }
  },
  JSON_PRETTY {
    @Override
    String write(Map<String, Object> tree) {
      return "\uFEFF" + json(tree, "\r\n\t", "\\/");
    }
  };

  abstract String write(Map<String, Object> tree);

  private static String yaml(FlowStyle flow, int width, LineBreak lines, Map<String, Object> tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(flow);
    options.setLineBreak(lines);
    options.setDereferenceAliases(true);
    options.setWidth(width);
    return new Yaml(options).dump(tree);
  }

  private static String json(Object node, String line, String slash) {
    StringBuilder text = new StringBuilder();
    if (node instanceof Map) {
      Node.of(node)
          .object()
          .forEach(
              (key, value) ->
                  text.append(text.isEmpty() ? "" : ",")
                      .append(line)
                      .append(json(key, line, slash))
                      .append(line.isEmpty() ? ":" : " : ")
                      .append(json(value, line, slash)));
      return "{" + text + line + "}";
    }
    if (node instanceof List) {
      for (Object each : Node.of(node).list()) {
        text.append(text.isEmpty() ? "" : ",").append(line).append(json(each, line, slash));
      }
      return "[" + text + "]";
    }
    if (node instanceof String string) {
      string.chars().forEach(each -> text.append(character((char) each, slash)));
      return "\"" + text + "\"";
    }
    return String.valueOf(node);
  }

  private static String character(char letter, String slash) {
    return switch (letter) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '/' -> slash;
      case '_' -> slash.length() > 1 ? "\\u005f" : "_";
      default ->
          letter < ' ' || letter > '~' ? String.format("\\u%04x", (int) letter) : "" + letter;
    };
  }
}
