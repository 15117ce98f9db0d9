package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.generator.JavaNames;
import io.github.videorooms.openapi.tool.generator.MethodNames;
import io.github.videorooms.openapi.tool.generator.TagName;
import io.github.videorooms.openapi.tool.incoming.Api.Body;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import io.github.videorooms.openapi.tool.incoming.Api.Response;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import io.github.videorooms.openapi.tool.incoming.Schema;
import io.github.videorooms.openapi.tool.incoming.Schema.Kind;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import io.github.videorooms.openapi.tool.incoming.SemanticEquality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds the vendor's operations, or parts of them, to our document. An operation is left out if the
 * client cannot send something that its request requires; anything else is simplified.
 */
final class OperationImport {
  private static final Set<String> BODY_METHODS = Set.of("put", "post", "patch");
  private static final String BINARY = "application/octet-stream";
  private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}]*)}");

  private final Document document;
  private final SchemaImport schemas;
  private final Map<Parameter, Node> shared = new LinkedHashMap<>();

  /** The hosts of the operations that we have. */
  private final Set<String> hosts = new HashSet<>();

  OperationImport(Document document, SchemaImport schemas) {
    this.document = document;
    this.schemas = schemas;
  }

  /**
   * Records which of the vendor's parameters correspond to our shared parameters, the hosts of the
   * operations that we have, and the names that new ones need.
   */
  void note(OperationPair pair) {
    if (pair.theirs() != null && pair.ours() == null) {
      schemas.reserveQuery(wantedId(pair.theirs()));
    } else if (pair.theirs() != null && pair.ours() != null) {
      Stream.of(pair.theirs(), pair.base() == null ? pair.theirs() : pair.base())
          .forEach(each -> hosts.addAll(PropertyMerge.hosts(each)));
      Map<String, Parameter> ours = pair.ours().parameters();
      pair.theirs()
          .parameters()
          .forEach(
              (key, theirs) -> {
                Parameter our = ours.get(key);
                if (our != null && our.original().isReference()) {
                  shared.put(theirs, our.original());
                }
              });
    }
  }

  /** Adds an operation, unless the client cannot send it. */
  Decision add(Operation theirs, String suggestedTag) {
    Optional<String> obstacle = obstacle(theirs);
    if (obstacle.isPresent()) {
      return Decision.notApplied("left out: " + obstacle.get());
    }
    List<String> losses = new ArrayList<>();
    String path = path(theirs);
    String id = freeId(theirs);
    schemas.reserveQuery(id);
    String tag = tagOfSameClass(suggestedTag);
    Map<String, @Nullable Object> node = Trees.of("operationId", id);
    node.put(MethodNames.EXTENSION, MethodNames.propose(id, tag, methodsOf(tag)));
    node.put("tags", new ArrayList<>(List.of(tag)));
    node.put(
        "summary", PlainText.plain(theirs.raw().get("summary").text(), PlainText.sentence(id)));
    node.put(
        "description",
        PlainText.plain(theirs.raw().get("description").text(), PlainText.sentence(id)));
    if (theirs.raw().flag("deprecated")) {
      node.put("deprecated", true);
    }
    if (!theirs.vocabulary().isEmpty()) {
      losses.add(String.join(", ", theirs.vocabulary().keySet()) + " is ignored");
    }
    List<@Nullable Object> parameters = new ArrayList<>();
    List<String> names = names(path);
    for (Parameter each : theirs.parameters().values()) {
      parameter(each, id, path, names, losses).ifPresent(parameters::add);
    }
    if (!parameters.isEmpty()) {
      node.put("parameters", parameters);
      nameParameters(parameters);
    }
    Body body = theirs.body();
    if (body != null && isSendable(theirs, body)) {
      node.put("requestBody", body(body, id, losses));
    } else if (body != null) {
      losses.add("the client does not send its body");
    }
    node.put("responses", responses(theirs, id, losses));
    pathItem(path).put(theirs.method(), KeyOrder.operation(node));
    return Decision.appliedWith(losses);
  }

  private Node paths() {
    return document.root().child("paths");
  }

  /** Returns the operations of a path; a new path is inserted after the most similar one. */
  private Node pathItem(String path) {
    if (!paths().has(path)) {
      String nearest = KeyOrder.nearest(path, paths().names());
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      paths()
          .members()
          .forEach(
              each -> {
                all.put(each.key(), each.value());
                if (each.key().equals(nearest)) {
                  all.put(path, new LinkedHashMap<>());
                }
              });
      KeyOrder.sort(paths(), all);
    }
    return paths().child(path);
  }

  /** Returns our tag with the same Java class, or the given tag if there is none. */
  private String tagOfSameClass(String tag) {
    String type = TagName.of(tag).resource(document);
    return document
        .tags()
        .filter(each -> TagName.of(each).resource(document).equalsIgnoreCase(type))
        .findFirst()
        .orElse(tag);
  }

  /** Returns the names of the existing methods in the class of a tag. */
  private Set<String> methodsOf(String tag) {
    return document
        .operations()
        .filter(operation -> operation.get("tags").texts().contains(tag))
        .flatMap(
            operation ->
                Stream.of(
                    operation.get(MethodNames.EXTENSION),
                    operation.get(MethodNames.LOOKUP).get("method")))
        .map(Node::text)
        .collect(Collectors.toSet());
  }

  /** Returns the shared response that our operations refer to for a status, if any. */
  private Optional<Map<String, @Nullable Object>> sharedResponse(String status) {
    return document
        .operations()
        .map(operation -> operation.get("responses").get(status))
        .filter(Node::isReference)
        .findFirst()
        .map(response -> new LinkedHashMap<>(response.object()));
  }

  /** Returns what the client cannot send but the request requires, if anything. */
  private Optional<String> obstacle(Operation operation) {
    if (!Document.isMethod(operation.method()) || operation.method().equals("trace")) {
      return Optional.of("the method " + operation.method().toUpperCase(Locale.ROOT));
    }
    if (!PropertyMerge.isServed(operation)) {
      return Optional.of(
          "credentials other than HTTP Basic: " + String.join(" or ", operation.security()));
    }
    Set<String> theirHosts = PropertyMerge.hosts(operation);
    if (!theirHosts.isEmpty() && !hosts.isEmpty() && Collections.disjoint(theirHosts, hosts)) {
      return Optional.of("a server of its own: " + String.join(", ", operation.servers()));
    }
    Body body = operation.body();
    if (body != null && body.required() && !isSendable(operation, body)) {
      return Optional.of(
          BODY_METHODS.contains(operation.method())
              ? "a body of type " + new MediaTypes(body.content()).best()
              : "a body in a request with the method "
                  + operation.method().toUpperCase(Locale.ROOT));
    }
    return operation.parameters().values().stream()
        .filter(each -> each.required() && !isSendable(each))
        .findFirst()
        .map(each -> "the required " + each.in() + " parameter " + each.name());
  }

  private static boolean isSendable(Operation operation, Body body) {
    MediaTypes types = new MediaTypes(body.content());
    return BODY_METHODS.contains(operation.method())
        && !types.best().isEmpty()
        && !types.best().startsWith("multipart/")
        && (!types.best().equals("application/x-www-form-urlencoded") || isForm(types.schema()));
  }

  private static boolean isForm(@Nullable Use use) {
    return use != null
        && use.schema().kind() == Kind.OBJECT
        && !use.schema().isFreeForm()
        && use.schema().properties().values().stream()
            .allMatch(each -> each.schema().kind().isScalar());
  }

  /** Whether the client can send a parameter. */
  static boolean isSendable(Parameter parameter) {
    Schema schema = parameter.use().schema();
    boolean scalars =
        schema.alternatives().stream().anyMatch(each -> each.schema().kind().isScalar())
            || schema.kind() == Kind.ANY;
    boolean list =
        schema.kind() == Kind.ARRAY
            && parameter.in().equals("query")
            && parameter.encoding().startsWith("form")
            && (schema.items() == null
                || schema.items().schema().kind().isScalar()
                || schema.items().schema().kind() == Kind.ANY);
    return Set.of("path", "query", "header").contains(parameter.in())
        && !parameter.encoding().matches(".*/.*|(matrix|label).*")
        && (scalars || list);
  }

  private String path(Operation theirs) {
    String structure = Operation.structure(theirs.path());
    return paths().names().stream()
        .filter(each -> Operation.structure(each).equals(structure))
        .findFirst()
        .orElseGet(() -> unambiguous(theirs.path()));
  }

  /** Renames path parameters so that their names are unique and valid in Java. */
  private static String unambiguous(String path) {
    Set<String> taken = new HashSet<>();
    return TEMPLATE
        .matcher(path)
        .replaceAll(
            each -> {
              String name = each.group(1);
              boolean fine = FieldNames.isPlain(name) && taken.add(FieldNames.key(name));
              return Matcher.quoteReplacement(
                  "{" + (fine ? name : Identifier.snakeCase(FieldNames.free(name, taken))) + "}");
            });
  }

  private static List<String> names(String path) {
    return TEMPLATE.matcher(path).results().map(each -> each.group(1)).toList();
  }

  private String freeId(Operation theirs) {
    Set<String> taken = new HashSet<>();
    document
        .operations()
        .forEach(each -> taken.add(FieldNames.key(each.get("operationId").text())));
    Set<String> types = document.components("schemas").names();
    String wanted = wantedId(theirs);
    String id = wanted;
    for (int i = 2;
        taken.contains(FieldNames.key(id)) || FieldNames.isTaken(JavaNames.query(id), types);
        i++) {
      id = wanted + "_" + i;
    }
    return id;
  }

  private static String wantedId(Operation theirs) {
    String own = ownId(theirs);
    return FieldNames.isPlain(own) ? own : theirs.method() + "_" + own;
  }

  /** The operation's own id in snake case, or one made of its method and path. */
  private static String ownId(Operation theirs) {
    String own = theirs.raw().get("operationId").text();
    String made =
        theirs.method()
            + Arrays.stream(theirs.path().replaceFirst("^" + ApiReader.PREFIX, "").split("/", -1))
                .map(segment -> segment.startsWith("{") ? "by " + segment : segment)
                .collect(Collectors.joining(" ", " ", ""));
    return Identifier.snakeCase(own.isBlank() ? made : own);
  }

  private Optional<Map<String, @Nullable Object>> parameter(
      Parameter theirs, String id, String path, List<String> names, List<String> losses) {
    if (!isSendable(theirs)) {
      losses.add("the " + theirs.in() + " parameter " + theirs.name() + " is not sent");
      return Optional.empty();
    }
    String name =
        theirs.in().equals("path")
            ? names.get(Integer.parseInt(theirs.key().substring("path ".length())))
            : theirs.name();
    Optional<Map<String, @Nullable Object>> known = known(theirs, name, path);
    if (known.isPresent()) {
      return known;
    }
    Map<String, @Nullable Object> node = Trees.of("name", name, "in", theirs.in());
    if (theirs.required()) {
      node.put("required", true);
    }
    if (theirs.use().flag("deprecated")) {
      node.put("deprecated", true);
    }
    node.put(
        "description",
        PlainText.plain(theirs.raw().get("description").text(), PlainText.sentence(name)));
    if (!theirs.encoding().isEmpty()) {
      encode(Node.of(node), theirs);
    }
    node.put("schema", parameterSchema(theirs, id, losses).object());
    return Optional.of(node);
  }

  private Node parameterSchema(Parameter theirs, String id, List<String> losses) {
    String name = Identifier.type(Identifier.snakeCase(id)) + Identifier.type(theirs.name());
    Node schema = schemas.place(theirs.use(), true, name, losses);
    SchemaImport.toParameter(schema);
    return schema;
  }

  /**
   * Returns our shared parameter that equals one of the vendor's, if any. A path parameter has to
   * belong to the same resource.
   */
  private Optional<Map<String, @Nullable Object>> known(
      Parameter theirs, String name, String path) {
    for (Map.Entry<Parameter, Node> each : shared.entrySet()) {
      Parameter ours = each.getKey();
      Node node = each.getValue();
      if (ours.in().equals(theirs.in())
          && ours.required() == theirs.required()
          && ours.encoding().equals(theirs.encoding())
          && SemanticEquality.uses(ours.use(), theirs.use())
          && document.resolve(node).get("name").is(name)
          && (!theirs.in().equals("path") || isOfResource(node, path, name))) {
        return Optional.of(Trees.copy(node.object()));
      }
    }
    return Optional.empty();
  }

  /** Whether an operation on the same collection refers to this path parameter. */
  private boolean isOfResource(Node reference, String path, String name) {
    String collection = path.substring(0, path.indexOf("{" + name + "}"));
    return paths()
        .members()
        .filter(each -> each.key().startsWith(collection + "{" + name + "}"))
        .flatMap(Node::members)
        .anyMatch(each -> each.get("parameters").list().contains(reference.value()));
  }

  /** Assigns Java names to parameters that need one; a shared parameter is inlined for that. */
  private void nameParameters(List<@Nullable Object> parameters) {
    Set<String> taken = new HashSet<>();
    parameters.replaceAll(
        each -> {
          Node target = document.resolve(Node.of(each));
          String name = target.get("name").text();
          String key = FieldNames.key(FieldNames.known(name, target));
          boolean fits = target.has(FieldNames.KEY) || FieldNames.isPlain(name);
          if (fits && taken.add(key)) {
            return each;
          }
          Map<String, @Nullable Object> named =
              target.value() == each ? target.object() : Trees.copy(target.object());
          named.put(FieldNames.KEY, FieldNames.free(name, taken));
          return named;
        });
  }

  /** Adds a parameter to one of our operations. */
  Decision addParameter(Operation theirs, Parameter parameter, Operation ours) {
    List<String> losses = new ArrayList<>();
    Optional<Map<String, @Nullable Object>> node =
        parameter(parameter, ours.id(), ours.path(), names(ours.path()), losses);
    if (node.isEmpty()) {
      return Decision.notApplied(
          "the client cannot send it: " + parameter.in() + ", " + theirs.id());
    }
    List<@Nullable Object> parameters = new ArrayList<>(ours.raw().get("parameters").list());
    parameters.add(node.get());
    ours.raw().put("parameters", parameters);
    nameParameters(parameters);
    return Decision.appliedWith(losses);
  }

  /** Copies the serialization of a list ({@code style}, {@code explode}) to our parameter. */
  static Decision encode(Parameter ours, Parameter theirs) {
    if (ours.encoding().equals(theirs.encoding())) {
      return Decision.ALREADY;
    }
    if (theirs.encoding().isEmpty()) {
      ours.raw().names().removeAll(Set.of("style", "explode"));
    } else {
      encode(ours.raw(), theirs);
    }
    return Decision.APPLIED;
  }

  private static void encode(Node ours, Parameter theirs) {
    ours.put("style", "form");
    ours.put("explode", theirs.encoding().endsWith("exploded"));
  }

  /** Replaces the request body of one of our operations with the vendor's. */
  Decision addBody(Operation theirs, Body body, Operation ours) {
    if (!isSendable(theirs, body)) {
      return Decision.notApplied("the client cannot send such a body");
    }
    List<String> losses = new ArrayList<>();
    ours.raw().put("requestBody", body(body, ours.id(), losses));
    return Decision.appliedWith(losses);
  }

  private Map<String, @Nullable Object> body(Body theirs, String id, List<String> losses) {
    return Trees.of(
        "required",
        theirs.required(),
        "content",
        content(
            theirs.content(), true, Identifier.suffixed(Identifier.type(id), "Request"), losses));
  }

  private Map<String, @Nullable Object> content(
      Map<String, Use> theirs, boolean sent, String name, List<String> losses) {
    MediaTypes types = new MediaTypes(theirs);
    if (!types.others().isEmpty()) {
      losses.add(types.best() + " is used instead of " + String.join(", ", types.others()));
    }
    boolean form = types.best().equals("application/x-www-form-urlencoded");
    Map<String, @Nullable Object> media = new LinkedHashMap<>();
    String type = types.isJson() ? "application/json" : types.best();
    if (sent && types.isJson() && !type.equals(types.best())) {
      losses.add("sent as " + type + ", not as " + types.best());
    }
    if (types.isJson() || form) {
      Node schema = schemas.place(Objects.requireNonNull(types.schema()), sent, name, losses);
      media.put("schema", schema.object());
    } else {
      Map<String, @Nullable Object> schema = Trees.of("type", "string");
      if (!type.startsWith("text/")) {
        schema.put("format", "binary");
        losses.add("raw bytes of type " + type);
        type = type.contains("*") ? BINARY : type;
      } else {
        type = type.contains("*") ? "text/plain" : type;
      }
      media.put("schema", schema);
    }
    return Trees.of(type, media);
  }

  private Map<String, @Nullable Object> responses(
      Operation theirs, String id, List<String> losses) {
    Map<String, @Nullable Object> responses = new LinkedHashMap<>();
    Optional<Response> success = theirs.success();
    if (success.isPresent()) {
      responses.put(status(success.get()), response(theirs, success.get(), id, losses));
    } else {
      losses.add("no success response is documented: the client does not read the body");
      responses.put("204", described("The request has succeeded."));
    }
    for (Response each : theirs.responses().values()) {
      if (each.isSuccess() && success.isPresent() && each != success.get()) {
        losses.add("the response " + each.status() + " is read like " + success.get().status());
      } else if (!each.isSuccess() && each.status().matches("[45]\\d\\d")) {
        responses.put(each.status(), error(each, losses));
      }
    }
    Document.COMMON_ERRORS.forEach(
        status ->
            responses.computeIfAbsent(
                status, each -> sharedResponse(status).orElseGet(() -> described("An error."))));
    return new LinkedHashMap<>(new TreeMap<>(responses));
  }

  private static String status(Response response) {
    return response.status().matches("\\d{3}")
        ? response.status()
        : response.status().charAt(0) + "00";
  }

  private static Map<String, @Nullable Object> described(String text) {
    return Trees.of("description", text);
  }

  private Map<String, @Nullable Object> response(
      Operation operation, Response theirs, String id, List<String> losses) {
    Map<String, @Nullable Object> node =
        described(
            PlainText.plain(theirs.raw().get("description").text(), "The request has succeeded."));
    if (theirs.status().startsWith("3")) {
      Map<String, @Nullable Object> header =
          described("The URL to follow. It grants access to whoever has it.");
      header.put("schema", Trees.of("type", "string", "format", "password"));
      node.put("headers", Trees.of("Location", header));
      return node;
    }
    if (!theirs.headers().isEmpty()) {
      losses.add(
          "response headers are not part of the result: "
              + String.join(", ", theirs.headers().keySet()));
    }
    boolean noBody = operation.method().equals("head") || theirs.status().equals("204");
    if (!theirs.isEmpty() && !noBody) {
      node.put(
          "content",
          content(
              theirs.content(),
              false,
              Identifier.suffixed(Identifier.type(id), "Response"),
              losses));
    }
    return node;
  }

  private Map<String, @Nullable Object> error(Response theirs, List<String> losses) {
    Optional<Map<String, @Nullable Object>> known = sharedResponse(theirs.status());
    if (known.isPresent()) {
      return known.get();
    }
    Map<String, @Nullable Object> node =
        described(PlainText.plain(theirs.raw().get("description").text(), "An error."));
    MediaTypes types = new MediaTypes(theirs.content());
    if (types.isJson()) {
      node.put(
          "content",
          content(theirs.content(), false, "Error" + theirs.status(), new ArrayList<>(losses)));
    }
    return node;
  }

  /** Adds an error response to one of our operations. */
  Decision addError(Operation theirs, Response response, Operation ours) {
    if (!response.status().matches("[45]\\d\\d")) {
      return Decision.harmless("covered by the default error response");
    }
    Node responses = ours.raw().child("responses");
    responses.put(response.status(), error(response, new ArrayList<>()));
    KeyOrder.sort(responses, new TreeMap<>(responses.object()));
    return Decision.APPLIED;
  }

  /** Replaces the body of one of our responses with the vendor's. */
  Decision setContent(Node ours, Response theirs, String id) {
    List<String> losses = new ArrayList<>();
    ours.put(
        "content",
        content(
            theirs.content(), false, Identifier.suffixed(Identifier.type(id), "Response"), losses));
    return Decision.appliedWith(losses);
  }

  /** Replaces the success response of one of our operations. */
  Decision replaceSuccess(Operation theirs, Response success, Operation ours) {
    List<String> losses = new ArrayList<>();
    Node responses = ours.raw().child("responses");
    responses.names().removeIf(each -> each.startsWith("2") || each.startsWith("3"));
    responses.put(status(success), response(theirs, success, ours.id(), losses));
    KeyOrder.sort(responses, new TreeMap<>(responses.object()));
    return Decision.appliedWith(losses);
  }

  /** Replaces the security requirement of one of our operations, which no longer accepts Basic. */
  Decision secure(Operation theirs, Operation ours) {
    List<@Nullable Object> ways = new ArrayList<>();
    for (String each : theirs.security()) {
      String name = ("vendor" + FieldNames.key(each).hashCode()).replace('-', '_');
      ways.add(Trees.of(name, new ArrayList<>()));
      Map<String, @Nullable Object> scheme =
          Trees.of(
              "type",
              "http",
              "scheme",
              "bearer",
              "description",
              PlainText.plain("As in the vendor's document: " + each, "Unknown."));
      document.components("securitySchemes").put(name, scheme);
    }
    ours.raw().put("security", ways);
    KeyOrder.sortOperation(ours.raw());
    return Decision.simplified("the client still sends HTTP Basic: change that by hand");
  }
}
