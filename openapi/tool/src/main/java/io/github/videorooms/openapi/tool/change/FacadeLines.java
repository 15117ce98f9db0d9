package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines that let users of the client reach an operation, in the style of its resource classes.
 * What those look like is said here and nowhere else.
 */
public final class FacadeLines {
  private static final String LIST =
      "  /**\n"
          + "   * ${summary}: {@code ${id}}.\n"
          + "   *\n"
          + "${docs}"
          + "   * @return the items, read page by page as they are asked for\n"
          + "   */\n"
          + "  public Paged<${item}> ${name}(${parameters}) {\n"
          + "    return ${body};\n"
          + "  }\n";

  private static final String CALL =
      "  /**\n"
          + "   * ${summary}: {@code ${id}}.\n"
          + "   *\n"
          + "${docs}"
          + "${returnDoc}"
          + "   * @throws SignalWireRestError if the call fails\n"
          + "   */\n"
          + "  public ${result} ${name}(${parameters}) {\n"
          + "    ${return}${body};\n"
          + "  }\n"
          + "\n"
          + "  /**\n"
          + "   * Does what {@link #${name}(${types})} does, without waiting.\n"
          + "   *\n"
          + "${docs}"
          + "   * @return ${asyncReturn}, or a {@link SignalWireRestError}\n"
          + "   */\n"
          + "  public CompletableFuture<${asyncResult}> ${name}Async(${parameters}) {\n"
          + "    return ${asyncBody};\n"
          + "  }\n";

  private static final String RESOURCE =
      "package io.github.videorooms;\n"
          + "\n"
          + "${imports}\n"
          + "\n"
          + "/** ${tag}. */\n"
          + "public final class ${class} extends Resource<${api}> {\n"
          + "  ${class}(Calls calls) {\n"
          + "    super(${api}.class, calls);\n"
          + "  }\n"
          + "\n"
          + "${methods}"
          + "}\n";

  private static final String ACCESSOR =
      "  /**\n"
          + "   * Returns the operations of ${tag}.\n"
          + "   *\n"
          + "   * @return their operations; it costs next to nothing to ask again\n"
          + "   */\n"
          + "  public ${class} ${accessor}() {\n"
          + "    return new ${class}(calls);\n"
          + "  }\n";

  private static final Pattern HOLE = Pattern.compile("\\$\\{(\\w+)}");

  private final Endpoint endpoint;
  private final List<Argument> path = new ArrayList<>();
  private final List<Argument> arguments = new ArrayList<>();

  FacadeLines(Endpoint endpoint) {
    this.endpoint = endpoint;
    for (String name : endpoint.parameterNames("path")) {
      String java = JavaName.member(name);
      String checked = java.equals("id") ? "id(id)" : "check(" + java + ", \"" + java + "\")";
      path.add(new Argument("String", java, description(name), checked));
    }
    arguments.addAll(path);
    if (!endpoint.bodyType().isEmpty()) {
      arguments.add(new Argument(endpoint.bodyType(), "request", "what to send", "given(request)"));
    }
  }

  /** The name of the method: the vendor's own where there is one. */
  String methodName() {
    String reference = endpoint.reference();
    return JavaName.member(
        reference.isEmpty() ? endpoint.id() : reference.substring(reference.lastIndexOf('.') + 1));
  }

  /** Returns the methods that reach an operation of a document. */
  public static String methodsOf(Map<String, @Nullable Object> document, String operation) {
    return Endpoint.of(new Document(document)).stream()
        .filter(endpoint -> endpoint.id().equals(operation))
        .map(endpoint -> new FacadeLines(endpoint).methods())
        .findFirst()
        .orElseThrow();
  }

  /** The methods to add to the class of the resource. */
  String methods() {
    String template = endpoint.isPaged() ? LIST : CALL;
    if (!endpoint.takesQuery()) {
      return filled(template, arguments, way -> call(arguments, way));
    }
    List<Argument> all = new ArrayList<>(arguments);
    all.add(new Argument(queryType(), "query", "which of them", "given(query)"));
    return filled(template, arguments, this::callWithoutQuery)
        + "\n"
        + filled(template, all, way -> call(all, way));
  }

  /** The whole class of a resource that has no class yet. */
  static String resource(String className, List<FacadeLines> operations) {
    Endpoint first = operations.get(0).endpoint;
    Set<String> imports = new TreeSet<>();
    imports.add("io.github.videorooms.api." + JavaName.api(first.tag()));
    operations.forEach(each -> imports.addAll(each.imports()));
    return fill(
        RESOURCE,
        hole -> {
          switch (hole) {
            case "imports":
              return imports.stream().map(each -> "import " + each + ";").collect(joining("\n"));
            case "tag":
              return javadoc(first.tag());
            case "class":
              return className;
            case "api":
              return JavaName.api(first.tag());
            default:
              return operations.stream().map(FacadeLines::methods).collect(joining("\n"));
          }
        });
  }

  /** What to add to {@code Video.java} for a resource that it does not return yet. */
  static String accessor(String className, String accessor, String tag) {
    return fill(
        ACCESSOR,
        hole -> hole.equals("tag") ? javadoc(tag) : hole.equals("class") ? className : accessor);
  }

  /** The types that the methods name, apart from those of the client's own package. */
  Set<String> imports() {
    Set<String> imports = new TreeSet<>();
    List<String> models = arguments.stream().map(argument -> argument.type).collect(toList());
    models.add(endpoint.isPaged() ? itemType() : endpoint.resultType());
    models.stream()
        .filter(type -> endpoint.document().namedSchema(type).isObject())
        .forEach(type -> imports.add("io.github.videorooms.model." + type));
    if (!endpoint.isPaged()) {
      imports.add("java.util.concurrent.CompletableFuture");
    }
    if (isVoid()) {
      imports.add("org.jspecify.annotations.Nullable");
    }
    return imports;
  }

  /** The row that {@code -Ddocs.update=true} will write into the table of operations. */
  String row(String accessor) {
    return String.format(
        "| `%s` | `%s` | `%s().%s` | %s |",
        plain(endpoint.id()),
        plain(endpoint.request().replace("/api/video", "")),
        accessor,
        methodName(),
        endpoint.reference().isEmpty() ? "none" : "`" + plain(endpoint.reference()) + "`");
  }

  private boolean isVoid() {
    return !endpoint.isPaged() && !endpoint.isRedirect() && endpoint.resultType().equals("Void");
  }

  /** Leaves it to the method that takes a query. */
  private String callWithoutQuery(String way) {
    String names = joined(arguments, "", each -> each.name + ", ");
    return methodName() + way + "(" + names + queryType() + ".builder().build())";
  }

  /** Makes the call; {@code way} is {@code Async} or {@code ""}. */
  private String call(List<Argument> given, String way) {
    return endpoint.isPaged()
        ? "list(" + operation() + ", query)"
        : "calls.execute"
            + (endpoint.isRedirect() ? "Redirect" : isVoid() ? "Void" : "")
            + way
            + "(api."
            + JavaName.member(endpoint.id())
            + "("
            + joined(given, ", ", each -> each.checked)
            + "))";
  }

  private String filled(String template, List<Argument> given, UnaryOperator<String> body) {
    return fill(
        template,
        hole -> {
          switch (hole) {
            case "docs":
              return joined(
                  given,
                  "",
                  each -> "   * @param " + each.name + " " + javadoc(each.meaning) + "\n");
            case "parameters":
              return joined(given, ", ", each -> each.type + " " + each.name);
            case "types":
              return joined(given, ", ", each -> each.type);
            case "body":
              return body.apply("");
            case "asyncBody":
              return body.apply("Async");
            default:
              return value(hole);
          }
        });
  }

  private String value(String hole) {
    String type = endpoint.isRedirect() ? "String" : endpoint.resultType();
    switch (hole) {
      case "summary":
        return javadoc(summary());
      case "id":
        return javadoc(endpoint.id());
      case "name":
        return methodName();
      case "item":
        return itemType();
      case "result":
        return isVoid() ? "void" : type;
      case "asyncResult":
        return isVoid() ? "@Nullable Void" : type;
      case "return":
        return isVoid() ? "" : "return ";
      case "returnDoc":
        return isVoid() ? "" : "   * @return the " + returned(type) + "\n";
      case "asyncReturn":
        return isVoid() ? "null" : "the " + returned(type);
      default:
        throw new IllegalArgumentException(hole);
    }
  }

  private String returned(String type) {
    return endpoint.isRedirect() ? "absolute address to which the API redirects" : words(type);
  }

  private static String joined(
      List<Argument> arguments, String separator, Function<Argument, String> part) {
    return arguments.stream().map(part).collect(joining(separator));
  }

  /** One call of a page, which takes the id before the query if there is one. */
  private String operation() {
    String call = JavaName.member(endpoint.id());
    boolean simple = path.isEmpty() || (path.size() == 1 && path.get(0).name.equals("id"));
    return simple
        ? "api::" + call + (path.isEmpty() ? "" : ", id")
        : "parameters -> api."
            + call
            + "("
            + joined(path, ", ", each -> each.checked)
            + ", parameters)";
  }

  private String summary() {
    String summary = endpoint.node().get("summary").text();
    return summary.isBlank() ? "Calls " + endpoint.request() : summary;
  }

  private String queryType() {
    return JavaName.api(endpoint.tag()) + "." + JavaName.type(endpoint.id()) + "Query";
  }

  private String itemType() {
    Optional<Node> items =
        endpoint
            .resultSchema()
            .map(endpoint.document()::resolve)
            .map(schema -> schema.get("properties").get("data").get("items"));
    return items.map(each -> JavaType.of(endpoint.document(), each)).orElse("Object");
  }

  private String description(String name) {
    return endpoint.parameters().stream()
        .map(endpoint.document()::resolve)
        .filter(each -> each.get("in").is("path") && each.get("name").is(name))
        .map(each -> lowerFirst(each.get("description").text()))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("the " + name);
  }

  private static String lowerFirst(String text) {
    String sentence = text.split("(?<=\\.)\\s", 2)[0].replaceFirst("\\.$", "");
    return sentence.isEmpty()
        ? ""
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private static String words(String type) {
    return type.replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  /** Fills all holes in one go, so that nothing that is filled in is taken for a hole. */
  private static String fill(String template, Function<String, String> values) {
    return HOLE.matcher(template)
        .replaceAll(hole -> Matcher.quoteReplacement(values.apply(hole.group(1))));
  }

  /** Text that can neither end a comment nor be a tag in it. */
  private static String javadoc(String text) {
    return plain(text).replaceAll("[<>&{}@*\\\\]", "");
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}`|]+", " ").strip();
  }

  /** What a method takes. */
  private static final class Argument {
    private final String type;
    private final String name;
    private final String meaning;
    private final String checked;

    Argument(String type, String name, String meaning, String checked) {
      this.type = type;
      this.name = name;
      this.meaning = meaning;
      this.checked = checked;
    }
  }
}
