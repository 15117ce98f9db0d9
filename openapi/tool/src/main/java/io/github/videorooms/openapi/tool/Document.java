package io.github.videorooms.openapi.tool;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An OpenAPI document, with the ways through it that the rules take. */
public final class Document {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
  private static final Set<String> SAMPLES = Set.of("example", "examples");
  private static final Pattern REDIRECT = Pattern.compile("3\\d\\d");

  private final Node root;

  public Document(Map<String, ?> tree) {
    this.root = Node.root(tree);
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

  public static Stream<Node> operationsOf(Node path) {
    return path.members().filter(member -> METHODS.contains(member.key()));
  }

  /**
   * The parameters of all operations and paths and those kept for reuse, each where it is defined.
   */
  public Stream<Node> parameters() {
    Stream<Node> onPaths = paths().flatMap(path -> path.get("parameters").items());
    Stream<Node> onOperations = operations().flatMap(each -> each.get("parameters").items());
    Stream<Node> reusable = root.get("components").get("parameters").members();
    return Stream.of(onPaths, onOperations, reusable)
        .flatMap(parameters -> parameters)
        .filter(parameter -> !isReference(parameter));
  }

  /** The media types of an operation's request body. */
  public Stream<Node> requestBodies(Node operation) {
    return resolve(operation.get("requestBody")).get("content").members();
  }

  /** The media types of all of an operation's responses. */
  public Stream<Node> responseBodies(Node operation) {
    return bodies(operation.get("responses").members());
  }

  /** The media types of the responses that an operation declares as its success. */
  Stream<Node> successBodies(Node operation) {
    return bodies(successes(operation));
  }

  private Stream<Node> bodies(Stream<Node> responses) {
    return responses.flatMap(response -> resolve(response).get("content").members());
  }

  /**
   * The responses that an operation declares as its success: each 2xx or, if there is none, each
   * redirect.
   */
  public Stream<Node> successes(Node operation) {
    List<Node> responses = operation.get("responses").members().collect(Collectors.toList());
    boolean has2xx = responses.stream().anyMatch(Document::is2xx);
    return responses.stream().filter(has2xx ? Document::is2xx : this::isRedirect);
  }

  private static boolean is2xx(Node response) {
    return response.key().startsWith("2");
  }

  /** Whether a response is a redirect: a single 3xx status with a {@code Location} header. */
  public boolean isRedirect(Node response) {
    return REDIRECT.matcher(response.key()).matches()
        && resolve(response)
            .get("headers")
            .members()
            .anyMatch(header -> header.key().equalsIgnoreCase("Location"));
  }

  /** The schemas that have a name. */
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

  /** Every schema: the named ones, those of parameters and bodies, and the parts of each. */
  Stream<Node> schemas() {
    return Stream.concat(namedSchemas(), schemaMembers(root)).flatMap(Document::withParts);
  }

  /** The schemas that a request body can reach. */
  Collection<Node> sentSchemas() {
    return reachable(operations().flatMap(this::requestBodies).map(body -> body.get("schema")));
  }

  /** The schemas that a response body can reach. */
  Collection<Node> receivedSchemas() {
    return reachable(operations().flatMap(this::responseBodies).map(body -> body.get("schema")));
  }

  /** The named schemas that are a request body. */
  Set<String> requestNames() {
    return operations()
        .flatMap(this::requestBodies)
        .map(body -> resolve(body.get("schema")))
        .filter(this::isNamedSchema)
        .map(Node::key)
        .collect(Collectors.toSet());
  }

  public static boolean isReference(Node node) {
    return node.has("$ref");
  }

  /** What a reference points to, or the node itself if it is none. */
  public Node resolve(Node node) {
    Node target = node;
    for (int hops = 0; isReference(target) && hops < 10; hops++) {
      target = target(target.get("$ref").text());
    }
    return target;
  }

  Node target(String reference) {
    Node target = root;
    for (String step : reference.replaceFirst("^#/", "").split("/", -1)) {
      target = target.get(step.replace("~1", "/").replace("~0", "~"));
    }
    return target;
  }

  /** The schemas that are among these or below them, references followed, each once. */
  public Collection<Node> reachable(Stream<Node> start) {
    Map<String, Node> found = new LinkedHashMap<>();
    Deque<Node> open = new ArrayDeque<>();
    start.forEach(open::add);
    while (!open.isEmpty()) {
      Node schema = resolve(open.remove());
      if (schema.isObject() && found.putIfAbsent(schema.path(), schema) == null) {
        parts(schema).forEach(open::add);
      }
    }
    return found.values();
  }

  private static Stream<Node> withParts(Node schema) {
    return Stream.concat(Stream.of(schema), parts(schema).flatMap(Document::withParts));
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

  /** The values of all members named {@code schema} that are schemas, and no property or sample. */
  private Stream<Node> schemaMembers(Node node) {
    if (node.path().equals(namedSchemasNode().path())) {
      return Stream.empty();
    }
    Stream<Node> children = node.isList() ? node.items() : node.members();
    return children
        .filter(child -> !SAMPLES.contains(child.key()))
        .flatMap(child -> child.key().equals("schema") ? Stream.of(child) : schemaMembers(child));
  }
}
