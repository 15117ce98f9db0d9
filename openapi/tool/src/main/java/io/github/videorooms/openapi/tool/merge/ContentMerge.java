package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.incoming.Api.Body;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Response;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges the request body and the responses of an operation. */
final class ContentMerge extends PartMerge {
  ContentMerge(Context context, String name, Operation base, Operation theirs, Operation ours) {
    super(context, name, base, theirs, ours);
  }

  void apply() {
    bodies();
    responses();
  }

  private void bodies() {
    Body before = base.body();
    Body after = theirs.body();
    Body our = ours.body();
    String place = ours.id() + ", body";
    if (before == null && after != null) {
      carryOver(
          Kind.REQUEST_BODY,
          place,
          after.required() ? "new required body" : "new body",
          "",
          String.join(", ", after.content().keySet()),
          breakingIf(after.required()),
          each -> each.body() != null && each.body().required() == after.required(),
          () -> our != null ? Decision.ALREADY : context.imports().addBody(theirs, after, ours));
    } else if (before != null && after == null) {
      carryOver(
          Kind.REQUEST_BODY,
          place,
          "body removed",
          "",
          "",
          Severity.BREAKING,
          each -> each.body() == null,
          () -> ours.raw().remove("requestBody") ? Decision.APPLIED : Decision.ALREADY);
    } else if (before != null && after != null) {
      body(place, before, after, our);
    }
  }

  private void body(String place, Body before, Body after, @Nullable Body our) {
    if (before.required() != after.required()) {
      boolean required = after.required();
      carryOver(
          Kind.REQUEST_BODY,
          place,
          requiredText(required),
          "",
          "",
          breakingIf(required),
          each -> each.body() != null && each.body().required() == required,
          () -> require(our, required));
    }
    MediaTypes was = new MediaTypes(before.content());
    MediaTypes is = new MediaTypes(after.content());
    boolean already = our != null && new MediaTypes(our.content()).best().equals(is.best());
    if (!was.best().equals(is.best())) {
      carryOver(
          Kind.CONTENT_TYPE,
          place,
          "content type",
          was.best(),
          is.best(),
          Severity.BREAKING,
          each -> each.body() != null && best(each.body().content()).equals(is.best()),
          () -> already ? Decision.ALREADY : context.imports().addBody(theirs, after, ours));
    } else {
      rest(place, was, is, true);
    }
    if (already || was.best().equals(is.best())) {
      walk(
          Direction.SENT,
          place,
          our == null ? Map.of() : our.content(),
          our == null ? Node.of(null) : our.raw(),
          was,
          is);
    }
  }

  private static Decision require(@Nullable Body our, boolean required) {
    if (our == null) {
      return Decision.notApplied("video.yaml has no body");
    }
    if (our.required() == required) {
      return Decision.ALREADY;
    }
    our.raw().put("required", required);
    return Decision.APPLIED;
  }

  /** Reports changes of the media types that the client does not use; it keeps the one it uses. */
  private void rest(String place, MediaTypes was, MediaTypes is, boolean sent) {
    Set<String> types = new LinkedHashSet<>(was.others());
    types.addAll(is.others());
    for (String each : types) {
      if (was.others().contains(each) != is.others().contains(each)) {
        boolean added = is.others().contains(each);
        report(
            Kind.CONTENT_TYPE,
            place,
            added ? "another content type is accepted" : "a content type is no longer accepted",
            added ? "" : each,
            added ? each : "",
            Severity.ADDITIVE,
            Decision.harmless("the client " + (sent ? "sends " : "asks for ") + was.best()));
      } else if (!SchemaComparison.none(was.schema(each), is.schema(each))) {
        report(
            Kind.CONTENT_TYPE,
            place,
            "another content type changed",
            each,
            "",
            Severity.ADDITIVE,
            Decision.harmless("the client " + (sent ? "sends " : "asks for ") + was.best()));
      }
    }
  }

  /**
   * Starts the schema walk at a body. If the media type changed, the two schemas are compared only
   * if they are of the same type.
   */
  private void walk(
      Direction direction,
      String place,
      Map<String, Use> our,
      Node raw,
      MediaTypes was,
      MediaTypes is) {
    @Nullable Use before = was.schema();
    @Nullable Use after = is.schema();
    if (before == null || after == null) {
      return;
    }
    boolean comparable =
        was.best().equals(is.best()) || SchemaComparison.sameType(before.schema(), after.schema());
    @Nullable Use schema = new MediaTypes(our).schema();
    Place there =
        raw.get("content")
            .members()
            .filter(media -> schema != null)
            .findFirst()
            .map(media -> new Place(place, media, "schema", schema, null))
            .orElse(Place.nowhere(place));
    context.walk().from(name, direction, there, comparable ? before : after, after);
  }

  private void responses() {
    @Nullable Response was = base.success().orElse(null);
    @Nullable Response is = theirs.success().orElse(null);
    if (was != null && is != null) {
      success(was, is);
    } else if (was != is) {
      report(
          Kind.RESPONSE,
          ours.id() + ", response",
          is == null ? "success response removed" : "new success response",
          was == null ? "" : was.status(),
          is == null ? "" : is.status(),
          is == null ? Severity.BREAKING : Severity.ADDITIVE,
          is == null || ours.success().isPresent()
              ? Decision.simplified("video.yaml stays as it is")
              : Decision.notApplied(""));
    }
    Set<String> statuses = new LinkedHashSet<>(base.responses().keySet());
    statuses.addAll(theirs.responses().keySet());
    for (String status : statuses) {
      Response before = base.responses().get(status);
      Response after = theirs.responses().get(status);
      if ((before != null && before == was) || (after != null && after == is)) {
        continue;
      }
      if (before != null && after != null) {
        both(before, after, ours.responses().get(status), status);
      } else {
        status(status, after);
      }
    }
  }

  private void success(Response was, Response is) {
    @Nullable Response our = ours.success().orElse(null);
    if (!was.status().equals(is.status())) {
      boolean redirect = was.status().startsWith("3") != is.status().startsWith("3");
      carryOver(
          Kind.RESPONSE,
          ours.id() + ", response",
          "success status",
          was.status(),
          is.status(),
          Severity.BREAKING,
          each -> each.success().map(Response::status).orElse("").equals(is.status()),
          () -> become(was, is, our, redirect));
      if (redirect) {
        return;
      }
    }
    both(was, is, our, is.status());
  }

  private Decision become(Response was, Response is, @Nullable Response our, boolean redirect) {
    if (our != null && our.status().equals(is.status())) {
      return Decision.ALREADY;
    }
    if (our != null && redirect) {
      return context.imports().replaceSuccess(theirs, is, ours);
    }
    if (our != null && our.status().equals(was.status())) {
      rename(ours, our.status(), is.status());
      return Decision.APPLIED;
    }
    return Decision.deviation(
        "video.yaml has " + (our == null ? "no such response" : our.status()));
  }

  private static void rename(Operation ours, String from, String to) {
    Node responses = ours.raw().child("responses");
    Map<String, @Nullable Object> renamed = new LinkedHashMap<>();
    responses
        .members()
        .forEach(each -> renamed.put(each.key().equals(from) ? to : each.key(), each.value()));
    KeyOrder.sort(responses, renamed);
  }

  private void both(Response before, Response after, @Nullable Response our, String status) {
    boolean success = after.isSuccess();
    String component = our == null ? "" : context.document().nameOf(our.raw());
    String place =
        success
            ? ours.id() + ", response"
            : component.isEmpty() ? ours.id() + ", response " + status : component;
    headers(place, before, after);
    MediaTypes was = new MediaTypes(before.content());
    MediaTypes is = new MediaTypes(after.content());
    boolean already = our != null && best(our.content()).equals(is.best());
    if (was.best().equals(is.best())) {
      rest(place, was, is, false);
    } else {
      Severity wire = was.best().isEmpty() || !success ? Severity.ADDITIVE : Severity.BREAKING;
      String text =
          was.best().isEmpty()
              ? "now has a body"
              : is.best().isEmpty() ? "no longer has a body" : "content type";
      if (our == null || !component.isEmpty() || !success) {
        report(
            Kind.CONTENT_TYPE,
            place,
            text,
            was.best(),
            is.best(),
            wire,
            Decision.harmless("the client reads error bodies of any content type"));
      } else {
        carryOver(
            Kind.CONTENT_TYPE,
            place,
            text,
            was.best(),
            is.best(),
            wire,
            each -> each.success().map(one -> best(one.content())).orElse("").equals(is.best()),
            () -> already ? Decision.ALREADY : setContent(our, after, is.best().isEmpty()));
      }
    }
    if (already || was.best().equals(is.best())) {
      walk(
          Direction.RECEIVED,
          place,
          our == null ? Map.of() : our.content(),
          our == null ? Node.of(null) : our.raw(),
          was,
          is);
    }
  }

  private Decision setContent(Response our, Response after, boolean isEmpty) {
    if (isEmpty) {
      our.raw().remove("content");
      return Decision.APPLIED;
    }
    return context.imports().setContent(our.raw(), after, ours.id());
  }

  private static String best(Map<String, Use> content) {
    return new MediaTypes(content).best();
  }

  private void headers(String place, Response before, Response after) {
    Set<String> names = new LinkedHashSet<>(before.headers().keySet());
    names.addAll(after.headers().keySet());
    for (String each : names) {
      Use was = before.headers().get(each);
      Use is = after.headers().get(each);
      if (!SchemaComparison.none(was, is)) {
        report(
            Kind.HEADER,
            place + ", header " + each,
            was == null ? "new header" : is == null ? "header removed" : "header changed",
            was == null ? "" : was.schema(),
            is == null ? "" : is.schema(),
            was == null ? Severity.ADDITIVE : Severity.BREAKING,
            Decision.simplified("the client reads headers as strings, by name"));
      }
    }
  }

  private void status(String status, @Nullable Response after) {
    boolean had = ours.responses().containsKey(status);
    boolean success = status.startsWith("2") || status.startsWith("3");
    String place = place(status);
    if (after != null) {
      carryOver(
          Kind.RESPONSE,
          place,
          "new response",
          "",
          status,
          Severity.ADDITIVE,
          each -> true,
          () ->
              had
                  ? Decision.ALREADY
                  : success
                      ? Decision.harmless(
                          "the client accepts any 2xx and reads it as the documented one")
                      : context.imports().addError(theirs, after, ours));
      return;
    }
    carryOver(
        Kind.RESPONSE,
        place,
        "response removed",
        status,
        "",
        Severity.ADDITIVE,
        each -> !each.responses().containsKey(status),
        () -> {
          if (Document.COMMON_ERRORS.contains(status)) {
            return Decision.deviation("every operation can return this status");
          }
          if (!had || success) {
            return Decision.ALREADY;
          }
          ours.raw().get("responses").remove(status);
          return Decision.APPLIED;
        });
  }

  /** Returns the place of an error status, which all operations share. */
  static String place(String status) {
    return "response " + status;
  }
}
