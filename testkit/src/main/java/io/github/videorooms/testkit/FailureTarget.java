package io.github.videorooms.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Which requests a {@link Failure} is meant for. */
abstract class FailureTarget {
  private static final HttpUrl BASE = HttpUrl.get("http://127.0.0.1");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[\\w-]+}");

  /**
   * What RFC 3986 has in a segment, and letters of any alphabet. Not that with which other
   * libraries write a placeholder ({@code :id}, {@code *}), nor {@code .} and {@code ..}, which are
   * resolved before a request is sent.
   */
  private static final Pattern LITERAL =
      Pattern.compile("(?!:|\\.{1,2}$)([\\p{L}\\p{M}\\p{N}\\-._~!$&'()+,;=:@]|%\\p{XDigit}{2})*+");

  /** Any request at all. */
  static final FailureTarget ANY =
      new FailureTarget() {
        @Override
        Predicate<RecordedRequest> resolve(ApiDescription api) {
          return request -> true;
        }

        @Override
        public String toString() {
          return "any request";
        }
      };

  /** Any download of a recording. */
  static final FailureTarget DOWNLOAD =
      new FailureTarget() {
        @Override
        Predicate<RecordedRequest> resolve(ApiDescription api) {
          return request -> request.getPath().startsWith(Storage.PATH);
        }

        @Override
        public String toString() {
          return "a download";
        }
      };

  /**
   * Returns what tells the requests that are meant.
   *
   * @throws IllegalArgumentException if there can be none, since the API has no such operation
   */
  abstract Predicate<RecordedRequest> resolve(ApiDescription api);

  /** Returns the target that is one operation, whatever the ids in its path. */
  static FailureTarget operation(String id) {
    return new FailureTarget() {
      @Override
      Predicate<RecordedRequest> resolve(ApiDescription api) {
        return api.operations().stream()
            .filter(operation -> operation.id().equals(id))
            .findFirst()
            .<Predicate<RecordedRequest>>map(operation -> request -> api.isFor(operation, request))
            .orElseThrow(() -> noSuchOperation(id, api));
      }

      @Override
      public String toString() {
        return id;
      }
    };
  }

  /**
   * Returns the target that is one path, in which a segment in braces stands for any id.
   *
   * @throws IllegalArgumentException if the path is not one, or if no request has it
   */
  static FailureTarget path(String method, String path) {
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException(
          "path must be one such as /api/video/rooms/{id}, without host and query: \""
              + path
              + "\"");
    }
    for (String segment : path.substring(1).split("/", -1)) {
      if (!PLACEHOLDER.matcher(segment).matches() && !LITERAL.matcher(segment).matches()) {
        throw new IllegalArgumentException(
            "no request has the path \""
                + path
                + "\": write {id} for any id, and percent-encode what a path cannot have, in the"
                + " segment \""
                + segment
                + "\"");
      }
    }
    return new PathTarget(method.toUpperCase(Locale.ROOT), path);
  }

  private static IllegalArgumentException noSuchOperation(String id, ApiDescription api) {
    return new IllegalArgumentException(
        "the API has no operation with the id \""
            + id
            + "\", but "
            + listing(api.operations().stream().map(ApiOperation::id)));
  }

  private static String listing(Stream<String> texts) {
    return texts.distinct().sorted().collect(Collectors.joining(", "));
  }

  private static final class PathTarget extends FailureTarget {
    private final String method;
    private final String path;

    /** The decoded segments, and null for a placeholder. */
    private final List<@Nullable String> segments;

    PathTarget(String method, String path) {
      this.method = method;
      this.path = path;
      List<@Nullable String> decoded = new ArrayList<>();
      for (String segment : path.substring(1).split("/", -1)) {
        decoded.add(PLACEHOLDER.matcher(segment).matches() ? null : decoded(segment));
      }
      this.segments = decoded;
    }

    @Override
    Predicate<RecordedRequest> resolve(ApiDescription api) {
      ApiOperation operation =
          api.operations().stream()
              .filter(each -> each.method().equals(method) && fits(segmentsOf(each.path())))
              .findFirst()
              .orElseThrow(() -> noSuchPath(api));
      return request -> api.isFor(operation, request) && isMeant(request.url().pathSegments());
    }

    /** Whether an operation with this path can have a request that is meant. */
    private boolean fits(List<String> template) {
      return matches(
          template,
          (mine, its) ->
              PLACEHOLDER.matcher(its).matches()
                  ? mine == null || !mine.isEmpty()
                  : its.equals(mine));
    }

    private boolean isMeant(List<String> requested) {
      return matches(requested, (mine, its) -> mine == null || mine.equals(its));
    }

    private boolean matches(
        List<String> others, BiPredicate<@Nullable String, String> segmentMatch) {
      if (segments.size() != others.size()) {
        return false;
      }
      for (int i = 0; i < segments.size(); i++) {
        if (!segmentMatch.test(segments.get(i), others.get(i))) {
          return false;
        }
      }
      return true;
    }

    private IllegalArgumentException noSuchPath(ApiDescription api) {
      if (api.operations().stream().noneMatch(each -> each.method().equals(method))) {
        return new IllegalArgumentException(
            "no operation of the API has the method \""
                + method
                + "\", but "
                + listing(api.operations().stream().map(ApiOperation::method)));
      }
      return new IllegalArgumentException(
          "no operation of the API is "
              + this
              + ", but "
              + listing(
                  api.operations().stream()
                      .filter(operation -> operation.method().equals(method))
                      .map(ApiOperation::address))
              + (path.startsWith(Storage.PATH) ? "; for downloads there is onDownload()" : ""));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }

    private static List<String> segmentsOf(String template) {
      return List.of(template.substring(1).split("/", -1));
    }

    private static String decoded(String segment) {
      return BASE.newBuilder().addEncodedPathSegment(segment).build().pathSegments().get(0);
    }
  }
}
