package io.github.videorooms;

import io.github.videorooms.model.PaginationLinks;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. A page may be empty and still have a next one.
 *
 * @param <T> what is listed
 */
public final class Page<T> {
  private final Listing<?, T> listing;
  private final Request request;
  private final Listing.Cycle cycle;
  private final List<T> items;
  private final @Nullable PaginationLinks links;

  Page(
      Listing<?, T> listing,
      Request request,
      Listing.Cycle cycle,
      List<T> items,
      @Nullable PaginationLinks links) {
    this.listing = listing;
    this.request = request;
    this.cycle = cycle;
    this.items = items;
    this.links = links;
  }

  /**
   * Returns what is on this page.
   *
   * @return the items; unmodifiable
   */
  public List<T> getItems() {
    return items;
  }

  /**
   * Returns the links as the API gave them.
   *
   * @return the links, or null if there were none
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
   * Returns the text with which {@link Paged#from} goes on after this page.
   *
   * @return an opaque text, or null on the last page
   * @throws SignalWireRestDecodingError if the link leads to another server, or back
   */
  public @Nullable String getNextCursor() {
    String next = nextLink();
    if (next == null) {
      return null;
    }
    try {
      return listing.cursorOf(next, request, cycle);
    } catch (UnreadableBody e) {
      throw SignalWireRestDecodingError.of(request, e, 1);
    }
  }

  /**
   * Requests the next page.
   *
   * @return the next page
   * @throws NoSuchElementException if this is the last page
   * @throws SignalWireRestError if the page cannot be had
   */
  public Page<T> next() {
    String cursor = requireCursor();
    return listing.page(listing.queryOf(cursor), cycle.then(cursor));
  }

  /**
   * Requests the next page without waiting for it.
   *
   * @return the next page, or a {@link SignalWireRestError}
   * @throws NoSuchElementException if this is the last page
   * @throws SignalWireRestDecodingError if the link leads to another server, or back
   */
  public CompletableFuture<Page<T>> nextAsync() {
    String cursor = requireCursor();
    return listing.pageAsync(listing.queryOf(cursor), cycle.then(cursor));
  }

  private String requireCursor() {
    String cursor = getNextCursor();
    if (cursor == null) {
      throw new NoSuchElementException("this is the last page; ask hasNext() first");
    }
    return cursor;
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
