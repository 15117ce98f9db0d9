package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.incoming.Api.Body;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import io.github.videorooms.openapi.tool.incoming.Api.Response;
import io.github.videorooms.openapi.tool.incoming.Schema.Kind;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the operations of the Video API and everything they refer to from a larger document. */
public final class ApiReader {
  /** The common prefix of all Video paths. */
  public static final String PREFIX = "/api/video/";

  private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern SERVER =
      Pattern.compile("((?:[A-Za-z]+:)?//[^/?#]*)?(/[^?#]*)?(?:[?#].*)?");

  /** The paths of servers that {@link VideoPaths} takes into account. */
  private static final Set<String> PREFIXES = Set.of("", "/api", "/api/video");

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

  private final Node root;
  private final References references;
  private final KeywordText keywords;
  private final SchemaReader schemas;
  private final SecurityReader security;

  private ApiReader(Document document) {
    this.root = document.root();
    this.references = new References(document);
    this.keywords = new KeywordText(references);
    this.schemas = new SchemaReader(references);
    this.security = new SecurityReader(root, references);
  }

  /**
   * Reads the Video API from a document.
   *
   * @param known our paths, to recognize the Video API in a document that omits the prefix
   * @throws UnusableDocument if the document has no Video API, or a reference cannot be resolved
   */
  public static Api read(Map<String, @Nullable Object> tree, Set<String> known) {
    return read(new Document(tree), known);
  }

  /** Reads our document; the result refers to the document's own nodes. */
  public static Api read(Document ours) {
    return read(ours, ours.root().get("paths").names());
  }

  private static Api read(Document document, Set<String> known) {
    Map<String, String> paths = new VideoPaths(document.root(), known).byOriginal();
    if (paths.isEmpty()) {
      throw new UnusableDocument(
          "paths",
          "none of the " + document.paths().count() + " paths belongs to the Video API",
          "A document without " + PREFIX + " would remove the whole client: pass another one.");
    }
    ApiReader reader = new ApiReader(document);
    List<Operation> operations = new ArrayList<>();
    paths.forEach((original, path) -> reader.addPath(original, path, operations));
    return new Api(operations);
  }

  private void addPath(String original, String path, List<Operation> operations) {
    List<Node> items = references.way(root.get("paths", original));
    Map<String, Node> methods = new LinkedHashMap<>();
    items.stream()
        .flatMap(Node::members)
        .filter(each -> !NO_METHOD.contains(each.key()) && !each.key().startsWith("x-"))
        .forEach(each -> methods.putIfAbsent(each.key(), each));
    member(items, "additionalOperations").members().forEach(each -> methods.put(each.key(), each));
    methods.values().stream()
        .filter(Node::isObject)
        .forEach(each -> operations.add(operation(path, items, each)));
  }

  /** Returns a member of a path item; those beside a reference override those of its target. */
  private static Node member(List<Node> items, String key) {
    return items.stream().filter(each -> each.has(key)).findFirst().orElse(items.get(0)).get(key);
  }

  private Operation operation(String path, List<Node> items, Node node) {
    UnusableDocument.checkFlags(node, List.of("deprecated"));
    Map<String, String> vocabulary = new LinkedHashMap<>();
    node.members()
        .filter(each -> !UNDERSTOOD.contains(each.key()) && !each.key().startsWith("x-"))
        .filter(each -> !each.is(Map.of()) && !each.is(List.of()))
        .forEach(each -> vocabulary.put(each.key(), keywords.of(each)));
    return new Operation(
        node.key().toLowerCase(Locale.ROOT),
        path,
        parameters(path, member(items, "parameters"), node.get("parameters")),
        node.get("requestBody").exists() ? body(node.get("requestBody")) : null,
        responses(node.get("responses")),
        security.of(node),
        servers(Stream.of(node.get("servers"), member(items, "servers"), root.get("servers"))),
        vocabulary,
        node);
  }

  private Map<String, Parameter> parameters(String path, Node common, Node own) {
    List<String> template = TEMPLATE.matcher(path).results().map(each -> each.group(1)).toList();
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    Stream.of(common, own)
        .flatMap(Node::items)
        .map(each -> parameter(each, template))
        .filter(each -> !each.key().isEmpty())
        .forEach(each -> parameters.put(each.key(), each));
    for (int i = 0; i < template.size(); i++) {
      String name = template.get(i);
      parameters.computeIfAbsent("path " + i, key -> parameter(undeclared(name), template));
    }
    return parameters;
  }

  private static Node undeclared(String name) {
    return Node.of(Trees.of("name", name, "in", "path", "schema", Trees.of("type", "string")));
  }

  private Parameter parameter(Node node, List<String> template) {
    Node raw = references.resolve(node);
    UnusableDocument.checkFlags(raw, List.of("required", "deprecated", "explode"));
    String name = raw.get("name").text();
    String in = raw.get("in").text();
    Optional<Node> content = raw.get("content").members().findFirst();
    Use use = schemas.read(content.orElse(raw).get("schema"));
    String encoding = content.map(media -> plain(media.key())).orElseGet(() -> encoding(raw, in));
    Kind kind = use.schema().kind();
    return new Parameter(
        key(name, in, template),
        name,
        in,
        in.equals("path") || raw.flag("required"),
        kind == Kind.ARRAY
                || kind == Kind.OBJECT
                || content.isPresent()
                || encoding.matches("(matrix|label).*")
            ? encoding
            : "",
        use.within(raw),
        raw,
        node);
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

  private static String encoding(Node raw, String in) {
    boolean form = in.equals("query") || in.equals("cookie");
    String style =
        raw.get("style").value() instanceof String text ? text : form ? "form" : "simple";
    boolean explode =
        raw.get("explode").value() instanceof Boolean flag ? flag : style.equals("form");
    return style + (explode ? ", exploded" : "");
  }

  private Body body(Node node) {
    Node raw = references.resolve(node);
    UnusableDocument.checkFlags(raw, List.of("required"));
    return new Body(raw.flag("required"), content(raw), raw);
  }

  /** Of types that differ in their parameters, the first one by name is known without them. */
  private Map<String, Use> content(Node holder) {
    List<Node> types = holder.get("content").members().toList();
    Map<String, String> firsts =
        types.stream()
            .map(Node::key)
            .collect(
                Collectors.toMap(
                    ApiReader::plain,
                    ApiReader::exact,
                    BinaryOperator.minBy(Comparator.<String>naturalOrder())));
    Map<String, Use> content = new LinkedHashMap<>();
    for (Node media : types) {
      String plain = plain(media.key());
      String exact = exact(media.key());
      content.put(
          exact.equals(firsts.get(plain)) ? plain : exact,
          schemas.read(references.resolve(media).get("schema")));
    }
    return content;
  }

  /** Returns a media type with its parameters other than {@code charset}. */
  private static String exact(String type) {
    return type.replaceAll("\\s", "").toLowerCase(Locale.ROOT).replaceAll(";charset=[^;]*", "");
  }

  /** Returns a media type without parameters such as {@code charset}. */
  private static String plain(String type) {
    return type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private Map<String, Response> responses(Node node) {
    Map<String, Response> responses = new LinkedHashMap<>();
    node.members()
        .filter(each -> !each.key().startsWith("x-"))
        .forEach(
            each -> {
              Node raw = references.resolve(each);
              String status =
                  each.key().equals("default") ? each.key() : each.key().toUpperCase(Locale.ROOT);
              responses.put(status, new Response(status, content(raw), headers(raw), raw));
            });
    return responses;
  }

  private Map<String, Use> headers(Node response) {
    Map<String, Use> headers = new LinkedHashMap<>();
    for (Node header : response.get("headers").members().toList()) {
      Node raw = references.resolve(header);
      if (!header.key().equalsIgnoreCase("content-type")) {
        headers.put(
            header.key().toLowerCase(Locale.ROOT), schemas.read(raw.get("schema")).at(raw, false));
      }
    }
    return headers;
  }

  /**
   * Returns the scheme and host of each server in the first list that exists, with its path unless
   * that is a part of ours.
   */
  private static Set<String> servers(Stream<Node> lists) {
    Set<String> servers = new TreeSet<>();
    for (Node each : lists.filter(Node::exists).limit(1).flatMap(Node::items).toList()) {
      Matcher server = SERVER.matcher(each.get("url").text());
      if (server.matches()) {
        String origin = Objects.requireNonNullElse(server.group(1), "");
        String path = Objects.requireNonNullElse(server.group(2), "").replaceFirst("/+$", "");
        servers.add(PREFIXES.contains(path) ? origin : origin + path);
      }
    }
    servers.remove("");
    return servers;
  }
}
