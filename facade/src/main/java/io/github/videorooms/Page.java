package io.github.videorooms;

import static java.util.Objects.requireNonNullElse;

import io.github.videorooms.model.PaginationLinks;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. A page may be empty and still have a next one.
 *
 * @param <T> what is listed
 */
public final class Page<T> {
  private final Paged<T> list;
  private final Request request;
  private final Paged.Cycle cycle;
  private final List<T> items;
  private final @Nullable PaginationLinks links;

  Page(
      Paged<T> list,
      Request request,
      Paged.Cycle cycle,
      List<T> items,
      @Nullable PaginationLinks links) {
    this.list = list;
    this.request = request;
    this.cycle = cycle;
    this.items = items;
    this.links = links;
  }

  /**
   * Returns the items of this page.
   *
   * @return the items; unmodifiable
   */
  public List<T> getItems() {
    return items;
  }

  /**
   * Returns the links as the API returned them.
   *
   * @return the links, or null if the response had none
   */
  public @Nullable PaginationLinks getLinks() {
    return links;
  }

  /**
   * Returns whether a page follows.
   *
   * @return true if this page links to a next one
   */
  public boolean hasNext() {
    return nextLink() != null;
  }

  /**
   * Returns the cursor with which {@link Paged#fromCursor} continues after this page.
   *
   * @return an opaque string, or null on the last page
   * @throws SignalWireRestDecodingError if the link has no query, or leads to another path, or back
   */
  public @Nullable String getNextCursor() {
    String next = nextLink();
    if (next == null) {
      return null;
    }
    HttpUrl url = request.url().resolve(next);
    if (url == null || !url.pathSegments().equals(request.url().pathSegments())) {
      throw badLink("leads to another path than " + request.url().encodedPath());
    }
    String cursor = requireNonNullElse(url.encodedQuery(), "");
    if (cycle.closesAt(cursor)) {
      throw badLink("leads back to a page that was read before");
    }
    if (!Paged.isCursor(cursor)) {
      throw badLink("has no query that leads to a page");
    }
    return cursor;
  }

  private SignalWireRestDecodingError badLink(String reason) {
    UnreadableBodyException body =
        new UnreadableBodyException("links.next " + reason, "$.links.next", null, null);
    return new SignalWireRestDecodingError(request, body, AttemptState.of(request).number(), true);
  }

  /**
   * Requests the next page.
   *
   * @return the next page
   * @throws NoSuchElementException if this is the last page
   * @throws SignalWireRestError if the page cannot be read
   */
  public Page<T> next() {
    return rest().firstPage();
  }

  /**
   * Asynchronous variant of {@link #next}.
   *
   * @return a future that completes with the next page, or fails with a {@link SignalWireRestError}
   * @throws NoSuchElementException if this is the last page
   */
  public CompletableFuture<Page<T>> nextAsync() {
    try {
      return rest().firstPageAsync();
    } catch (SignalWireRestDecodingError e) {
      return CompletableFuture.failedFuture(e); // The server's fault, unlike a missing page.
    }
  }

  /**
   * Returns what a link leads to: the same operation again, with the query of the link. Its scheme,
   * host and port are not used: a server behind a proxy does not know its own address, and only the
   * client's own server is ever called.
   */
  Paged<T> rest() {
    String cursor = getNextCursor();
    if (cursor == null) {
      throw new NoSuchElementException("this is the last page; ask hasNext() first");
    }
    return list.from(cursor, cycle.then(cursor));
  }

  private @Nullable String nextLink() {
    String next = links == null ? null : links.getNext();
    return next == null || next.isEmpty() ? null : next;
  }

  /** Returns how many items there are, and whether more follow. */
  @Override
  public String toString() {
    return "Page{" + items.size() + " items" + (hasNext() ? ", more follow}" : "}");
  }
}
