package io.github.videorooms.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of the Chrome DevTools Protocol, attached to one page. */
final class DevTools {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LIMIT_SECONDS = 120;

  private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private final WebSocket socket;
  private String session = "";

  private DevTools(URI address) {
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address, new Listener())
            .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
            .join();
  }

  /** Attaches to a new page, and subscribes to its events. */
  static DevTools connect(URI address) {
    DevTools devTools = new DevTools(address);
    JsonNode page = devTools.call("Target.createTarget", Map.of("url", "about:blank"));
    JsonNode attached =
        devTools.call(
            "Target.attachToTarget",
            Map.of("targetId", page.path("targetId").asText(), "flatten", true));
    devTools.session = attached.path("sessionId").asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      devTools.call(domain + ".enable", Map.of());
    }
    return devTools;
  }

  /** Calls a method of the protocol and waits for its result. */
  JsonNode call(String method, Map<String, ?> parameters) {
    int id = lastId.incrementAndGet();
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> pending = new CompletableFuture<>();
    calls.put(id, pending);
    socket.sendText(JSON.valueToTree(message).toString(), true).join();
    JsonNode response = pending.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    if (!response.has("result") || response.at("/result/exceptionDetails").isObject()) {
      throw new IllegalStateException(method + ": " + response);
    }
    return response.get("result");
  }

  /** Returns the events of a method so far. */
  List<JsonNode> events(String method) {
    return events.stream()
        .filter(event -> event.path("method").asText().equals(method))
        .map(event -> event.path("params"))
        .toList();
  }

  void close() {
    socket.abort();
  }

  private void received(String message) {
    try {
      JsonNode read = JSON.readTree(message);
      if (read.has("id")) {
        calls.remove(read.get("id").asInt()).complete(read);
      } else {
        events.add(read);
      }
    } catch (JsonProcessingException e) {
      lost(e);
    }
  }

  private void lost(Throwable reason) {
    calls.values().forEach(call -> call.completeExceptionally(reason));
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        received(message.toString());
        message.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      lost(new IllegalStateException("the browser closed the connection: " + reason));
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      lost(error);
    }
  }
}
