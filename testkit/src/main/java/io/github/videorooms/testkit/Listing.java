package io.github.videorooms.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One page of a list, with links to its neighbors that preserve the filters of the request. */
final class Listing {
  static final List<String> PARAMETERS = List.of("page_number", "page_size", "page_token");

  private static final int USUAL_PAGE_SIZE = 50;

  private final Cursors cursors;
  private final HttpUrl url;
  private final int pageNumber;
  private final int pageSize;
  private final @Nullable String pageToken;

  /**
   * Prepares a page.
   *
   * @param url the URL of the request
   * @param query the parameters of the request, as {@link ApiRequest#query()} returns them
   */
  Listing(Cursors cursors, HttpUrl url, JsonObject query) {
    this.cursors = cursors;
    this.url = url;
    this.pageNumber = query.has("page_number") ? query.get("page_number").getAsInt() : 0;
    this.pageSize = query.has("page_size") ? query.get("page_size").getAsInt() : USUAL_PAGE_SIZE;
    this.pageToken = query.has("page_token") ? query.get("page_token").getAsString() : null;
    if (pageNumber > 0 && pageToken == null) {
      throw ApiRejection.of("page_token_required", "page_token", "is required for a later page");
    }
  }

  JsonObject page(StoredList list) {
    Cursor cursor =
        pageToken == null ? new Cursor(true, 0) : cursors.read(url.encodedPath(), pageToken);
    List<Stored> items = cursor.read(list, pageSize);
    JsonArray data = new JsonArray();
    items.forEach(item -> data.add(item.json));
    JsonObject page = new JsonObject();
    page.add("links", links(list, cursor.start(items), cursor.end(items)));
    page.add("data", data);
    return page;
  }

  private JsonElement links(StoredList list, long start, long end) {
    JsonObject links = new JsonObject();
    links.addProperty("self", link(pageNumber, pageToken));
    links.addProperty("first", link(null, null));
    if (list.after(end).findFirst().isPresent()) {
      int next = Math.min(pageNumber, Integer.MAX_VALUE - 1) + 1;
      links.addProperty("next", link(next, cursors.after(url.encodedPath(), end)));
    }
    list.before(start)
        .findFirst()
        .ifPresent(
            last ->
                links.addProperty(
                    "prev",
                    link(
                        Math.max(0, pageNumber - 1),
                        cursors.before(url.encodedPath(), last.position + 1))));
    return links;
  }

  private String link(@Nullable Integer number, @Nullable String token) {
    HttpUrl.Builder link = url.newBuilder();
    PARAMETERS.forEach(link::removeAllQueryParameters);
    if (number != null) {
      link.addQueryParameter("page_number", number.toString());
    }
    link.addQueryParameter("page_size", Integer.toString(pageSize));
    if (token != null) {
      link.addQueryParameter("page_token", token);
    }
    return link.build().toString();
  }
}
