package io.github.videorooms;

import io.github.videorooms.model.PaginationLinks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** A list operation: how its pages are asked for and read. */
final class Listing<L, T> {
  private final Calls calls;
  private final Function<Map<String, String>, Call<L>> operation;
  private final Function<L, List<T>> items;
  private final Function<L, @Nullable PaginationLinks> links;

  Listing(
      Calls calls,
      Function<Map<String, String>, Call<L>> operation,
      Function<L, List<T>> items,
      Function<L, @Nullable PaginationLinks> links) {
    this.calls = calls;
    this.operation = operation;
    this.items = items;
    this.links = links;
  }

  Paged<T> paged(Map<String, String> query) {
    return new Paged<>(this, query);
  }

  /** Returns the query that a cursor stands for. */
  Map<String, String> queryOf(String cursor) {
    HttpUrl url = calls.base.newBuilder().encodedQuery(cursor).build();
    Map<String, String> query = new LinkedHashMap<>();
    for (String name : url.queryParameterNames()) {
      String value = url.queryParameter(name);
      query.put(name, value == null ? "" : value);
    }
    return query;
  }

  /**
   * Requests a page.
   *
   * @param cycle the pages before it; null for the first one
   */
  Page<T> page(Map<String, String> query, @Nullable Cycle cycle) {
    Call<L> call = operation.apply(query);
    return calls.execute(call, body -> read(call.request(), cycle, body));
  }

  CompletableFuture<Page<T>> pageAsync(Map<String, String> query, @Nullable Cycle cycle) {
    Call<L> call = operation.apply(query);
    return calls.executeAsync(call, body -> read(call.request(), cycle, body));
  }

  /**
   * Reads where a page's {@code next} link leads: its query, for the same operation again. A link
   * can so neither name another operation nor, since it has to be of the same origin, hide that it
   * means another server.
   *
   * @throws UnreadableBody if the link leads elsewhere, or back
   */
  String cursorOf(String next, Request request, Cycle cycle) throws UnreadableBody {
    HttpUrl url = request.url().resolve(next);
    if (url == null || !Origin.of(calls.base).includes(url)) {
      throw badLink("leads away from " + Origin.of(calls.base) + " and is not followed");
    }
    String cursor = url.encodedQuery() == null ? "" : url.encodedQuery();
    if (cycle.closesAt(cursor)) {
      throw badLink("leads back to a page that was read before");
    }
    return cursor;
  }

  private Page<T> read(Request request, @Nullable Cycle before, @Nullable L body)
      throws UnreadableBody {
    L present = Calls.Reading.present(body);
    String query = request.url().encodedQuery();
    Cycle cycle = before != null ? before : Cycle.startingAt(query == null ? "" : query);
    return new Page<>(this, request, cycle, items.apply(present), links.apply(present));
  }

  private static UnreadableBody badLink(String reason) {
    return new UnreadableBody("links.next " + reason, "$.links.next", null, null);
  }

  /**
   * Notices a cursor that comes back, in constant memory: Brent's algorithm. One cursor is kept,
   * and replaced after 1, 2, 4, 8, … steps, so that a cycle of any length meets the one that is
   * kept.
   */
  static final class Cycle {
    private final String kept;
    private final long steps;
    private final long limit;

    private Cycle(String kept, long steps, long limit) {
      this.kept = kept;
      this.steps = steps;
      this.limit = limit;
    }

    static Cycle startingAt(String cursor) {
      return new Cycle(cursor, 0, 1);
    }

    boolean closesAt(String cursor) {
      return cursor.equals(kept);
    }

    Cycle then(String cursor) {
      return steps + 1 == limit
          ? new Cycle(cursor, 0, limit * 2)
          : new Cycle(kept, steps + 1, limit);
    }
  }
}
