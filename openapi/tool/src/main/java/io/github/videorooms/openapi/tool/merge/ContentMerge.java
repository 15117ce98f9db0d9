package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.incoming.Api.Body;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Response;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares and carries over what an operation sends and what it responds with. */
final class ContentMerge {
  private static final Set<String> OURS_ALWAYS = Set.of("401", "422", "429", "default");

  private final OurDocument document;
  private final OperationImport imports;
  private final ChangeCollector changes;
  private final SchemaWalk walk;
  private final List<OperationPair> pairs;

  ContentMerge(
      OurDocument document,
      OperationImport imports,
      ChangeCollector changes,
      SchemaWalk walk,
      List<OperationPair> pairs) {
    this.document = document;
    this.imports = imports;
    this.changes = changes;
    this.walk = walk;
    this.pairs = pairs;
  }

  void bodies(String name, Operation base, Operation theirs, Operation ours) {
    Body before = base.body();
    Body after = theirs.body();
    Body our = ours.body();
    String place = ours.id() + ", body";
    if (before == null && after != null) {
      changes.add(
          Kind.REQUEST_BODY,
          place,
          after.required() ? "new required body" : "new body",
          "",
          String.join(", ", after.content().keySet()),
          name,
          after.required() ? Severity.BREAKING : Severity.ADDITIVE,
          our != null ? Decision.ALREADY : imports.addBody(theirs, after, ours));
    } else if (before != null && after == null) {
      if (our != null) {
        ours.raw().remove("requestBody");
      }
      changes.add(
          Kind.REQUEST_BODY,
          place,
          "body removed",
          "",
          "",
          name,
          Severity.BREAKING,
          our == null ? Decision.ALREADY : Decision.APPLIED);
    } else if (before != null && after != null) {
      body(name, place, before, after, our, theirs, ours);
    }
  }

  private void body(
      String name,
      String place,
      Body before,
      Body after,
      @Nullable Body our,
      Operation theirs,
      Operation ours) {
    if (before.required() != after.required()) {
      boolean required = after.required();
      boolean already = our != null && our.required() == required;
      if (our != null && !already) {
        our.raw().put("required", required);
      }
      changes.add(
          Kind.REQUEST_BODY,
          place,
          required ? "is required now" : "is optional now",
          "",
          "",
          name,
          required ? Severity.BREAKING : Severity.ADDITIVE,
          already ? Decision.ALREADY : Decision.APPLIED);
    }
    MediaTypes was = new MediaTypes(before.content());
    MediaTypes is = new MediaTypes(after.content());
    if (was.best().equals(is.best())) {
      rest(name, place, was, is, true);
      walk.from(
          name,
          Direction.SENT,
          content(place, our == null ? Map.of() : our.content(), our == null ? null : our.raw()),
          was.schema(),
          is.schema());
    } else {
      changes.add(
          Kind.CONTENT_TYPE,
          place,
          "content type",
          was.best(),
          is.best(),
          name,
          Severity.BREAKING,
          imports.addBody(theirs, after, ours));
    }
  }

  /** The types that the client does not use: it stays with the one it has. */
  private void rest(String name, String place, MediaTypes was, MediaTypes is, boolean sent) {
    Set<String> types = new LinkedHashSet<>(was.others());
    types.addAll(is.others());
    for (String each : types) {
      if (was.others().contains(each) != is.others().contains(each)) {
        boolean added = is.others().contains(each);
        changes.add(
            Kind.CONTENT_TYPE,
            place,
            added ? "also takes another content type" : "no longer takes a content type",
            added ? "" : each,
            added ? each : "",
            name,
            Severity.ADDITIVE,
            Decision.harmless("the client " + (sent ? "sends " : "asks for ") + was.best()));
      } else if (!SchemaComparison.none(was.schema(each), is.schema(each))) {
        changes.add(
            Kind.CONTENT_TYPE,
            place,
            "another content type changed",
            each,
            "",
            name,
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
    return Tree.object(raw.get("content")).values().stream()
        .map(Tree::object)
        .findFirst()
        .map(media -> new Place(place, media, "schema", types.schema(), null))
        .orElse(Place.nowhere(place));
  }

  void responses(String name, Operation base, Operation theirs, Operation ours) {
    @Nullable Response was = base.success().orElse(null);
    @Nullable Response is = theirs.success().orElse(null);
    if (was != null && is != null) {
      success(name, was, is, theirs, ours);
    } else if (was != is) {
      changes.add(
          Kind.RESPONSE,
          ours.id() + ", response",
          is == null ? "success is no longer described" : "success is described now",
          was == null ? "" : was.status(),
          is == null ? "" : is.status(),
          name,
          is == null ? Severity.BREAKING : Severity.ADDITIVE,
          is == null
              ? Decision.simplified("ours stays as it is")
              : ours.success().isPresent()
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
        both(name, before, after, ours.responses().get(status), ours, status);
      } else {
        status(name, status, after, theirs, ours);
      }
    }
  }

  private void success(String name, Response was, Response is, Operation theirs, Operation ours) {
    @Nullable Response our = ours.success().orElse(null);
    String place = ours.id() + ", response";
    if (!was.status().equals(is.status())) {
      boolean same = our != null && our.status().equals(is.status());
      boolean follows = our != null && our.status().equals(was.status());
      if (follows && our != null) {
        rename(ours, our.status(), is.status());
      }
      boolean redirect = was.status().startsWith("3") != is.status().startsWith("3");
      changes.add(
          Kind.RESPONSE,
          place,
          "success status",
          was.status(),
          is.status(),
          name,
          Severity.BREAKING,
          redirect && our != null
              ? imports.replaceSuccess(theirs, is, ours)
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
    both(name, was, is, our, ours, is.status());
  }

  private static void rename(Operation ours, String from, String to) {
    Map<String, @Nullable Object> responses = Tree.child(ours.raw(), "responses");
    Map<String, @Nullable Object> before = new LinkedHashMap<>(responses);
    responses.clear();
    before.forEach((status, node) -> responses.put(status.equals(from) ? to : status, node));
  }

  private void both(
      String name,
      Response before,
      Response after,
      @Nullable Response our,
      Operation ours,
      String status) {
    boolean success = after.isSuccess();
    String component = our == null ? "" : document.nameOf(our.raw());
    String place =
        success
            ? ours.id() + ", response"
            : component.isEmpty() ? ours.id() + ", response " + status : component;
    headers(name, place, before, after);
    MediaTypes was = new MediaTypes(before.content());
    MediaTypes is = new MediaTypes(after.content());
    if (was.best().equals(is.best())) {
      rest(name, place, was, is, false);
      if (!was.best().isEmpty()) {
        walk.from(
            name,
            Direction.RECEIVED,
            content(place, our == null ? Map.of() : our.content(), our == null ? null : our.raw()),
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
      decision = imports.setContent(our.raw(), after, ours.id());
    }
    changes.add(
        Kind.CONTENT_TYPE,
        place,
        text,
        was.best(),
        is.best(),
        name,
        was.best().isEmpty() || !success ? Severity.ADDITIVE : Severity.BREAKING,
        decision);
  }

  private void headers(String name, String place, Response before, Response after) {
    Set<String> names = new LinkedHashSet<>(before.headers().keySet());
    names.addAll(after.headers().keySet());
    for (String each : names) {
      Use was = before.headers().get(each);
      Use is = after.headers().get(each);
      if (!SchemaComparison.none(was, is)) {
        changes.add(
            Kind.HEADER,
            place + ", header " + each,
            was == null ? "new header" : is == null ? "header removed" : "header changed",
            was == null ? "" : was.schema(),
            is == null ? "" : is.schema(),
            name,
            was == null ? Severity.ADDITIVE : Severity.BREAKING,
            Decision.simplified("headers are read as text, by their names"));
      }
    }
  }

  private void status(
      String name, String status, @Nullable Response after, Operation theirs, Operation ours) {
    boolean had = ours.responses().containsKey(status);
    boolean success = status.startsWith("2") || status.startsWith("3");
    String place = ours.id() + ", response " + status;
    if (after != null) {
      Decision decision =
          had
              ? Decision.ALREADY
              : success
                  ? Decision.harmless("the client takes any 2xx, and reads it as the one described")
                  : imports.addError(theirs, after, ours);
      changes.add(
          Kind.RESPONSE, place, "new response", "", status, name, Severity.ADDITIVE, decision);
      return;
    }
    boolean always =
        OURS_ALWAYS.contains(status)
            || OperationPair.another(
                pairs, theirs, ours, each -> each.responses().containsKey(status));
    if (had && !success && !always) {
      Tree.child(ours.raw(), "responses").remove(status);
    }
    changes.add(
        Kind.RESPONSE,
        place,
        "response removed",
        status,
        "",
        name,
        Severity.ADDITIVE,
        always
            ? Decision.deviation("every operation can respond so")
            : had && !success ? Decision.APPLIED : Decision.ALREADY);
  }
}
