package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.incoming.Api.Body;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import io.github.videorooms.openapi.tool.incoming.Api.Response;
import io.github.videorooms.openapi.tool.incoming.Same;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import io.github.videorooms.openapi.tool.incoming.SecurityReader;
import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares one operation of the vendor's with what it was, carries over what its schemas do not
 * say, and sends the walk through those.
 */
final class OperationMerge {
  private static final Set<String> OURS_ALWAYS = Set.of("401", "422", "429", "default");

  private final OurDocument document;
  private final OperationImport imports;
  private final Changes changes;
  private final Walk walk;
  private final List<OperationPair> pairs;

  OperationMerge(
      OurDocument document,
      OperationImport imports,
      Changes changes,
      Walk walk,
      List<OperationPair> pairs) {
    this.document = document;
    this.imports = imports;
    this.changes = changes;
    this.walk = walk;
    this.pairs = pairs;
  }

  /** Carries over what became of an operation that there was. */
  void apply(OperationPair pair) {
    Operation base = pair.base();
    Operation theirs = pair.theirs();
    Operation ours = pair.ours();
    if (base == null) {
      return;
    }
    if (theirs == null) {
      changes.add(
          Kind.OPERATION,
          ours == null ? base.id() : ours.id(),
          "operation removed",
          base.line(),
          "",
          pair.name(),
          Severity.BREAKING,
          ours == null ? Decision.ALREADY : remove(ours));
    } else if (ours == null) {
      absent(pair, base, theirs);
    } else {
      compare(pair, base, theirs, ours);
    }
  }

  private Decision remove(Operation ours) {
    if (pairs.stream().anyMatch(each -> each.theirs() != null && each.ours() == ours)) {
      return Decision.simplified("ours stays, for the other operation at this address");
    }
    Map<String, @Nullable Object> item = Tree.object(document.paths().get(ours.path()));
    item.remove(ours.method());
    if (item.isEmpty()) {
      document.paths().remove(ours.path());
    }
    return Decision.APPLIED;
  }

  /** One that was left out before is tried again when something about it changed. */
  private void absent(OperationPair pair, Operation base, Operation theirs) {
    if (!Same.operations(base, theirs)) {
      changes.add(
          Kind.OPERATION,
          base.id(),
          "operation changed",
          "",
          "",
          pair.name(),
          Severity.ADDITIVE,
          imports.add(theirs, tag(theirs)));
    }
  }

  /** Adds an operation that there was not. */
  void addNew(OperationPair pair) {
    Operation theirs = pair.theirs();
    if (theirs == null || pair.base() != null) {
      return;
    }
    changes.add(
        Kind.OPERATION,
        theirs.id(),
        "new operation",
        "",
        theirs.line(),
        pair.name(),
        Severity.ADDITIVE,
        pair.ours() == null ? imports.add(theirs, tag(theirs)) : Decision.ALREADY);
  }

  /**
   * The tag of ours for the nearest operation that has the same tag with the vendor, or a new one.
   */
  private String tag(Operation theirs) {
    String nearest = "";
    int longest = -1;
    for (OperationPair each : pairs) {
      Operation their = each.theirs();
      Operation our = each.ours();
      if (their != null && our != null && their.tag().equals(theirs.tag())) {
        int length = common(their.path(), theirs.path());
        nearest = length > longest ? our.tag() : nearest;
        longest = Math.max(longest, length);
      }
    }
    return nearest.isEmpty()
        ? Identifier.words(theirs.tag().isEmpty() ? "Video" : theirs.tag())
        : nearest;
  }

  private static int common(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
  }

  /** Whether another operation of the vendor's that is the same for us passes a test. */
  private boolean another(Operation theirs, Operation ours, Predicate<Operation> test) {
    return pairs.stream()
        .filter(each -> each.ours() == ours && each.theirs() != null && each.theirs() != theirs)
        .anyMatch(each -> test.test(each.theirs()));
  }

  private void compare(OperationPair pair, Operation base, Operation theirs, Operation ours) {
    String name = pair.name();
    parameters(name, base, theirs, ours);
    bodies(name, base, theirs, ours);
    responses(name, base, theirs, ours);
    credentials(name, base, theirs, ours);
    boolean said = !base.servers().isEmpty() && !theirs.servers().isEmpty();
    if (said && !hosts(base).equals(hosts(theirs))) {
      changes.add(
          Kind.SERVER,
          "servers",
          "servers",
          base.servers(),
          theirs.servers(),
          name,
          hosts(theirs).containsAll(hosts(base)) ? Severity.ADDITIVE : Severity.BREAKING,
          Decision.notApplied("the client's address comes from the name of a space"));
    }
    flags(name, base, theirs, ours);
  }

  /** The servers of an operation: their case, and the names of their variables, say nothing. */
  private static Set<String> hosts(Operation operation) {
    return operation.servers().stream()
        .map(each -> Operation.structure(each).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private void flags(String name, Operation base, Operation theirs, Operation ours) {
    boolean deprecated = isDeprecated(theirs);
    if (isDeprecated(base) != deprecated) {
      if (deprecated) {
        ours.raw().put("deprecated", true);
      } else {
        ours.raw().remove("deprecated");
      }
      changes.add(
          Kind.OPERATION,
          id(ours),
          deprecated ? "is deprecated now" : "is no longer deprecated",
          "",
          "",
          name,
          Severity.ADDITIVE,
          Decision.APPLIED);
    }
    Set<String> words = new LinkedHashSet<>(base.vocabulary().keySet());
    words.addAll(theirs.vocabulary().keySet());
    for (String each : words) {
      String before = base.vocabulary().getOrDefault(each, "");
      String after = theirs.vocabulary().getOrDefault(each, "");
      if (!before.equals(after)) {
        changes.add(
            Kind.OPERATION,
            id(ours),
            each,
            shortened(before),
            shortened(after),
            name,
            before.isEmpty() ? Severity.ADDITIVE : Severity.BREAKING,
            Decision.notApplied("not a keyword that the client understands; look it up"));
      }
    }
  }

  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  private static boolean isDeprecated(Operation operation) {
    return Boolean.TRUE.equals(operation.raw().get("deprecated"));
  }

  private static String id(Operation ours) {
    return ours.id();
  }

  private void parameters(String name, Operation base, Operation theirs, Operation ours) {
    Set<String> keys = new LinkedHashSet<>(base.parameters().keySet());
    keys.addAll(theirs.parameters().keySet());
    for (String key : keys) {
      Parameter before = base.parameters().get(key);
      Parameter after = theirs.parameters().get(key);
      Parameter our = ours.parameters().get(key);
      if (before != null && after != null) {
        parameter(name, before, after, our, ours);
      } else if (after != null) {
        boolean required = after.required();
        List<String> losses = new ArrayList<>();
        Decision decision =
            our != null ? Decision.ALREADY : imports.addParameter(theirs, after, ours, losses);
        changes.add(
            Kind.PARAMETER,
            id(ours) + ", " + after.in() + " " + after.name(),
            required ? "new required parameter" : "new parameter",
            "",
            after.use().schema(),
            name,
            required ? Severity.BREAKING : Severity.ADDITIVE,
            decision);
      } else if (before != null) {
        changes.add(
            Kind.PARAMETER,
            id(ours) + ", " + before.in() + " " + before.name(),
            "parameter removed",
            before.use().schema(),
            "",
            name,
            Severity.BREAKING,
            our == null
                ? Decision.ALREADY
                : another(theirs, ours, each -> each.parameters().containsKey(key))
                    ? Decision.simplified("ours stays, for the other operation at this address")
                    : removed(ours, our));
      }
    }
  }

  private static Decision removed(Operation ours, Parameter our) {
    if (our.in().equals("path")) {
      return Decision.notApplied("it is part of the path");
    }
    Tree.list(ours.raw().get("parameters")).removeIf(each -> our.original() == each);
    return Decision.APPLIED;
  }

  private void parameter(
      String name, Parameter before, Parameter after, @Nullable Parameter our, Operation ours) {
    String component = our == null ? "" : document.nameOf(our.raw());
    String place =
        component.isEmpty() ? id(ours) + ", " + after.in() + " " + after.name() : component;
    if (before.required() != after.required()) {
      boolean required = after.required();
      boolean already = our != null && our.required() == required;
      if (our != null && !already) {
        if (required) {
          our.raw().put("required", true);
        } else {
          our.raw().remove("required");
        }
      }
      changes.add(
          Kind.REQUIRED,
          place,
          required ? "is required now" : "is optional now",
          "",
          "",
          name,
          required ? Severity.BREAKING : Severity.ADDITIVE,
          our == null
              ? Decision.notApplied("ours has no such parameter")
              : already ? Decision.ALREADY : Decision.APPLIED);
    }
    if (!before.encoding().equals(after.encoding())
        && !before.encoding().isEmpty()
        && !after.encoding().isEmpty()) {
      changes.add(
          Kind.PARAMETER,
          place,
          "is written another way",
          before.encoding(),
          after.encoding(),
          name,
          Severity.BREAKING,
          our == null
              ? Decision.notApplied("ours has no such parameter")
              : imports.encode(our.raw(), after));
    }
    deprecation(name, place, before.raw(), after.raw(), our == null ? null : our.raw());
    walk.from(
        name,
        Direction.SENT,
        our == null ? Place.nowhere(place) : new Place(place, our.raw(), "schema", our.use(), null),
        before.use(),
        after.use());
  }

  private void deprecation(
      String name,
      String place,
      Map<String, @Nullable Object> before,
      Map<String, @Nullable Object> after,
      @Nullable Map<String, @Nullable Object> our) {
    Object flag = after.get("deprecated");
    if (Boolean.TRUE.equals(before.get("deprecated")) == Boolean.TRUE.equals(flag)) {
      return;
    }
    if (our != null) {
      if (Boolean.TRUE.equals(flag)) {
        our.put("deprecated", true);
      } else {
        our.remove("deprecated");
      }
    }
    changes.add(
        Kind.PARAMETER,
        place,
        Boolean.TRUE.equals(flag) ? "is deprecated now" : "is no longer deprecated",
        "",
        "",
        name,
        Severity.ADDITIVE,
        our == null ? Decision.notApplied("ours has no such parameter") : Decision.APPLIED);
  }

  private void bodies(String name, Operation base, Operation theirs, Operation ours) {
    Body before = base.body();
    Body after = theirs.body();
    Body our = ours.body();
    String place = id(ours) + ", body";
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
      } else if (!Facets.none(was.schema(each), is.schema(each))) {
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

  private void responses(String name, Operation base, Operation theirs, Operation ours) {
    @Nullable Response was = base.success().orElse(null);
    @Nullable Response is = theirs.success().orElse(null);
    if (was != null && is != null) {
      success(name, was, is, theirs, ours);
    } else if (was != is) {
      changes.add(
          Kind.RESPONSE,
          id(ours) + ", response",
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
    String place = id(ours) + ", response";
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
    Map<String, @Nullable Object> before = new java.util.LinkedHashMap<>(responses);
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
            ? id(ours) + ", response"
            : component.isEmpty() ? id(ours) + ", response " + status : component;
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
      decision = imports.setContent(our.raw(), after, id(ours));
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
      if (!Facets.none(was, is)) {
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
    String place = id(ours) + ", response " + status;
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
            || another(theirs, ours, each -> each.responses().containsKey(status));
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

  private void credentials(String name, Operation base, Operation theirs, Operation ours) {
    if (base.security().equals(theirs.security())) {
      return;
    }
    boolean basic = theirs.security().contains(SecurityReader.BASIC);
    boolean none = theirs.security().contains("none");
    changes.add(
        Kind.SECURITY,
        "credentials",
        "credentials",
        base.security(),
        theirs.security(),
        name,
        basic || none ? Severity.ADDITIVE : Severity.BREAKING,
        basic || none
            ? Decision.harmless("the client goes on with HTTP Basic")
            : imports.secure(theirs, ours));
  }
}
