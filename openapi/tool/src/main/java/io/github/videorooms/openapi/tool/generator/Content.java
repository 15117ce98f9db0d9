package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A body: its media type, and the type that stands for it in Java. */
public final class Content {
  private final Document document;
  private final Node media;

  private Content(Document document, Node media) {
    this.document = document;
    this.media = media;
  }

  /** The body that a request or response has; JSON if there is a choice. */
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

  /** Where the document describes the body: its schema and its examples. */
  public Node description() {
    return media;
  }

  private String essence() {
    return mediaType().toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
  }

  public String mediaType() {
    return media.key();
  }

  /** Whether the media type is one, and no range. */
  public boolean isExact() {
    return !essence().contains("*");
  }

  /** The Java type of a request's body. */
  public String requestType() {
    return isForm() ? type() : typeOr("RequestBody");
  }

  /** The Java type of a response's body. */
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
