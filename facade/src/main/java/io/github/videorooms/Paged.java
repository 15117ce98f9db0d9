package io.github.videorooms;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.github.videorooms.model.PaginationLinks;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * A list that is read lazily, page by page; each iteration starts from the beginning.
 *
 * <p>Nothing is requested before the first item is needed, and one page is in memory at a time, or
 * two {@linkplain #withPrefetch with prefetch}. If a page cannot be read, or links to another path
 * or back to an earlier page, a {@link SignalWireRestError} follows the items before it.
 *
 * @param <T> what is listed
 */
public final class Paged<T> implements Iterable<T> {
  private static final Pattern CURSOR = Pattern.compile("(?:[^\\s?#]*&)?[^\\s?#&=]+=[^\\s&]\\S*");

  final Calls calls;
  private final ListOperation<T, ?> operation;
  private final Map<String, String> query;
  private final @Nullable Cycle cycle;
  final boolean prefetches;

  /**
   * Makes a list.
   *
   * @param query of the first page
   * @param cycle the pages before that; null if there are none
   */
  Paged(
      Calls calls,
      ListOperation<T, ?> operation,
      Map<String, String> query,
      @Nullable Cycle cycle) {
    this(calls, operation, query, cycle, false);
  }

  private Paged(
      Calls calls,
      ListOperation<T, ?> operation,
      Map<String, String> query,
      @Nullable Cycle cycle,
      boolean prefetches) {
    this.calls = calls;
    this.operation = operation;
    this.query = query;
    this.cycle = cycle;
    this.prefetches = prefetches;
  }

  /**
   * Returns the list from a cursor on. The cursor replaces the query of this list: it has the
   * filters of the list that it came from, if the service put them there.
   *
   * @param cursor what {@link Page#getNextCursor} or {@link SignalWireRestError#getCursor} returned
   * @return the rest of the list
   * @throws IllegalArgumentException if it is not a cursor: empty, or not a query such as {@code
   *     page_token=…}
   */
  public Paged<T> fromCursor(String cursor) {
    if (!isCursor(EncodableText.require(requireNonNull(cursor, "cursor")))) {
      throw new IllegalArgumentException(
          "not a valid cursor; pass what Page.getNextCursor() returned, unchanged");
    }
    return from(cursor, null);
  }

  /**
   * Returns the same list, requested with one more query parameter: for parameters that the API
   * accepts but does not document, such as {@code page_size} for the streams of a room. The value
   * replaces that of a parameter with the same name. It is sent for the first page only, since the
   * link to the next page has a query of its own.
   *
   * @param name the parameter's name
   * @param value its value
   * @return a list with the parameter; this list is left as it is
   */
  public Paged<T> withParameter(String name, String value) {
    EncodableText.require(requireNonNull(name, "name"));
    EncodableText.require(requireNonNull(value, "value"));
    HttpUrl.Builder url = calls.transport.base.newBuilder();
    boolean isCursor = false;
    if (query instanceof EncodedQuery) {
      url.encodedQuery(((EncodedQuery) query).text);
      isCursor = ((EncodedQuery) query).isCursor;
    } else {
      query.forEach((each, given) -> url.addQueryParameter(each, EncodableText.require(given)));
    }
    String changed = requireNonNull(url.setQueryParameter(name, value).build().encodedQuery());
    return new Paged<>(calls, operation, new EncodedQuery(changed, isCursor), null, prefetches);
  }

  /**
   * Returns the same list, which requests the next page while the items of the current one are
   * consumed: for programs that do something slow with each item. Up to two pages are then in
   * memory, and one more page than was consumed may have been requested. The items, their order and
   * the errors are the same. The next page is an asynchronous call, which interceptors and
   * listeners see on another thread. It applies to iterators, streams, {@link #byPage} and {@link
   * #forEachAsync}.
   *
   * @return a list with prefetch; this list is left as it is
   */
  public Paged<T> withPrefetch() {
    return new Paged<>(calls, operation, query, cycle, true);
  }

  /** Returns whether a query leads to a certain page: it has a parameter with a value. */
  static boolean isCursor(String query) {
    return CURSOR.matcher(query).matches();
  }

  /** Returns the list as it goes on, knowing the pages before. */
  Paged<T> from(String cursor, @Nullable Cycle before) {
    return new Paged<>(calls, operation, new EncodedQuery(cursor, true), before, prefetches);
  }

  /**
   * Returns all items; pages are requested as they are needed.
   *
   * @return a new iterator; its methods throw {@link SignalWireRestError}
   */
  @Override
  public Iterator<T> iterator() {
    return stream().iterator();
  }

  /**
   * Returns all items; pages are requested as they are needed.
   *
   * @return a new sequential stream
   */
  public Stream<T> stream() {
    return StreamSupport.stream(byPage().spliterator(), false)
        .flatMap(page -> page.getItems().stream());
  }

  /**
   * Returns the pages; each is requested when it is needed.
   *
   * @return the pages, at least one
   */
  public Iterable<Page<T>> byPage() {
    return Pages::new;
  }

  /**
   * Requests the first page.
   *
   * @return the first page
   * @throws SignalWireRestError if it cannot be read
   */
  public Page<T> firstPage() {
    return firstPage(operation);
  }

  private <B> Page<T> firstPage(ListOperation<T, B> operation) {
    Call<B> call = operation.call.apply(query);
    return calls.execute(call, (response, request) -> page(operation, request, response));
  }

  /**
   * Asynchronous variant of {@link #firstPage}.
   *
   * @return a future that completes with the first page, or fails with a {@link
   *     SignalWireRestError}
   */
  public CompletableFuture<Page<T>> firstPageAsync() {
    CompletableFuture<Page<T>> page = new CompletableFuture<>();
    firstPageAsync(page);
    return page;
  }

  /** Completes a future with the first page. */
  void firstPageAsync(CompletableFuture<Page<T>> page) {
    firstPageAsync(calls, operation, page);
  }

  private <B> void firstPageAsync(
      Calls calls, ListOperation<T, B> operation, CompletableFuture<Page<T>> page) {
    Call<B> call = operation.call.apply(query);
    calls.executeAsync(call, (response, request) -> page(operation, request, response), page);
  }

  /**
   * Asynchronous variant of {@link #forEach}: reads the whole list, page by page, and passes each
   * item to the action. Unless it {@linkplain #withPrefetch prefetches}, a page is requested once
   * the action has returned for all items of the page before it, so that one page is in memory at a
   * time, however long the list is.
   *
   * <p>The action runs where futures complete, see {@link
   * SignalWireRestClient.Builder#callbackExecutor}: never for two items at a time, in the order of
   * the list, and what it wrote for one item it sees for the next, even on another thread.
   *
   * @param action called for each item; what it throws, an {@code Error} included, ends the walk
   * @return a future that completes with null after the last item, or fails with what the action
   *     threw, or with the {@link SignalWireRestError} of a page, whose {@link
   *     SignalWireRestError#getCursor} tells where to continue. Cancelling it cancels the request
   *     in progress, and the action is not called for another item
   */
  public CompletableFuture<@Nullable Void> forEachAsync(Consumer<? super T> action) {
    return AsyncWalk.start(this, requireNonNull(action, "action"));
  }

  private <B> Page<T> page(ListOperation<T, B> operation, Request request, Response<B> response)
      throws UnreadableBodyException {
    String start = requireNonNullElse(request.url().encodedQuery(), "");
    Cycle pages = cycle != null ? cycle : new Cycle(start, 0);
    B body = ResponseReader.body(response);
    return new Page<>(
        this, request, pages, operation.items.apply(body), operation.links.apply(body));
  }

  private final class Pages implements Iterator<Page<T>> {
    private @Nullable Page<T> last;
    private @Nullable CompletableFuture<Page<T>> prefetched;

    @Override
    public boolean hasNext() {
      return last == null || last.hasNext();
    }

    @Override
    public Page<T> next() {
      CompletableFuture<Page<T>> requested = prefetched;
      prefetched = null;
      Page<T> page = requested == null ? null : await(requested);
      if (page == null) {
        page = last == null ? firstPage() : last.next();
      }
      last = page;
      if (prefetches && page.hasNext()) {
        prefetched = prefetch(page);
      }
      return page;
    }

    /** Returns null if the page cannot be requested: then {@link #next} fails for that reason. */
    private @Nullable CompletableFuture<Page<T>> prefetch(Page<T> page) {
      try {
        CompletableFuture<Page<T>> next = new CompletableFuture<>();
        // Not on the caller's executor, whose only thread may be the one that waits for the page.
        page.rest().firstPageAsync(calls.completingOn(Runnable::run), operation, next);
        return next;
      } catch (RuntimeException e) {
        return null;
      }
    }

    /** Returns null if the thread is interrupted: the next request then fails for that reason. */
    private @Nullable Page<T> await(CompletableFuture<Page<T>> page) {
      try {
        return page.get();
      } catch (InterruptedException e) {
        page.cancel(true);
        Thread.currentThread().interrupt();
        return null;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error) {
          throw (Error) e.getCause();
        }
        throw (RuntimeException) e.getCause();
      }
    }
  }

  /**
   * An operation that responds page by page.
   *
   * @param <T> what is listed
   * @param <B> the body of a page
   */
  static final class ListOperation<T, B> {
    private final Function<Map<String, String>, Call<B>> call;
    private final Function<B, List<T>> items;
    private final Function<B, @Nullable PaginationLinks> links;

    ListOperation(
        Function<Map<String, String>, Call<B>> call,
        Function<B, List<T>> items,
        Function<B, @Nullable PaginationLinks> links) {
      this.call = call;
      this.items = items;
      this.links = links;
    }
  }

  /**
   * Notices a cursor that comes back, in constant memory: Brent's algorithm. One cursor is stored,
   * and replaced at step 1, 2, 4, 8, …, so that a cycle of any length meets the stored one.
   */
  static final class Cycle {
    private final String stored;
    private final long steps;

    Cycle(String stored, long steps) {
      this.stored = stored;
      this.steps = steps;
    }

    boolean closesAt(String cursor) {
      return cursor.equals(stored);
    }

    Cycle then(String cursor) {
      return new Cycle(Long.bitCount(steps + 1) == 1 ? cursor : stored, steps + 1);
    }
  }
}
