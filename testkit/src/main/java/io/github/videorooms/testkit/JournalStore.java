package io.github.videorooms.testkit;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** WireMock's journal, bounded in bytes: WireMock itself only bounds the number of requests. */
final class JournalStore implements RequestJournalStore {
  static final int MAX_BYTES = 16 << 20;

  private final Map<UUID, ServeEvent> events = new LinkedHashMap<>();
  private long bytes;

  /** Returns WireMock's usual stores, with this journal. */
  static DefaultStores stores(FileSource files) {
    RequestJournalStore journal = new JournalStore();
    return new DefaultStores(files) {
      @Override
      public RequestJournalStore getRequestJournalStore() {
        return journal;
      }
    };
  }

  @Override
  public synchronized void add(ServeEvent event) {
    replace(event);
  }

  /** Completes an event with its response, unless it was dropped in the meantime. */
  @Override
  public synchronized void put(UUID id, ServeEvent event) {
    if (events.containsKey(id)) {
      replace(event);
    }
  }

  @Override
  public synchronized Stream<ServeEvent> getAll() {
    List<ServeEvent> newestFirst = new ArrayList<>(events.values());
    Collections.reverse(newestFirst);
    return newestFirst.stream();
  }

  @Override
  public synchronized Stream<UUID> getAllKeys() {
    return getAll().map(ServeEvent::getId);
  }

  @Override
  public synchronized Optional<ServeEvent> get(UUID id) {
    return Optional.ofNullable(events.get(id));
  }

  @Override
  public synchronized void remove(UUID id) {
    bytes -= sizeOf(events.remove(id));
  }

  /** Removes the oldest event. */
  @Override
  public synchronized void removeLast() {
    Iterator<ServeEvent> oldest = events.values().iterator();
    if (oldest.hasNext()) {
      bytes -= sizeOf(oldest.next());
      oldest.remove();
    }
  }

  @Override
  public synchronized void clear() {
    events.clear();
    bytes = 0;
  }

  private void replace(ServeEvent event) {
    bytes += sizeOf(event) - sizeOf(events.put(event.getId(), event));
    while (bytes > MAX_BYTES && events.size() > 1) {
      removeLast();
    }
  }

  private static long sizeOf(@Nullable ServeEvent event) {
    if (event == null) {
      return 0;
    }
    LoggedRequest request = event.getRequest();
    LoggedResponse response = event.getResponse();
    return sizeOf(request.getUrl(), request.getHeaders(), request.getBody())
        + (response == null ? 0 : sizeOf("", response.getHeaders(), response.getBody()));
  }

  private static long sizeOf(String url, @Nullable HttpHeaders headers, byte @Nullable [] body) {
    Stream<String> texts =
        headers == null
            ? Stream.of()
            : headers.all().stream()
                .flatMap(
                    header -> Stream.concat(Stream.of(header.key()), header.values().stream()));
    return MessageSize.of(url, texts, body == null ? 0 : body.length);
  }
}
