package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request or response body: its media type and its Java type. */
public final class Content {
  private final Document document;
  private final Node media;

  private Content(Document document, Node media) {
    this.document = document;
    this.media = media;
  }

  /** Returns the body of a request or response, preferably as JSON. */
  public static Optional<Content> of(Document document, Node holder) {
    List<Content> all =
        document
            .resolve(holder)
            .get("content")
            .members()
            .map(media -> new Content(document, media))
            .collect(Collectors.toList());
    return all.stream().filter(Content::isJson).findFirst().or(() -> all.stream().findFirst());
  }

  public boolean isJson() {
    return essence().endsWith("/json") || essence().endsWith("+json") || essence().equals("*/*");
  }

  boolean isText() {
    return essence().startsWith("text/");
  }

  boolean isForm() {
    return essence().equals("application/x-www-form-urlencoded");
  }

  /** Returns the media type object, with the schema and the examples. */
  public Node description() {
    return media;
  }

  private String essence() {
    return mediaType().toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
  }

  public String mediaType() {
    return media.key();
  }

  /** Returns whether the media type is not a range. */
  public boolean isExact() {
    return !essence().contains("*");
  }

  /** Returns the Java type of a request body. */
  public String requestType() {
    return isForm() ? type() : typeOr("RequestBody");
  }

  /** Returns the Java type of a response body. */
  public String responseType() {
    return typeOr("ResponseBody");
  }

  private String typeOr(String bytes) {
    if (isJson()) {
      return type();
    }
    return isText() ? "String" : bytes;
  }

  private String type() {
    return ValueType.of(document, media.get("schema")).name();
  }
}
