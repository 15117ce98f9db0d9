package io.github.videorooms.openapi.tool;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document: gives access to its operations, parameters, bodies and schemas, and resolves
 * references. It is a view of a tree of maps and lists: editing its nodes edits the tree.
 */
public final class Document {
  /** The error statuses that every operation can return. */
  public static final List<String> COMMON_ERRORS = List.of("401", "422", "429", "default");

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
  private static final Set<String> SAMPLES = Set.of("example", "examples");
  private static final Pattern INDEX = Pattern.compile("\\d{1,6}");
  private static final String SCHEMAS = "#/components/schemas/";
  private static final Pattern REDIRECT = Pattern.compile("3\\d\\d");

  private final Node root;
  private final Map<Node, String> names = new HashMap<>();

  public Document(Map<String, ?> tree) {
    this.root = Node.of(tree);
    Stream.of("schemas", "parameters", "responses")
        .flatMap(section -> root.get("components").get(section).members())
        .forEach(each -> names.put(each, each.key()));
  }

  public Map<String, @Nullable Object> tree() {
    return root.object();
  }

  /** Returns the components of one kind, such as {@code schemas}, by name. */
  public Node components(String section) {
    return root.child("components").child(section);
  }

  /** Returns the name of a component as of the creation of this view, or {@code ""}. */
  public String nameOf(Node node) {
    return names.getOrDefault(node, "");
  }

  public Node root() {
    return root;
  }

  public Stream<Node> paths() {
    return root.get("paths").members();
  }

  public Stream<Node> operations() {
    return paths().flatMap(Document::operationsOf);
  }

  /** Returns the tags of all operations, with duplicates. */
  public Stream<String> tags() {
    return operations().flatMap(operation -> operation.get("tags").texts().stream());
  }

  public static Stream<Node> operationsOf(Node path) {
    return path.members().filter(member -> isMethod(member.key()));
  }

  /** Returns whether a key of a path item is an HTTP method. */
  public static boolean isMethod(String key) {
    return METHODS.contains(key);
  }

  /** Returns all parameters, where they are defined: in operations, paths and components. */
  public Stream<Node> parameters() {
    Stream<Node> onPaths = paths().flatMap(path -> path.get("parameters").items());
    Stream<Node> onOperations = operations().flatMap(each -> each.get("parameters").items());
    Stream<Node> reusable = root.get("components").get("parameters").members();
    return Stream.of(onPaths, onOperations, reusable)
        .flatMap(parameters -> parameters)
        .filter(parameter -> !parameter.isReference());
  }

  /** Returns the media types of an operation's request body. */
  public Stream<Node> requestBodies(Node operation) {
    return resolve(operation.get("requestBody")).get("content").members();
  }

  /** Returns the media types of all responses of an operation. */
  public Stream<Node> responseBodies(Node operation) {
    return bodies(operation.get("responses").members());
  }

  /** Returns the media types of the success responses of an operation. */
  Stream<Node> successBodies(Node operation) {
    return bodies(successes(operation));
  }

  private Stream<Node> bodies(Stream<Node> responses) {
    return responses.flatMap(response -> resolve(response).get("content").members());
  }

  /** Returns the success responses of an operation: all 2xx or, if there is none, all redirects. */
  public Stream<Node> successes(Node operation) {
    List<Node> responses = operation.get("responses").members().toList();
    boolean has2xx = responses.stream().anyMatch(Document::is2xx);
    return responses.stream().filter(has2xx ? Document::is2xx : this::isRedirect);
  }

  private static boolean is2xx(Node response) {
    return response.key().startsWith("2");
  }

  /** Returns whether a response is a redirect: a 3xx status with a {@code Location} header. */
  public boolean isRedirect(Node response) {
    return REDIRECT.matcher(response.key()).matches()
        && resolve(response)
            .get("headers")
            .members()
            .anyMatch(header -> header.key().equalsIgnoreCase("Location"));
  }

  /** Returns the status of the redirect that is an operation's success response, if it is one. */
  public Optional<Integer> redirect(Node operation) {
    return successes(operation)
        .filter(this::isRedirect)
        .map(response -> Integer.valueOf(response.key()))
        .findFirst();
  }

  /** Returns whether an operation responds with a page of a list. */
  public boolean isPaged(Node operation) {
    return pages(operation).findAny().isPresent();
  }

  /** Returns the page schemas among the success responses of an operation. */
  Stream<Node> pages(Node operation) {
    return successBodies(operation)
        .map(body -> resolve(body.get("schema")))
        .filter(schema -> !pageItem(schema).isEmpty());
  }

  /** Returns the name of a page's item schema, or {@code ""} if a schema is not a page. */
  public String pageItem(Node schema) {
    Node properties = schema.get("properties");
    Node item = resolve(properties.get("data").get("items"));
    return properties.has("links") && item.has("properties") ? item.key() : "";
  }

  /** Returns whether two fields have the same type, ignoring extensions. */
  public static boolean sameType(Node first, Node second) {
    Node one = bare(first);
    Node other = bare(second);
    return one.isObject() == other.isObject()
        && Stream.of("$ref", "type", "format")
            .allMatch(key -> Objects.equals(one.get(key).value(), other.get(key).value()))
        && (!one.has("items") || sameType(one.get("items"), other.get("items")));
  }

  /** Unwraps a reference in an {@code allOf} that only adds extensions. */
  public static Node bare(Node schema) {
    return schema.has("allOf") ? schema.get("allOf").get(0) : schema;
  }

  /** Returns the named schemas. */
  public Stream<Node> namedSchemas() {
    return namedSchemasNode().members();
  }

  public Node namedSchema(String name) {
    return namedSchemasNode().get(name);
  }

  private Node namedSchemasNode() {
    return root.get("components").get("schemas");
  }

  public boolean isNamedSchema(Node schema) {
    return schema.path().equals(namedSchema(schema.key()).path());
  }

  /** Returns all schemas: named ones, those of parameters and bodies, and nested ones. */
  Stream<Node> schemas() {
    List<Node> schemas = new ArrayList<>();
    namedSchemas().forEach(schema -> addWithParts(schema, schemas));
    addSchemaMembers(root, schemas);
    return schemas.stream();
  }

  /** Returns the schemas that are reachable from request bodies. */
  Collection<Node> sentSchemas() {
    return reachable(operations().flatMap(this::requestBodies).map(body -> body.get("schema")));
  }

  /** Returns the schemas that are reachable from response bodies. */
  Collection<Node> receivedSchemas() {
    return reachable(operations().flatMap(this::responseBodies).map(body -> body.get("schema")));
  }

  /** Returns the names of the schemas that are request bodies. */
  public Set<String> requestNames() {
    return operations()
        .flatMap(this::requestBodies)
        .map(body -> resolve(body.get("schema")))
        .filter(this::isNamedSchema)
        .map(Node::key)
        .collect(Collectors.toSet());
  }

  /** Returns all {@code $ref} nodes. */
  public Stream<Node> references() {
    return root.tree().filter(node -> node.key().equals("$ref"));
  }

  /** Returns the reference to a named schema. */
  public static String toSchema(String name) {
    return SCHEMAS + name.replace("~", "~0").replace("/", "~1");
  }

  /** Returns the name of the schema that a node refers to, or {@code ""}. */
  public static String schemaName(Node node) {
    String reference = node.reference();
    String name = reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : "";
    return name.contains("/") ? "" : unescape(name);
  }

  /** Unescapes one step of a JSON pointer. */
  public static String unescape(String step) {
    return decoded(step).replace("~1", "/").replace("~0", "~");
  }

  /** Decodes a step in a URL; one with a stray {@code %} is taken literally. */
  private static String decoded(String step) {
    try {
      return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return step;
    }
  }

  /** Follows references to their final target; returns any other node as it is. */
  public Node resolve(Node node) {
    Node target = node;
    for (int hops = 0; target.isReference() && hops < 10; hops++) {
      target = target(target.reference());
    }
    return target;
  }

  /**
   * Returns the direct target of a reference, which may be another reference; an absent node if it
   * does not exist.
   */
  public Node target(String reference) {
    if (!reference.startsWith("#/")) {
      return Stream.of("components", "paths")
          .flatMap(section -> identified(root.get(section), reference))
          .findFirst()
          .orElse(Node.of(null));
    }
    Node target = root;
    for (String step : reference.substring(2).split("/", -1)) {
      target =
          target.isList() && INDEX.matcher(step).matches()
              ? target.get(Integer.parseInt(step))
              : target.get(unescape(step));
    }
    return target;
  }

  /** Returns the schemas whose {@code $anchor} or {@code $id} matches a reference. */
  private static Stream<Node> identified(Node node, String reference) {
    boolean isAnchor = reference.startsWith("#") && node.get("$anchor").is(reference.substring(1));
    if (isAnchor || node.get("$id").is(reference)) {
      return Stream.of(node);
    }
    return Stream.concat(node.members().filter(each -> !isSample(each.key())), node.items())
        .flatMap(each -> identified(each, reference));
  }

  /** Whether a keyword contains sample data rather than schemas. */
  private static boolean isSample(String key) {
    return key.startsWith("x-") || SAMPLES.contains(key);
  }

  /** Returns the given schemas and all that are reachable from them, without duplicates. */
  public Collection<Node> reachable(Stream<Node> start) {
    Set<Node> found = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    start.forEach(open::add);
    while (!open.isEmpty()) {
      Node schema = resolve(open.remove());
      if (schema.isObject() && found.add(schema)) {
        parts(schema).forEach(open::add);
      }
    }
    return found;
  }

  private static void addWithParts(Node schema, List<Node> all) {
    all.add(schema);
    parts(schema).forEach(part -> addWithParts(part, all));
  }

  private static Stream<Node> parts(Node schema) {
    Stream<Node> single =
        Stream.of("items", "not", "additionalProperties").map(schema::get).filter(Node::isObject);
    Stream<Node> several =
        Stream.of("allOf", "anyOf", "oneOf").flatMap(key -> schema.get(key).items());
    return Stream.of(schema.get("properties").members(), single, several)
        .flatMap(schemas -> schemas)
        .filter(Node::isObject);
  }

  /** Adds the values of all {@code schema} keywords below a node, each with its parts. */
  private void addSchemaMembers(Node node, List<Node> all) {
    if (node.equals(namedSchemasNode())) {
      return;
    }
    Stream<Node> children = node.isList() ? node.items() : node.members();
    children
        .filter(child -> !SAMPLES.contains(child.key()))
        .forEach(
            child -> {
              if (child.key().equals("schema")) {
                addWithParts(child, all);
              } else {
                addSchemaMembers(child, all);
              }
            });
  }
}
