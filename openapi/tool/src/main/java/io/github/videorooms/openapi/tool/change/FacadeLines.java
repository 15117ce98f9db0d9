package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.joining;

import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lines that let users of the client reach an operation, in the style of its resource classes.
 * What those look like is said here and nowhere else.
 */
final class FacadeLines {
  private static final String LIST =
      "  /**\n"
          + "   * ${summary}: {@code ${id}}.\n"
          + "   *\n"
          + "${parameterDocs}"
          + "   * @return the items, read page by page as they are asked for\n"
          + "   */\n"
          + "  public Paged<${item}> ${name}(${parameters}) {\n"
          + "    return ${name}(${names}${comma}${query}.builder().build());\n"
          + "  }\n"
          + "\n"
          + "  /**\n"
          + "   * ${summary}: {@code ${id}}.\n"
          + "   *\n"
          + "${parameterDocs}"
          + "   * @param query which of them, and how many a page\n"
          + "   * @return the items, read page by page as they are asked for\n"
          + "   */\n"
          + "  public Paged<${item}> ${name}(${parameters}${comma}${query} query) {\n"
          + "${checks}"
          + "    Objects.requireNonNull(query, \"query\");\n"
          + "    return new Listing<>(\n"
          + "            calls,\n"
          + "            (Map<String, String> parameters) -> api.${call}(${names}${comma}parameters),\n"
          + "            ${list}::getData,\n"
          + "            ${list}::getLinks)\n"
          + "        .paged(query.toMap());\n"
          + "  }\n";

  private static final String CALL =
      "  /**\n"
          + "   * ${summary}: {@code ${id}}.\n"
          + "   *\n"
          + "${parameterDocs}"
          + "${returnDoc}"
          + "   * @throws SignalWireRestError if the call fails\n"
          + "   */\n"
          + "  public ${result} ${name}(${parameters}) {\n"
          + "    ${return}calls.execute${void}(${name}Call(${names}));\n"
          + "  }\n"
          + "\n"
          + "  /**\n"
          + "   * Does what {@link #${name}(${types})} does, without waiting.\n"
          + "   *\n"
          + "${parameterDocs}"
          + "   * @return ${asyncReturn}, or a {@link SignalWireRestError}\n"
          + "   */\n"
          + "  public CompletableFuture<${asyncResult}> ${name}Async(${parameters}) {\n"
          + "    return calls.execute${void}Async(${name}Call(${names}));\n"
          + "  }\n"
          + "\n"
          + "  private Call<${boxed}> ${name}Call(${parameters}) {\n"
          + "    return api.${call}(${checked});\n"
          + "  }\n";

  private static final String RESOURCE =
      "  /**\n   * Returns the operations of ${tag}.\n   */\n"
          + "  public ${class} ${accessor}() {\n"
          + "    return ${accessor};\n"
          + "  }\n";

  private final Endpoint endpoint;
  private final List<Argument> arguments = new ArrayList<>();

  FacadeLines(Endpoint endpoint) {
    this.endpoint = endpoint;
    for (String name : endpoint.parameterNames("path")) {
      String java = JavaName.member(name);
      arguments.add(
          new Argument(
              "String",
              java,
              description("path", name),
              "PathArgument.check(" + java + ", \"" + java + "\")"));
    }
    if (!endpoint.bodyType().isEmpty()) {
      arguments.add(
          new Argument(
              endpoint.bodyType(),
              "request",
              "what to send",
              "Objects.requireNonNull(request, \"request\")"));
    }
    if (endpoint.takesQuery() && !endpoint.isPaged()) {
      arguments.add(
          new Argument(
              queryType(),
              "query",
              "what to ask for",
              "Objects.requireNonNull(query, \"query\").toMap()"));
    }
  }

  /** The name of the method: the vendor's own where there is one. */
  String methodName() {
    String reference = endpoint.reference();
    return JavaName.member(
        reference.isEmpty() ? endpoint.id() : reference.substring(reference.lastIndexOf('.') + 1));
  }

  /** The methods to add to the class of the resource. */
  String methods() {
    return endpoint.isPaged() ? filled(LIST) : filled(CALL);
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

  /** What to add to {@code Video.java} for a resource that it does not return yet. */
  static String accessor(String className, String accessor, String tag) {
    return RESOURCE
        .replace("${tag}", javadoc(tag))
        .replace("${class}", className)
        .replace("${accessor}", accessor);
  }

  private String filled(String template) {
    String list = endpoint.resultType();
    boolean nothing = list.equals("Void");
    String filled =
        template
            .replace("${parameterDocs}", docs())
            .replace("${checks}", checks())
            .replace("${returnDoc}", nothing ? "" : "   * @return the " + words(list) + "\n")
            .replace("${asyncReturn}", nothing ? "null" : "the " + words(list))
            .replace("${asyncResult}", nothing ? "@Nullable Void" : list)
            .replace("${return}", nothing ? "" : "return ")
            .replace("${result}", nothing ? "void" : list)
            .replace("${void}", nothing ? "Void" : "")
            .replace("${boxed}", list)
            .replace("${list}", list)
            .replace("${item}", itemType())
            .replace("${query}", queryType())
            .replace("${comma}", arguments.isEmpty() ? "" : ", ")
            .replace("${call}", JavaName.member(endpoint.id()))
            .replace("${name}", methodName())
            .replace("${names}", joined(argument -> argument.name))
            .replace("${types}", joined(argument -> argument.type))
            .replace("${checked}", joined(argument -> argument.checked))
            .replace("${parameters}", joined(argument -> argument.type + " " + argument.name));
    return filled
        .replace("${id}", javadoc(endpoint.id()))
        .replace("${summary}", javadoc(summary()));
  }

  private String joined(Function<Argument, String> part) {
    return arguments.stream().map(part).collect(joining(", "));
  }

  private String docs() {
    return arguments.stream()
        .map(argument -> "   * @param " + argument.name + " " + javadoc(argument.meaning) + "\n")
        .collect(joining());
  }

  private String checks() {
    return arguments.stream().map(argument -> "    " + argument.checked + ";\n").collect(joining());
  }

  private String summary() {
    String summary = endpoint.node().get("summary").text();
    return summary.isBlank() ? "Calls " + endpoint.request() : summary;
  }

  private String queryType() {
    return JavaName.type(endpoint.id()) + "Query";
  }

  private String itemType() {
    Optional<Node> data =
        endpoint
            .resultSchema()
            .map(endpoint.document()::resolve)
            .map(schema -> schema.get("properties").get("data").get("items"));
    return data.map(items -> JavaType.of(endpoint.document(), items)).orElse("Object");
  }

  private String description(String place, String name) {
    return endpoint.parameters().stream()
        .map(endpoint.document()::resolve)
        .filter(each -> each.get("in").is(place) && each.get("name").is(name))
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
