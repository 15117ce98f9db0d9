package io.github.videorooms.testkit;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A response of the space: a status, usually with JSON. */
final class ApiResponse {
  final int status;
  final byte[] body;
  final Map<String, String> headers;

  ApiResponse(int status, String body, Map<String, String> headers) {
    this(status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private ApiResponse(int status, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  static ApiResponse of(int status, JsonObject body) {
    return new ApiResponse(status, body.toString(), json());
  }

  static ApiResponse file(byte[] file, String type) {
    return new ApiResponse(
        200, file, Map.of("Content-Type", type, "Content-Length", Integer.toString(file.length)));
  }

  /** A file without its beginning. */
  static ApiResponse restOf(byte[] file, int from, String type) {
    String range = "bytes " + from + "-" + (file.length - 1) + "/" + file.length;
    ApiResponse rest = file(Arrays.copyOfRange(file, from, file.length), type);
    return new ApiResponse(206, rest.body, rest.headers).withHeader("Content-Range", range);
  }

  static ApiResponse noContent() {
    return new ApiResponse(204, "", Map.of());
  }

  ApiResponse withBody(String other) {
    return new ApiResponse(status, other, headers.isEmpty() ? json() : headers);
  }

  ApiResponse withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new ApiResponse(status, body, Collections.unmodifiableMap(more));
  }

  /** Returns the total length of the names and values of the headers. */
  int headerLength() {
    return headers.entrySet().stream()
        .mapToInt(header -> header.getKey().length() + header.getValue().length())
        .sum();
  }

  Response.Builder toResponse() {
    return Response.response()
        .status(status)
        .headers(
            new HttpHeaders(
                headers.entrySet().stream()
                    .map(header -> HttpHeader.httpHeader(header.getKey(), header.getValue()))
                    .collect(Collectors.toList())))
        .body(body);
  }

  private static Map<String, String> json() {
    return Map.of("Content-Type", "application/json");
  }
}
