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

/** A headless Chromium with one page, which a test starts and stops. */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("google-chrome", "google-chrome-stable", "chromium", "chromium-browser");
  private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");

  /** The sandbox does not work as root or in containers; only our own page is opened. */
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

  /** Returns the browser in the system property {@code browser}, or the first on the path. */
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
   * Starts the browser with a new profile in {@code target}, since sandboxed ones cannot write
   * elsewhere.
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

  /** Reads the address of the debugger, and drains further output so that the browser can go on. */
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
    throw new IOException("the browser exited: " + String.join("\n", read));
  }

  /** Navigates to a URL. */
  void open(URI address) {
    devTools.call("Page.navigate", Map.of("url", address.toString()));
  }

  /** Returns the value of an expression or of its promise. */
  JsonNode evaluate(String expression) {
    try {
      JsonNode answer =
          devTools.call(
              "Runtime.evaluate",
              Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
      return answer.path("result").path("value");
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "the expression did not complete; errors of the page: " + errors(), e);
    }
  }

  /** Returns the URLs of all requests by the page so far, including blocked ones. */
  List<String> requests() {
    return devTools.events("Network.requestWillBeSent").stream()
        .map(event -> event.path("request").path("url").asText())
        .toList();
  }

  /** Returns the exceptions and error messages of the page so far. */
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

  /** Ends a process and its descendants. */
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
