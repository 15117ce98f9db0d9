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
 * The operations of the Video API, as one document describes them: what may be sent and received,
 * whatever the spelling.
 */
public record Api(List<Operation> operations) {
  /** One method of one path. */
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

    /** Method and path, without the names of the path's parameters: no request shows those. */
    public String address() {
      return method.toUpperCase(Locale.ROOT) + " " + structure(path);
    }

    /** Returns a path without the names of its parameters. */
    public static String structure(String path) {
      return PARAMETER.matcher(path).replaceAll("{}");
    }

    /** Method and path as the document writes them. */
    public String line() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    /** The name in the document, or the address if it has none. */
    public String id() {
      String id = raw.get("operationId").text();
      return id.isBlank() ? line() : id;
    }

    /** The first tag, or {@code ""}. */
    public String tag() {
      return raw.get("tags").get(0).text();
    }

    /** The response that a caller hopes for: a 2xx with a body if there is one, or a redirect. */
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
   * One parameter. Those of the path are known by their place in it.
   *
   * @param encoding how a list or an object is written, {@code ""} for anything else
   * @param original what the operation itself has, which may be a reference
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

  /** What a request carries, by media type. */
  public record Body(boolean required, Map<String, Use> content, Node raw) {}

  /** What comes back with a status, by media type. */
  public record Response(
      String status, Map<String, Use> content, Map<String, Use> headers, Node raw) {
    /** Whether there is no body. */
    public boolean isEmpty() {
      return content.isEmpty();
    }

    /** Whether this is a 2xx or a redirect. */
    public boolean isSuccess() {
      return status.startsWith("2") || status.startsWith("3");
    }
  }
}
