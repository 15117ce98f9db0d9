package io.github.videorooms.openapi.tool;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads and writes YAML documents as trees of maps with string keys, lists and scalars. */
public final class DocumentYaml {
  private static final int MAX_CODE_POINTS = 32 * 1024 * 1024;
  private static final int MAX_ALIASES = 1_000;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_NODES = 2_000_000;
  private static final int LINE_WIDTH = 100;

  /** Reads a document; rejects text that is too large, too deep or ambiguous. */
  public static Map<String, @Nullable Object> read(Path file) throws IOException {
    return read(Files.readString(file));
  }

  /** Reads a document; rejects text that is too large, too deep or ambiguous. */
  public static Map<String, @Nullable Object> read(String text) {
    Object root = loaded(() -> yaml().load(text));
    if (!(root instanceof Map)) {
      throw new IllegalArgumentException("the document is not a YAML mapping");
    }
    return new Copy().map((Map<?, ?>) root, 0);
  }

  /** Parses a document into YAML nodes with positions in the text. */
  public static @Nullable Node compose(String text) {
    return loaded(() -> yaml().compose(new StringReader(text)));
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setAllowDuplicateKeys(false);
    return new Yaml(
        new TextKeys(options),
        new Representer(new DumperOptions()),
        new DumperOptions(),
        options,
        new CoreScalars());
  }

  /** Runs the parser. Its exceptions without a position in the text are exceeded limits. */
  private static <T extends @Nullable Object> T loaded(Supplier<T> work) {
    try {
      return work.get();
    } catch (MarkedYAMLException | ReaderException e) {
      throw e;
    } catch (YAMLException e) {
      throw new DocumentLimitExceeded(String.valueOf(e.getMessage()));
    }
  }

  /** Writes a document in its canonical form: block style, two spaces, keys in the tree's order. */
  public static String write(Map<String, ?> tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setIndent(2);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setWidth(LINE_WIDTH);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
    options.setDereferenceAliases(true);
    return new Yaml(options).dump(tree);
  }

  private DocumentYaml() {}

  /**
   * Reads scalars as the core schema of YAML 1.2 does, with decimal numbers only: {@code yes},
   * {@code 16:9}, {@code 1_080}, {@code 0o17}, {@code 017} and dates are text.
   */
  private static final class CoreScalars extends Resolver {
    private static final Map<Tag, Pattern> CORE =
        Map.of(
            Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"),
            Tag.INT, Pattern.compile("[-+]?(?:0|[1-9][0-9]*)"),
            Tag.FLOAT,
                Pattern.compile(
                    "(?:[-+]?[0-9]+\\.[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
                        + "|[-+]?[0-9]+[eE][-+]?[0-9]+"
                        + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)"));

    @Override
    public void addImplicitResolver(Tag tag, Pattern regexp, @Nullable String first, int limit) {
      if (!tag.equals(Tag.TIMESTAMP)) {
        super.addImplicitResolver(tag, CORE.getOrDefault(tag, regexp), first, limit);
      }
    }
  }

  /** Reads keys as text, as they are written. */
  private static final class TextKeys extends SafeConstructor {
    TextKeys(LoaderOptions options) {
      super(options);
    }

    @Override
    protected void flattenMapping(MappingNode node) {
      for (NodeTuple each : node.getValue()) {
        if (each.getKeyNode() instanceof ScalarNode key && !key.getTag().equals(Tag.MERGE)) {
          key.setTag(Tag.STR);
        }
      }
      super.flattenMapping(node);
    }
  }

  /** Copies a tree with string keys, and limits the expansion of nested aliases. */
  private static final class Copy {
    private int nodes;

    Map<String, @Nullable Object> map(Map<?, ?> map, int depth) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach(
          (key, value) -> {
            String name = String.valueOf(key);
            if (copy.containsKey(name)) {
              throw new IllegalArgumentException("two keys are equal as strings: " + name);
            }
            copy.put(name, value(value, depth + 1));
          });
      return copy;
    }

    private List<@Nullable Object> list(List<?> list, int depth) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(value -> copy.add(value(value, depth + 1)));
      return copy;
    }

    private @Nullable Object value(@Nullable Object value, int depth) {
      if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
        throw new DocumentLimitExceeded(
            "its aliases expand to more than "
                + MAX_NODES
                + " nodes or deeper than "
                + MAX_DEPTH
                + " levels");
      }
      if (value instanceof Map) {
        return map((Map<?, ?>) value, depth);
      }
      return value instanceof List ? list((List<?>) value, depth) : value;
    }
  }
}
