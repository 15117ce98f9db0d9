package io.github.videorooms.testkit;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Which requests a {@link Failure} is meant for. */
abstract class FailureTarget {
  private static final HttpUrl BASE = HttpUrl.get("http://127.0.0.1");

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
   * @throws IllegalArgumentException if the path is not one
   */
  static FailureTarget path(String method, String path) {
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException(
          "path must be one such as /api/video/rooms/{id}, without host and query: \""
              + path
              + "\"");
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
    private final List<String> segments;

    PathTarget(String method, String path) {
      this.method = method;
      this.path = path;
      this.segments = BASE.newBuilder().encodedPath(path).build().pathSegments();
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
          template, (mine, its) -> isPlaceholder(its) ? !mine.isEmpty() : mine.equals(its));
    }

    private boolean isMeant(List<String> requested) {
      return matches(requested, (mine, its) -> isPlaceholder(mine) || mine.equals(its));
    }

    private boolean matches(List<String> others, SegmentMatch match) {
      if (segments.size() != others.size()) {
        return false;
      }
      for (int i = 0; i < segments.size(); i++) {
        if (!match.test(segments.get(i), others.get(i))) {
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
      return BASE.newBuilder().encodedPath(template).build().pathSegments();
    }

    private static boolean isPlaceholder(String segment) {
      return segment.startsWith("{") && segment.endsWith("}");
    }
  }

  private interface SegmentMatch {
    boolean test(String mine, String its);
  }
}
