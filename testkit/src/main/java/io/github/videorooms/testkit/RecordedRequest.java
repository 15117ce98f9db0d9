package io.github.videorooms.testkit;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A request that a {@link FakeSpace} received. */
public final class RecordedRequest {
  /**
   * The header that marks a response as the document's example; its value is the operation's id.
   */
  static final String EXAMPLE_HEADER = "FakeSpace-Example";

  private final String method;
  private final HttpUrl url;
  private final Map<String, List<String>> query;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final @Nullable String operationId;
  private final boolean hasExampleResponse;

  RecordedRequest(
      String method,
      HttpUrl url,
      Map<String, List<String>> headers,
      byte[] body,
      @Nullable String operationId,
      boolean hasExampleResponse) {
    this.method = method;
    this.url = url;
    this.query = queryOf(url);
    this.headers = headers;
    this.body = body;
    this.operationId = operationId;
    this.hasExampleResponse = hasExampleResponse;
  }

  /** A request with its response. */
  static RecordedRequest of(Request request, Response response, ApiDescription api) {
    String path = HttpUrl.get(request.getAbsoluteUrl()).encodedPath();
    return of(
        request,
        api.operationId(request.getMethod().getName(), path),
        response.getHeaders().getHeader(EXAMPLE_HEADER).isPresent());
  }

  /** A request that has no response yet, and whose operation has not been determined. */
  static RecordedRequest of(Request request) {
    return of(request, null, false);
  }

  private static RecordedRequest of(
      Request request, @Nullable String operationId, boolean hasExampleResponse) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (HttpHeader header : request.getHeaders().all()) {
      headers.put(header.key(), List.copyOf(header.values()));
    }
    byte[] body = request.getBody();
    return new RecordedRequest(
        request.getMethod().getName(),
        HttpUrl.get(request.getAbsoluteUrl()),
        Collections.unmodifiableMap(headers),
        body == null ? new byte[0] : body,
        operationId,
        hasExampleResponse);
  }

  /**
   * Returns the id of the operation that the request was for, whatever the response.
   *
   * @return the id in the API's document, such as {@code create_room}; null for a download, and if
   *     the API has no operation with this method and path
   */
  public @Nullable String getOperationId() {
    return operationId;
  }

  /**
   * Returns the HTTP method.
   *
   * @return such as {@code POST}
   */
  public String getMethod() {
    return method;
  }

  /**
   * Returns the path, percent-encoded, without the query.
   *
   * @return such as {@code /api/video/rooms}
   */
  public String getPath() {
    return url.encodedPath();
  }

  /**
   * Returns the parameters of the query.
   *
   * @return names and decoded values, in the order of the request; unmodifiable
   */
  public Map<String, List<String>> getQueryParameters() {
    return query;
  }

  /**
   * Returns a parameter of the query.
   *
   * @param name its name, as the API spells it
   * @return its first value, decoded, empty if it has none; null if the parameter was not sent
   */
  public @Nullable String getQueryParameter(String name) {
    List<String> values = query.get(Objects.requireNonNull(name, "name"));
    return values == null ? null : values.get(0);
  }

  /**
   * Returns the headers, including credentials.
   *
   * @return names, matched in any letter case, and their values; unmodifiable
   */
  public Map<String, List<String>> getHeaders() {
    return headers;
  }

  /**
   * Returns a header.
   *
   * @param name its name, in any letter case
   * @return its first value, or null if it was not sent
   */
  public @Nullable String getHeader(String name) {
    List<String> values = headers.get(Objects.requireNonNull(name, "name"));
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /**
   * Returns the body as it was sent. To compare it with a request, read it:
   *
   * <pre>{@code
   * CreateRoomRequest sent = CreateRoomRequest.fromJson(request.getBody());
   * }</pre>
   *
   * @return the body, usually JSON; empty if there was none
   */
  public String getBody() {
    // Not stored, since text takes up to twice as much memory as the bytes that are counted.
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * Returns whether the response was the example in the API's document, since {@link FakeSpace}
   * does not simulate the operation.
   *
   * @return false also if the response came from a stub, or from a failure that does not execute
   *     the request
   */
  public boolean hasExampleResponse() {
    return hasExampleResponse;
  }

  HttpUrl url() {
    return url;
  }

  /** Whether there is a body. */
  boolean hasBody() {
    return body.length > 0;
  }

  /** Estimates the memory that this takes, in bytes. */
  long size() {
    Stream<String> texts =
        headers.entrySet().stream()
            .flatMap(
                header -> Stream.concat(Stream.of(header.getKey()), header.getValue().stream()));
    return MessageSize.of(url.toString(), texts, body.length);
  }

  /** Returns the method and the path; the rest may contain secrets. */
  @Override
  public String toString() {
    return method + " " + getPath();
  }

  private static Map<String, List<String>> queryOf(HttpUrl url) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String name : url.queryParameterNames()) {
      query.put(
          name,
          url.queryParameterValues(name).stream()
              .map(value -> Objects.requireNonNullElse(value, ""))
              .collect(Collectors.toUnmodifiableList()));
    }
    return Collections.unmodifiableMap(query);
  }
}
