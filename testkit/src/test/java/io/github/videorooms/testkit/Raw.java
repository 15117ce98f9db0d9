package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Sends to a space what the client cannot. */
final class Raw {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final FakeSpace space;
  private final String authorization;

  private Raw(FakeSpace space, String authorization) {
    this.space = space;
    this.authorization = authorization;
  }

  static Raw to(FakeSpace space) {
    return new Raw(space, basic(space.getProject(), space.getToken()));
  }

  static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Sends other credentials; an empty text sends none. */
  Raw authorization(String other) {
    return new Raw(space, other);
  }

  Reply get(String path) {
    return send("GET", path, "");
  }

  Reply delete(String path) {
    return send("DELETE", path, "");
  }

  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  Reply put(String path, String body) {
    return send("PUT", path, body);
  }

  /** Sends a request; the path follows {@code /api/video}, unless it is a whole address. */
  Reply send(String method, String path, String body) {
    URI uri = URI.create(path.startsWith("http") ? path : space.getUrl() + "/api/video" + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "*/*");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (body.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .method(method, BodyPublishers.ofString(body))
          .header("Content-Type", "application/json");
    }
    try {
      return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  record Reply(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    JsonObject json() {
      return JsonParser.parseString(body()).getAsJsonObject();
    }

    /** The items of a rejection as {@code attribute: code}. */
    List<String> problems() {
      return json().getAsJsonArray("errors").asList().stream()
          .map(item -> item.getAsJsonObject())
          .map(
              item ->
                  (item.get("attribute").isJsonNull() ? "" : item.get("attribute").getAsString())
                      + ": "
                      + item.get("code").getAsString())
          .toList();
    }
  }
}
