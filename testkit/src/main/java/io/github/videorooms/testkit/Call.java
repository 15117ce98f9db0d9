package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.List;

/** A request to an operation: the id in its path, its query and its body. */
final class Call {
  private final RecordedRequest request;
  private final Cursors cursors;

  Call(RecordedRequest request, Cursors cursors) {
    this.request = request;
    this.cursors = cursors;
  }

  /** Returns the method, and what follows {@code /api/video/} with a placeholder for the id. */
  String operation() {
    List<String> path = request.url().pathSegments();
    StringBuilder template = new StringBuilder();
    for (int i = 2; i < path.size(); i++) {
      template.append(i == 2 ? "" : "/").append(i == 3 ? "{id}" : path.get(i));
    }
    return request.getMethod() + " " + template;
  }

  String id() {
    return request.url().pathSegments().get(3);
  }

  /**
   * Returns the parameters that the rules know.
   *
   * @throws Refusal if one is invalid
   */
  JsonObject query(Rules rules) {
    JsonObject sent = new JsonObject();
    request.getQuery().forEach(sent::addProperty);
    return rules.read(sent);
  }

  /**
   * Returns the body as it was sent.
   *
   * @throws Refusal if it is not JSON
   */
  JsonObject body() {
    try {
      return Json.read(request.getBody());
    } catch (JsonParseException e) {
      throw Refusal.badRequest();
    }
  }

  /** Answers with the page that the query asks for. */
  Answer page(JsonObject query, List<Stored> list) {
    return Answer.of(200, new Listing(cursors, request.url(), query).page(list));
  }
}
