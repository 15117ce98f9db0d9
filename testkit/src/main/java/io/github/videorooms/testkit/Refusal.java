package io.github.videorooms.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request that is not carried out; it knows what to answer instead. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Answer answer;

  private Refusal(String message, Answer answer) {
    super(message, null, false, false);
    this.answer = answer;
  }

  static Refusal badRequest() {
    return plain(400, "Bad Request");
  }

  static Refusal unauthorized() {
    return plain(401, "Unauthorized");
  }

  static Refusal notFound() {
    return plain(404, "Not Found");
  }

  static Refusal of(String code, @Nullable String attribute, String text) {
    return of(List.of(new Problem(code, attribute, text)));
  }

  static Refusal of(List<Problem> problems) {
    String message = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    JsonArray items = new JsonArray();
    problems.forEach(problem -> items.add(problem.toJson()));
    JsonObject body = new JsonObject();
    body.add("errors", items);
    return new Refusal(message, Answer.of(422, body));
  }

  /** Returns the body of an error other than status 422. */
  static JsonObject body(String error) {
    JsonObject body = new JsonObject();
    body.addProperty("error", error);
    return body;
  }

  Answer answer() {
    return answer;
  }

  private static Refusal plain(int status, String error) {
    return new Refusal(error, Answer.of(status, body(error)));
  }
}
