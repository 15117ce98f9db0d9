package io.github.videorooms.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Determines which requests a {@link Failure} applies to. */
abstract class FailureTarget {
  private static final HttpUrl BASE = HttpUrl.get("http://127.0.0.1");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[\\w-]+}");

  /**
   * The characters that RFC 3986 allows in a segment, letters of any alphabet, and placeholders
   * that are not adjacent. Excluded are the placeholders of other libraries ({@code :id}, {@code
   * *}), {@code .} and {@code ..}, which are resolved before a request is sent, and the character
   * 0, which makes a request malformed.
   */
  private static final Pattern SEGMENT =
      Pattern.compile(
          "(?!:|\\.{1,2}$)([\\p{L}\\p{M}\\p{N}\\-._~!$&'()+,;=:@]|%(?!00)\\p{XDigit}{2}"
              + "|(?<!})\\{[\\w-]+})*+");

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
   * Returns a predicate for the matching requests.
   *
   * @throws IllegalArgumentException if no request can match, since the API has no such operation
   */
  abstract Predicate<RecordedRequest> resolve(ApiDescription api);

  /** Returns the target for one operation, whatever the ids in its path. */
  static FailureTarget operation(String id) {
    return new FailureTarget() {
      @Override
      Predicate<RecordedRequest> resolve(ApiDescription api) {
        ApiOperation operation = api.operationWithId(id);
        return request -> api.isFor(operation, request);
      }

      @Override
      public String toString() {
        return id;
      }
    };
  }

  /**
   * Returns the target for one path, in which a name in braces matches any id.
   *
   * @throws IllegalArgumentException if it is not a path, or if no request can have it
   */
  static FailureTarget path(String method, String path) {
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException(
          "path must be one such as /api/video/rooms/{id}, without host and query: \""
              + path
              + "\"");
    }
    for (String segment : path.substring(1).split("/", -1)) {
      if (!SEGMENT.matcher(segment).matches()) {
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

  private static String listing(Stream<String> texts) {
    return texts.distinct().sorted().collect(Collectors.joining(", "));
  }

  private static final class PathTarget extends FailureTarget {
    /** The character that represents a placeholder in a shape. */
    private static final String ANY_ID = "{}";

    private final String method;
    private final String path;
    private final List<String> shapes;

    PathTarget(String method, String path) {
      this.method = method;
      this.path = path;
      this.shapes = shapesOf(path);
    }

    @Override
    Predicate<RecordedRequest> resolve(ApiDescription api) {
      ApiOperation operation =
          api.operations().stream()
              .filter(each -> each.method().equals(method) && fits(shapesOf(each.path())))
              .max(Comparator.comparingInt(ApiOperation::specificity))
              .orElseThrow(() -> noSuchPath(api));
      return request -> api.isFor(operation, request) && isMeant(request.url().pathSegments());
    }

    /** Whether a request to an operation with this path can match. */
    private boolean fits(List<String> template) {
      return matches(
          template,
          (mine, its) -> mine.equals(its) || (!mine.contains(ANY_ID) && patternOf(its).test(mine)));
    }

    private boolean isMeant(List<String> requested) {
      return matches(requested, (mine, text) -> patternOf(mine).test(encoded(text)));
    }

    private boolean matches(List<String> others, BiPredicate<String, String> segmentMatch) {
      if (shapes.size() != others.size()) {
        return false;
      }
      for (int i = 0; i < shapes.size(); i++) {
        if (!segmentMatch.test(shapes.get(i), others.get(i))) {
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
          "the API has no operation "
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

    /**
     * Returns the segments of a template, with each character and placeholder in a canonical form.
     */
    private static List<String> shapesOf(String template) {
      return Stream.of(template.substring(1).split("/", -1))
          .map(PathTarget::shapeOf)
          .collect(Collectors.toList());
    }

    private static String shapeOf(String segment) {
      return Stream.of(PLACEHOLDER.split(segment, -1))
          .map(literal -> encoded(decoded(literal)))
          .collect(Collectors.joining(ANY_ID));
    }

    private static Predicate<String> patternOf(String shape) {
      return Pattern.compile(
              Stream.of(shape.split(Pattern.quote(ANY_ID), -1))
                  .map(Pattern::quote)
                  .collect(Collectors.joining(".+")))
          .asMatchPredicate();
    }

    private static String decoded(String segment) {
      return BASE.newBuilder().addEncodedPathSegment(segment).build().pathSegments().get(0);
    }

    /** Returns the text as in a URL, without braces. */
    private static String encoded(String text) {
      return BASE.newBuilder().addPathSegment(text).build().encodedPathSegments().get(0);
    }
  }
}
