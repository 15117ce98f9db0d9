package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.DocumentTree;
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

/** Compares and carries over what an operation sends and what it responds with. */
final class ContentMerge extends PartMerge {
  private static final Set<String> OURS_ALWAYS = Set.of("401", "422", "429", "default");

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
      report(
          Kind.REQUEST_BODY,
          place,
          after.required() ? "new required body" : "new body",
          "",
          String.join(", ", after.content().keySet()),
          breakingIf(after.required()),
          our != null ? Decision.ALREADY : context.imports().addBody(theirs, after, ours));
    } else if (before != null && after == null) {
      if (our != null) {
        ours.raw().remove("requestBody");
      }
      report(
          Kind.REQUEST_BODY,
          place,
          "body removed",
          Severity.BREAKING,
          our == null ? Decision.ALREADY : Decision.APPLIED);
    } else if (before != null && after != null) {
      body(place, before, after, our);
    }
  }

  private void body(String place, Body before, Body after, @Nullable Body our) {
    if (before.required() != after.required()) {
      boolean required = after.required();
      boolean already = our != null && our.required() == required;
      if (our != null && !already) {
        our.raw().put("required", required);
      }
      report(
          Kind.REQUEST_BODY,
          place,
          requiredText(required),
          breakingIf(required),
          already ? Decision.ALREADY : Decision.APPLIED);
    }
    MediaTypes was = new MediaTypes(before.content());
    MediaTypes is = new MediaTypes(after.content());
    if (was.best().equals(is.best())) {
      rest(place, was, is, true);
      context
          .walk()
          .from(
              name,
              Direction.SENT,
              content(
                  place, our == null ? Map.of() : our.content(), our == null ? null : our.raw()),
              was.schema(),
              is.schema());
    } else {
      report(
          Kind.CONTENT_TYPE,
          place,
          "content type",
          was.best(),
          is.best(),
          Severity.BREAKING,
          context.imports().addBody(theirs, after, ours));
    }
  }

  /** The types that the client does not use: it stays with the one it has. */
  private void rest(String place, MediaTypes was, MediaTypes is, boolean sent) {
    Set<String> types = new LinkedHashSet<>(was.others());
    types.addAll(is.others());
    for (String each : types) {
      if (was.others().contains(each) != is.others().contains(each)) {
        boolean added = is.others().contains(each);
        report(
            Kind.CONTENT_TYPE,
            place,
            added ? "also takes another content type" : "no longer takes a content type",
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

  private static Place content(
      String place, Map<String, Use> content, @Nullable Map<String, @Nullable Object> raw) {
    MediaTypes types = new MediaTypes(content);
    if (raw == null || types.schema() == null) {
      return Place.nowhere(place);
    }
    return DocumentTree.object(raw.get("content")).values().stream()
        .map(DocumentTree::object)
        .findFirst()
        .map(media -> new Place(place, media, "schema", types.schema(), null))
        .orElse(Place.nowhere(place));
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
          is == null ? "success is no longer described" : "success is described now",
          was == null ? "" : was.status(),
          is == null ? "" : is.status(),
          is == null ? Severity.BREAKING : Severity.ADDITIVE,
          is == null || ours.success().isPresent()
              ? Decision.simplified("ours stays as it is")
              : Decision.notApplied(""));
    }
    Set<String> statuses = new LinkedHashSet<>(base.responses().keySet());
    statuses.addAll(theirs.responses().keySet());
    for (String status : statuses) {
      Response before = base.responses().get(status);
      Response after = theirs.responses().get(status);
      if (before == was && before != null || after == is && after != null) {
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
    String place = ours.id() + ", response";
    if (!was.status().equals(is.status())) {
      boolean same = our != null && our.status().equals(is.status());
      boolean follows = our != null && our.status().equals(was.status());
      if (follows && our != null) {
        rename(ours, our.status(), is.status());
      }
      boolean redirect = was.status().startsWith("3") != is.status().startsWith("3");
      report(
          Kind.RESPONSE,
          place,
          "success status",
          was.status(),
          is.status(),
          Severity.BREAKING,
          redirect && our != null
              ? context.imports().replaceSuccess(theirs, is, ours)
              : same
                  ? Decision.ALREADY
                  : follows
                      ? Decision.APPLIED
                      : Decision.deviation(
                          "ours is " + (our == null ? "not there" : our.status())));
      if (redirect) {
        return;
      }
    }
    both(was, is, our, is.status());
  }

  private static void rename(Operation ours, String from, String to) {
    Map<String, @Nullable Object> responses = DocumentTree.child(ours.raw(), "responses");
    Map<String, @Nullable Object> before = new LinkedHashMap<>(responses);
    responses.clear();
    before.forEach((status, node) -> responses.put(status.equals(from) ? to : status, node));
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
    if (was.best().equals(is.best())) {
      rest(place, was, is, false);
      if (!was.best().isEmpty()) {
        context
            .walk()
            .from(
                name,
                Direction.RECEIVED,
                content(
                    place, our == null ? Map.of() : our.content(), our == null ? null : our.raw()),
                was.schema(),
                is.schema());
      }
      return;
    }
    String text =
        was.best().isEmpty()
            ? "has a body now"
            : is.best().isEmpty() ? "has no body any more" : "content type";
    boolean had = our != null && !our.isEmpty();
    Decision decision;
    if (our == null || !component.isEmpty() || !success) {
      decision = Decision.harmless("an error's body is read in whatever form it comes");
    } else if (is.best().isEmpty()) {
      our.raw().remove("content");
      decision = had ? Decision.APPLIED : Decision.ALREADY;
    } else {
      decision = context.imports().setContent(our.raw(), after, ours.id());
    }
    report(
        Kind.CONTENT_TYPE,
        place,
        text,
        was.best(),
        is.best(),
        was.best().isEmpty() || !success ? Severity.ADDITIVE : Severity.BREAKING,
        decision);
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
            Decision.simplified("headers are read as text, by their names"));
      }
    }
  }

  private void status(String status, @Nullable Response after) {
    boolean had = ours.responses().containsKey(status);
    boolean success = status.startsWith("2") || status.startsWith("3");
    String place = "response " + status;
    if (after != null) {
      Decision decision =
          had
              ? Decision.ALREADY
              : success
                  ? Decision.harmless("the client takes any 2xx, and reads it as the one described")
                  : context.imports().addError(theirs, after, ours);
      report(Kind.RESPONSE, place, "new response", "", status, Severity.ADDITIVE, decision);
      return;
    }
    boolean always =
        OURS_ALWAYS.contains(status) || another(each -> each.responses().containsKey(status));
    if (had && !success && !always) {
      DocumentTree.child(ours.raw(), "responses").remove(status);
    }
    report(
        Kind.RESPONSE,
        place,
        "response removed",
        status,
        "",
        Severity.ADDITIVE,
        always
            ? Decision.deviation("every operation can respond so")
            : had && !success ? Decision.APPLIED : Decision.ALREADY);
  }
}
