package io.github.videorooms.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium without a window, with one page, started by a test and stopped with it. */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("google-chrome", "google-chrome-stable", "chromium", "chromium-browser");
  private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");

  /** The sandbox does without root and in containers only; what is opened here is ours. */
  private static final List<String> OPTIONS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--window-size=1300,1000",
          "--remote-debugging-port=0");

  private final Process process;
  private final DevTools devTools;

  private Browser(Process process, DevTools devTools) {
    this.process = process;
    this.devTools = devTools;
  }

  /** The one named by the system property {@code browser}, or the first on the path. */
  static Optional<Path> installed() {
    String named = System.getProperty("browser");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it with a profile of its own, below {@code target} since some may write nowhere else.
   */
  static Browser start(Path executable) throws IOException {
    Path profile = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser");
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(OPTIONS);
    command.addAll(List.of("--user-data-dir=" + profile, "about:blank"));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try {
      return new Browser(process, DevTools.connect(address(process)));
    } catch (RuntimeException | IOException e) {
      stop(process);
      throw e;
    }
  }

  /** Reads on after the address was found, lest the browser waits for a reader. */
  private static URI address(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
    List<String> read = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread drain = new Thread(() -> lines.lines().forEach(rest -> {}), "browser-messages");
        drain.setDaemon(true);
        drain.start();
        return URI.create(address.group(1));
      }
      read.add(line);
    }
    throw new IOException("The browser ended: " + String.join("\n", read));
  }

  /** Opens an address in the page. */
  void open(URI address) {
    devTools.call("Page.navigate", Map.of("url", address.toString()));
  }

  /** The value of an expression, which may be a promise of one. */
  JsonNode evaluate(String expression) {
    try {
      JsonNode answer =
          devTools.call(
              "Runtime.evaluate",
              Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
      return answer.path("result").path("value");
    } catch (CompletionException e) {
      throw new IllegalStateException("The page does not come to it; its errors: " + errors(), e);
    }
  }

  /** All that the page has asked for up to now, sent or not. */
  List<String> requests() {
    return devTools.events("Network.requestWillBeSent").stream()
        .map(event -> event.path("request").path("url").asText())
        .toList();
  }

  /** What the page has thrown and complained of up to now. */
  List<String> errors() {
    return Stream.of(
            devTools.events("Runtime.exceptionThrown").stream(),
            devTools.events("Log.entryAdded").stream()
                .filter(event -> event.path("entry").path("level").asText().equals("error")),
            devTools.events("Runtime.consoleAPICalled").stream()
                .filter(event -> event.path("type").asText().equals("error")))
        .flatMap(events -> events)
        .map(JsonNode::toString)
        .toList();
  }

  @Override
  public void close() {
    devTools.close();
    stop(process);
  }

  /** Ends this process and those that it has started, and no other. */
  private static void stop(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
