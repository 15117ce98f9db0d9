package io.github.videorooms;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read page by page, as far as it is asked for, always from its beginning.
 *
 * <p>Nothing is requested before the first item is; one page is in memory at a time. A page that
 * cannot be had, or that links to another server or back to an earlier page, is a {@link
 * SignalWireRestError}, after the items before it.
 *
 * @param <T> what is listed
 */
public final class Paged<T> implements Iterable<T> {
  private final Listing<?, T> listing;
  private final Map<String, String> query;

  Paged(Listing<?, T> listing, Map<String, String> query) {
    this.listing = listing;
    this.query = query;
  }

  /**
   * Returns the list as it goes on after a page.
   *
   * @param cursor what {@link Page#getNextCursor} gave
   * @return the rest of the list
   */
  public Paged<T> from(String cursor) {
    return listing.paged(listing.queryOf(Objects.requireNonNull(cursor, "cursor")));
  }

  /**
   * Returns all items, requesting pages as they are needed.
   *
   * @return a new iterator; its methods throw {@link SignalWireRestError}
   */
  @Override
  public Iterator<T> iterator() {
    return new Items<>(byPage().iterator());
  }

  /**
   * Returns all items, requesting pages as they are needed.
   *
   * @return a new sequential stream
   */
  public Stream<T> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /**
   * Returns the pages, each requested as it is needed.
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
   * @throws SignalWireRestError if it cannot be had
   */
  public Page<T> firstPage() {
    return listing.page(query, null);
  }

  /**
   * Requests the first page without waiting for it.
   *
   * @return the first page, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Page<T>> firstPageAsync() {
    return listing.pageAsync(query, null);
  }

  private final class Pages implements Iterator<Page<T>> {
    private @Nullable Page<T> last;

    @Override
    public boolean hasNext() {
      return last == null || last.hasNext();
    }

    @Override
    public Page<T> next() {
      last = last == null ? firstPage() : last.next();
      return last;
    }
  }

  private static final class Items<T> implements Iterator<T> {
    private final Iterator<Page<T>> pages;
    private Iterator<T> items = Collections.emptyIterator();

    Items(Iterator<Page<T>> pages) {
      this.pages = pages;
    }

    @Override
    public boolean hasNext() {
      while (!items.hasNext() && pages.hasNext()) {
        items = pages.next().getItems().iterator();
      }
      return items.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the list has ended");
      }
      return items.next();
    }
  }
}
