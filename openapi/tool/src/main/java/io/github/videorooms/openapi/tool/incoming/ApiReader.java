package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentTree;
import io.github.videorooms.openapi.tool.incoming.Api.Body;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import io.github.videorooms.openapi.tool.incoming.Api.Response;
import io.github.videorooms.openapi.tool.incoming.Schema.Kind;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the operations of the Video API, and what they reach, out of a document of more. */
public final class ApiReader {
  /** What the path of each operation begins with. */
  public static final String PREFIX = "/api/video/";

  private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern ORIGIN = Pattern.compile("((?:[A-Za-z]+:)?//[^/]*)?.*");
  private static final Set<String> NO_METHOD =
      Set.of("$ref", "summary", "description", "servers", "parameters", "additionalOperations");
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "operationId",
          "summary",
          "description",
          "tags",
          "deprecated",
          "externalDocs",
          "parameters",
          "requestBody",
          "responses",
          "security",
          "servers");
  private static final Set<String> IGNORED_HEADERS =
      Set.of("accept", "content-type", "authorization");

  private final Map<String, @Nullable Object> root;
  private final References references;
  private final SchemaReader schemas;
  private final SecurityReader security;

  private ApiReader(Map<String, @Nullable Object> root) {
    this.root = root;
    this.references = new References(root);
    this.schemas = new SchemaReader(references);
    this.security = new SecurityReader(root);
  }

  /**
   * Reads the Video API of a document.
   *
   * @param known tells a path of ours, for a document that leaves the prefix to its reader
   * @throws UnusableDocument if there is no such API in it, or a reference leads nowhere
   */
  public static Api read(Map<String, @Nullable Object> root, Set<String> known) {
    Map<String, String> paths = new VideoPaths(root, known).byOriginal();
    if (paths.isEmpty()) {
      throw new UnusableDocument(
          "paths",
          "none of the "
              + DocumentTree.object(root.get("paths")).size()
              + " paths is of the Video API",
          "A document without " + PREFIX + " would remove the whole client; give another.");
    }
    ApiReader reader = new ApiReader(root);
    List<Operation> operations = new ArrayList<>();
    paths.forEach((original, path) -> reader.addPath(original, path, operations));
    return new Api(operations);
  }

  /** Reads a document of ours; its nodes are those of the result. */
  public static Api read(Document ours) {
    return read(ours.tree(), DocumentTree.object(ours.tree().get("paths")).keySet());
  }

  private void addPath(String original, String path, List<Operation> operations) {
    String where = "paths." + original;
    Map<String, @Nullable Object> item =
        DocumentTree.object(
            references.resolve(DocumentTree.object(root.get("paths")).get(original), where));
    Map<String, @Nullable Object> methods = new LinkedHashMap<>(item);
    methods.keySet().removeIf(key -> NO_METHOD.contains(key) || key.startsWith("x-"));
    methods.putAll(DocumentTree.object(item.get("additionalOperations")));
    methods.forEach(
        (method, node) -> {
          if (node instanceof Map) {
            operations.add(
                operation(
                    method.toLowerCase(Locale.ROOT), path, item, DocumentTree.object(node), where));
          }
        });
  }

  private Operation operation(
      String method,
      String path,
      Map<String, @Nullable Object> item,
      Map<String, @Nullable Object> node,
      String pathWhere) {
    String where = pathWhere + "." + method;
    Map<String, String> vocabulary = new LinkedHashMap<>();
    node.forEach(
        (key, value) -> {
          boolean isEmpty = Map.of().equals(value) || List.of().equals(value);
          if (!UNDERSTOOD.contains(key) && !key.startsWith("x-") && !isEmpty) {
            vocabulary.put(key, LimitKeywords.text(value));
          }
        });
    return new Operation(
        method,
        path,
        parameters(path, item, node, where),
        node.get("requestBody") == null ? null : body(node, where + ".requestBody"),
        responses(node, where + ".responses"),
        security.of(node),
        servers(node, item),
        vocabulary,
        node,
        where);
  }

  private Map<String, Parameter> parameters(
      String path,
      Map<String, @Nullable Object> item,
      Map<String, @Nullable Object> node,
      String where) {
    List<String> template = new ArrayList<>();
    Matcher matcher = TEMPLATE.matcher(path);
    while (matcher.find()) {
      template.add(matcher.group(1));
    }
    List<@Nullable Object> all = new ArrayList<>(DocumentTree.list(item.get("parameters")));
    all.addAll(DocumentTree.list(node.get("parameters")));
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (@Nullable Object each : all) {
      Parameter parameter = parameter(each, template, where + ".parameters");
      if (!parameter.key().isEmpty()) {
        parameters.put(parameter.key(), parameter);
      }
    }
    for (int i = 0; i < template.size(); i++) {
      String name = template.get(i);
      parameters.computeIfAbsent(
          "path " + i, key -> parameter(undeclared(name), template, where + ".parameters"));
    }
    return parameters;
  }

  private static Map<String, @Nullable Object> undeclared(String name) {
    return DocumentTree.of(
        "name", name, "in", "path", "schema", new LinkedHashMap<>(Map.of("type", "string")));
  }

  private Parameter parameter(@Nullable Object node, List<String> template, String where) {
    Map<String, @Nullable Object> raw = DocumentTree.object(references.resolve(node, where));
    String name = DocumentTree.text(raw.get("name"));
    String in = DocumentTree.text(raw.get("in"));
    String there = where + "." + name;
    boolean inPath = in.equals("path");
    Use use;
    String encoding = "";
    Map<String, @Nullable Object> content = DocumentTree.object(raw.get("content"));
    if (content.isEmpty()) {
      use = schemas.read(raw.get("schema"), there + ".schema");
      encoding = encoding(raw, in);
    } else {
      String type = content.keySet().iterator().next();
      use =
          schemas.read(
              DocumentTree.object(content.get(type)).get("schema"), there + ".content." + type);
      encoding = plain(type);
    }
    Kind kind = use.schema().kind();
    return new Parameter(
        key(name, in, template),
        name,
        in,
        inPath || DocumentTree.flag(raw, "required"),
        kind == Kind.ARRAY || kind == Kind.OBJECT || !content.isEmpty() ? encoding : "",
        use.within(raw),
        raw,
        node,
        there);
  }

  private static String key(String name, String in, List<String> template) {
    if (in.equals("path")) {
      return template.contains(name) ? "path " + template.indexOf(name) : "";
    }
    if (in.equals("header")) {
      String header = name.toLowerCase(Locale.ROOT);
      return IGNORED_HEADERS.contains(header) ? "" : "header " + header;
    }
    return name.isEmpty() || in.isEmpty() ? "" : in + " " + name;
  }

  private static String encoding(Map<String, @Nullable Object> raw, String in) {
    boolean form = in.equals("query") || in.equals("cookie");
    String style = raw.get("style") instanceof String text ? text : form ? "form" : "simple";
    boolean explode = raw.get("explode") instanceof Boolean flag ? flag : style.equals("form");
    return style + (explode ? ", exploded" : "");
  }

  private Body body(Map<String, @Nullable Object> operation, String where) {
    Map<String, @Nullable Object> raw =
        DocumentTree.object(references.resolve(operation.get("requestBody"), where));
    return new Body(DocumentTree.flag(raw, "required"), content(raw, where), raw, where);
  }

  private Map<String, Use> content(Map<String, @Nullable Object> holder, String where) {
    Map<String, Use> content = new LinkedHashMap<>();
    DocumentTree.object(holder.get("content"))
        .forEach(
            (type, media) ->
                content.put(
                    plain(type),
                    schemas.read(
                        DocumentTree.object(references.resolve(media, where)).get("schema"),
                        where + ".content." + type + ".schema")));
    return content;
  }

  /** A media type without parameters such as its charset. */
  private static String plain(String type) {
    return type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private Map<String, Response> responses(Map<String, @Nullable Object> operation, String where) {
    Map<String, Response> responses = new LinkedHashMap<>();
    DocumentTree.object(operation.get("responses"))
        .forEach(
            (status, response) -> {
              if (!status.startsWith("x-")) {
                String there = where + "." + status;
                Map<String, @Nullable Object> raw =
                    DocumentTree.object(references.resolve(response, there));
                String key = status.equals("default") ? status : status.toUpperCase(Locale.ROOT);
                responses.put(
                    key, new Response(key, content(raw, there), headers(raw, there), raw, there));
              }
            });
    return responses;
  }

  private Map<String, Use> headers(Map<String, @Nullable Object> response, String where) {
    Map<String, Use> headers = new LinkedHashMap<>();
    DocumentTree.object(response.get("headers"))
        .forEach(
            (name, header) -> {
              Map<String, @Nullable Object> raw =
                  DocumentTree.object(references.resolve(header, where));
              if (!name.equalsIgnoreCase("content-type")) {
                headers.put(
                    name.toLowerCase(Locale.ROOT),
                    schemas.read(raw.get("schema"), where + ".headers." + name).at(raw, false));
              }
            });
    return headers;
  }

  /** The scheme and host of each address; what follows is part of the paths. */
  private Set<String> servers(
      Map<String, @Nullable Object> operation, Map<String, @Nullable Object> item) {
    Object servers =
        operation.containsKey("servers")
            ? operation.get("servers")
            : item.containsKey("servers") ? item.get("servers") : root.get("servers");
    Set<String> origins = new TreeSet<>();
    for (@Nullable Object each : DocumentTree.list(servers)) {
      Matcher origin = ORIGIN.matcher(DocumentTree.text(DocumentTree.object(each).get("url")));
      if (origin.matches() && origin.group(1) != null) {
        origins.add(origin.group(1));
      }
    }
    return origins;
  }
}
