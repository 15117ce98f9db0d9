package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the Video API as one document defines them, in a form that does not depend on
 * notation.
 */
public record Api(List<Operation> operations) {
  /** One operation: a method of a path. */
  public record Operation(
      String method,
      String path,
      Map<String, Parameter> parameters,
      @Nullable Body body,
      Map<String, Response> responses,
      Set<String> security,
      Set<String> servers,
      Map<String, String> vocabulary,
      Node raw) {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]*}");

    /**
     * Returns the method and the path, without the names of path parameters: no request has those.
     */
    public String address() {
      return method.toUpperCase(Locale.ROOT) + " " + structure(path);
    }

    /** Returns a path without the names of its parameters. */
    public static String structure(String path) {
      return PARAMETER.matcher(path).replaceAll("{}");
    }

    /** Returns the method and the path as the document writes them. */
    public String line() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    /** Returns the {@code operationId}, or the address if it has none. */
    public String id() {
      String id = raw.get("operationId").text();
      return id.isBlank() ? line() : id;
    }

    /** Returns the first tag, or {@code ""}. */
    public String tag() {
      return raw.get("tags").get(0).text();
    }

    /** Returns the success response: a 2xx, preferably one with a body, or a redirect. */
    public Optional<Response> success() {
      return Stream.of("200", "201", "2", "3")
          .flatMap(
              start ->
                  responses.values().stream()
                      .filter(each -> each.status().startsWith(start))
                      .sorted((one, two) -> Boolean.compare(one.isEmpty(), two.isEmpty())))
          .findFirst();
    }
  }

  /**
   * One parameter. Path parameters are identified by their position in the path.
   *
   * @param encoding the serialization of an array or an object, {@code ""} for anything else
   * @param original the node in the operation itself, which may be a reference
   */
  public record Parameter(
      String key,
      String name,
      String in,
      boolean required,
      String encoding,
      Use use,
      Node raw,
      Node original) {}

  /** A request body, by media type. */
  public record Body(boolean required, Map<String, Use> content, Node raw) {}

  /** The response for one status, by media type. */
  public record Response(
      String status, Map<String, Use> content, Map<String, Use> headers, Node raw) {
    /** Returns whether there is no body. */
    public boolean isEmpty() {
      return content.isEmpty();
    }

    /** Returns whether this is a 2xx or a redirect. */
    public boolean isSuccess() {
      return status.startsWith("2") || status.startsWith("3");
    }
  }
}
