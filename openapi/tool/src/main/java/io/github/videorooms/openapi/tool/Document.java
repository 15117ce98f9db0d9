package io.github.videorooms.openapi.tool;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
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
 * An OpenAPI document: its operations, parameters, bodies and schemas, what refers to what, and
 * what reaches what. Its nodes are those of the tree it is made of, and a change of one changes the
 * other.
 */
public final class Document {
  /** The errors with which every operation can respond. */
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

  /** The definitions of one kind, such as {@code schemas}, by their names. */
  public Node components(String section) {
    return root.child("components").child(section);
  }

  /** The name that a node had in the components when this was made, or {@code ""}. */
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

  /** The tags of all operations, each as often as it is used. */
  public Stream<String> tags() {
    return operations().flatMap(operation -> operation.get("tags").texts().stream());
  }

  public static Stream<Node> operationsOf(Node path) {
    return path.members().filter(member -> isMethod(member.key()));
  }

  /** Whether a field of a path item is an operation. */
  public static boolean isMethod(String key) {
    return METHODS.contains(key);
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
        .filter(parameter -> !parameter.isReference());
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
    List<Node> responses = operation.get("responses").members().toList();
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

  /** The redirect that an operation declares as its success, if it does. */
  public Optional<Integer> redirect(Node operation) {
    return successes(operation)
        .filter(this::isRedirect)
        .map(response -> Integer.valueOf(response.key()))
        .findFirst();
  }

  /** Whether an operation responds with a page. */
  public boolean isPaged(Node operation) {
    return pages(operation).findAny().isPresent();
  }

  /** The schemas of the pages that an operation responds with. */
  Stream<Node> pages(Node operation) {
    return successBodies(operation)
        .map(body -> resolve(body.get("schema")))
        .filter(schema -> !pageItem(schema).isEmpty());
  }

  /** The name of the schema of what a page lists, or {@code ""} if a schema is no page. */
  public String pageItem(Node schema) {
    Node properties = schema.get("properties");
    Node item = resolve(properties.get("data").get("items"));
    return properties.has("links") && item.has("properties") ? item.key() : "";
  }

  /** Whether two fields have the same type; a reference is the same with extensions around it. */
  public static boolean sameType(Node first, Node second) {
    Node one = bare(first);
    Node other = bare(second);
    return one.isObject() == other.isObject()
        && Stream.of("$ref", "type", "format")
            .allMatch(key -> Objects.equals(one.get(key).value(), other.get(key).value()))
        && (!one.has("items") || sameType(one.get("items"), other.get("items")));
  }

  /** The reference in a schema that stands around it to carry extensions, or the schema itself. */
  public static Node bare(Node schema) {
    return schema.has("allOf") ? schema.get("allOf").get(0) : schema;
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
  public Set<String> requestNames() {
    return operations()
        .flatMap(this::requestBodies)
        .map(body -> resolve(body.get("schema")))
        .filter(this::isNamedSchema)
        .map(Node::key)
        .collect(Collectors.toSet());
  }

  /** All references, each the place of its {@code $ref}. */
  public Stream<Node> references() {
    return root.tree().filter(node -> node.key().equals("$ref"));
  }

  /** The reference to a schema of a name. */
  public static String toSchema(String name) {
    return SCHEMAS + name.replace("~", "~0").replace("/", "~1");
  }

  /** The name of the schema that a node refers to, or {@code ""} if it refers to none. */
  public static String schemaName(Node node) {
    String reference = node.reference();
    String name = reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : "";
    return name.contains("/") ? "" : unescape(name);
  }

  /** Returns a step of a reference as the key that it stands for. */
  public static String unescape(String step) {
    String plain =
        step.contains("%")
            ? URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8)
            : step;
    return plain.replace("~1", "/").replace("~0", "~");
  }

  /** What a reference points to in the end, or the node itself if it is none. */
  public Node resolve(Node node) {
    Node target = node;
    for (int hops = 0; target.isReference() && hops < 10; hops++) {
      target = target(target.reference());
    }
    return target;
  }

  /**
   * Returns what is at the end of one reference, be that another one; a node without a value if
   * there is nothing.
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

  /** The schemas that give themselves an {@code $anchor} or {@code $id} that a reference has. */
  private static Stream<Node> identified(Node node, String reference) {
    boolean isAnchor = reference.startsWith("#") && node.get("$anchor").is(reference.substring(1));
    if (isAnchor || node.get("$id").is(reference)) {
      return Stream.of(node);
    }
    return Stream.concat(node.members().filter(each -> !isSample(each.key())), node.items())
        .flatMap(each -> identified(each, reference));
  }

  /** Whether no schema stands below a keyword. */
  private static boolean isSample(String key) {
    return key.startsWith("x-") || SAMPLES.contains(key);
  }

  /** The schemas that are among these or below them, references followed, each once. */
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
