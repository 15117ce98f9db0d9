package io.github.videorooms;

import static java.util.Objects.requireNonNullElse;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A client for one project of a SignalWire space. It is thread-safe; create one per application.
 *
 * <pre>{@code
 * try (SignalWireRestClient client = SignalWireRestClient.fromEnv()) {
 *   Room room = client.video().rooms().create(request -> request.name("standup"));
 * }
 * }</pre>
 *
 * <p>Every call ends in a result or a {@link SignalWireRestError}. Other exceptions report a
 * mistake of the program: a null argument, or a call after {@link #close()}, which throws {@link
 * IllegalStateException}.
 */
public final class SignalWireRestClient implements AutoCloseable {
  private final Calls calls;
  private final Video video;
  private final boolean derived;

  private SignalWireRestClient(Calls calls, boolean derived) {
    this.calls = calls;
    this.video = new Video(calls);
    this.derived = derived;
  }

  /**
   * Returns a builder, which reads nothing from the environment unless {@link Builder#fromEnv} is
   * called.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder(System::getenv);
  }

  /**
   * Makes a client from environment variables; short for {@code builder().fromEnv().build()}.
   *
   * @return a new client
   * @throws IllegalArgumentException if a variable is missing or unusable; the message names it
   * @see Builder#fromEnv
   */
  public static SignalWireRestClient fromEnv() {
    return builder().fromEnv().build();
  }

  /**
   * Returns the Video API.
   *
   * @return always the same object
   */
  public Video video() {
    return video;
  }

  /**
   * Returns a client with other options that shares everything else with this one: connections,
   * threads, retry budget. It is cheap enough to create for a single call.
   *
   * <pre>{@code
   * client.withOptions(o -> o.callTimeout(Duration.ofSeconds(5)).maxRetries(0)).video().rooms().get(id);
   * }</pre>
   *
   * @param change sets the options that differ
   * @return a new client, which need not be closed: closing it has no effect, closing this one
   *     closes both
   */
  public SignalWireRestClient withOptions(Consumer<CallOptions> change) {
    CallOptions options = calls.options.copy();
    Objects.requireNonNull(change, "change").accept(options);
    return new SignalWireRestClient(calls.with(options.copy()), true);
  }

  /**
   * Returns an implementation of a Retrofit interface, such as the generated {@code RoomsApi}, for
   * what this client does not offer. Its calls have the credentials, attempt timeout, size limits
   * and additional headers of this client. They are not retried or reported to listeners, and fail
   * with Retrofit's exceptions. Bodies can be generated models, lists and maps of them, text, and
   * the types of Retrofit and OkHttp; a method with another type throws {@link
   * IllegalArgumentException} when it is called.
   *
   * @param <A> the interface
   * @param type a Retrofit interface, generated or the caller's own
   * @return its implementation
   * @throws IllegalArgumentException if the type is not an interface that Retrofit can implement
   */
  public <A> A api(Class<A> type) {
    return calls.transport.api(Objects.requireNonNull(type, "type"), calls.requestOptions);
  }

  /**
   * Cancels the calls in flight, which fail with a {@link SignalWireRestTransportError}, and
   * releases the threads and connections of this client; a caller's own {@code OkHttpClient} stays
   * open. Clients that {@link #withOptions} returned are closed with it. Later calls throw {@link
   * IllegalStateException}. Closing again has no effect.
   */
  @Override
  public void close() {
    if (!derived) {
      calls.transport.close();
    }
  }

  /** Returns the base URL of the space, without credentials. */
  @Override
  public String toString() {
    return "SignalWireRestClient{" + calls.transport.base + "}";
  }

  /** Builds {@link SignalWireRestClient}; not thread-safe. */
  public static final class Builder {
    /** What other clients and samples read instead of each variable. */
    private static final Map<String, List<String>> NAMES_OF_OTHERS =
        Map.of(
            "SIGNALWIRE_PROJECT_ID",
            List.of(
                "SIGNALWIRE_PROJECT",
                "SIGNALWIRE_PROJECT_KEY",
                "SIGNALWIRE_API_PROJECT",
                "PROJECT_ID",
                "PROJECT"),
            "SIGNALWIRE_API_TOKEN",
            List.of(
                "SIGNALWIRE_TOKEN",
                "SIGNALWIRE_API_KEY",
                "SIGNALWIRE_REST_API_TOKEN",
                "REST_API_TOKEN",
                "API_TOKEN",
                "TOKEN"),
            "SIGNALWIRE_SPACE",
            List.of(
                "SIGNALWIRE_SPACE_URL",
                "SIGNALWIRE_SPACE_NAME",
                "SIGNALWIRE_HOST",
                "SIGNALWIRE_HOST_NAME",
                "SIGNALWIRE_API_HOSTNAME",
                "SIGNALWIRE_REST_BASE_URL",
                "SPACE_URL",
                "SPACE_NAME",
                "SPACE"));

    private final UnaryOperator<@Nullable String> environment;
    private boolean readsEnvironment;
    private @Nullable String project;
    private @Nullable String token;
    private @Nullable Supplier<String> tokens;
    private @Nullable String space;
    private @Nullable OkHttpClient httpClient;
    private @Nullable Consumer<OkHttpClient.Builder> http;
    private String userAgentSuffix = "";
    private @Nullable Path caFile;
    private Executor callbackExecutor = Runnable::run;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private final CallOptions options = new CallOptions();
    private @Nullable CallTimer timer;
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    Builder(UnaryOperator<@Nullable String> environment) {
      this.environment = environment;
    }

    /**
     * Reads what is not set explicitly from environment variables: {@code SIGNALWIRE_PROJECT_ID},
     * {@code SIGNALWIRE_API_TOKEN}, {@code SIGNALWIRE_SPACE}, and {@code SIGNALWIRE_REST_CA_FILE}
     * if it is set and there is no {@link #httpClient}. {@link #build} reads them.
     *
     * @return this builder
     */
    public Builder fromEnv() {
      this.readsEnvironment = true;
      return this;
    }

    /**
     * Sets the project.
     *
     * @param project the project's id
     * @return this builder
     */
    public Builder project(String project) {
      this.project = Objects.requireNonNull(project, "project");
      return this;
    }

    /**
     * Sets the API token, which needs the scope {@code Video}.
     *
     * @param token the token, a secret
     * @return this builder
     */
    public Builder token(String token) {
      this.token = Objects.requireNonNull(token, "token");
      this.tokens = null;
      return this;
    }

    /**
     * Sets where the API token comes from, for tokens that are rotated while the client is in use.
     * The supplier is asked once for each attempt of a call, retries included, on the thread that
     * sends it; keep it fast, since no timeout interrupts it. If the API responds with 401, it is
     * asked again, on the thread that received the response: if it returns another token than the
     * one that was rejected, the call is retried with that, once, at once and whatever its method.
     *
     * <p>What it returns is treated like the token of {@link #token(String)}. If it returns null or
     * what cannot be a token, or throws an exception, the call fails with a {@link
     * SignalWireRestTransportError}, and nothing is sent; after a 401, with the error of that.
     *
     * @param tokens thread-safe; returns a secret
     * @return this builder
     */
    public Builder token(Supplier<String> tokens) {
      this.tokens = Objects.requireNonNull(tokens, "tokens");
      this.token = null;
      return this;
    }

    /**
     * Sets the space: its name ({@code acme}), its host ({@code acme.signalwire.com}) or its URL.
     *
     * <p>Requests are made with HTTPS; a loopback host such as {@code localhost:8080} is reached
     * with HTTP.
     *
     * @param space the space
     * @return this builder
     */
    public Builder space(String space) {
      this.space = Objects.requireNonNull(space, "space");
      return this;
    }

    /**
     * Sets the deadline of a whole call, from the moment its method is called: all attempts and the
     * delays between them. The default is 60 s.
     *
     * @param timeout from 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException if the time is out of range
     */
    public Builder callTimeout(Duration timeout) {
      options.callTimeout(timeout);
      return this;
    }

    /**
     * Sets the timeout of one attempt, from connecting to the end of the response. The default is
     * 30 s.
     *
     * @param timeout from 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException if the time is out of range
     */
    public Builder attemptTimeout(Duration timeout) {
      options.attemptTimeout(timeout);
      return this;
    }

    /**
     * Sets how many times a call is retried at most, where that is safe. The default is 2.
     *
     * @param retries from 0 to 10
     * @return this builder
     * @throws IllegalArgumentException if the number is out of range
     */
    public Builder maxRetries(int retries) {
      options.maxRetries(retries);
      return this;
    }

    /**
     * Sets options of all calls, including those that have no method here: size limits, headers.
     *
     * @param change sets the options that differ from the defaults
     * @return this builder
     */
    public Builder options(Consumer<CallOptions> change) {
      Objects.requireNonNull(change, "change").accept(options);
      return this;
    }

    /**
     * Adds a listener, which is called after every attempt of every call.
     *
     * @param listener thread-safe
     * @return this builder
     */
    public Builder listener(CallListener listener) {
      options.listener(listener);
      return this;
    }

    /**
     * Trusts the certificate authorities in a file, in addition to the system's. It cannot be
     * combined with {@link #httpClient}, which has its own trust.
     *
     * @param file a regular file with certificates in PEM format, other content is ignored, or with
     *     one in DER format
     * @return this builder
     */
    public Builder caFile(Path file) {
      this.caFile = Objects.requireNonNull(file, "file");
      return this;
    }

    /**
     * Sets the timeout of establishing a connection. The default is 10 s.
     *
     * @param timeout from 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException if the time is out of range
     */
    public Builder connectTimeout(Duration timeout) {
      this.connectTimeout = CallOptions.checked(timeout);
      return this;
    }

    /**
     * Sets the executor that completes the futures of asynchronous methods. By default they
     * complete on the thread that received the response, one of at most 64: stages chained without
     * an executor of their own must not block.
     *
     * @param executor runs short tasks
     * @return this builder
     */
    public Builder callbackExecutor(Executor executor) {
      this.callbackExecutor = Objects.requireNonNull(executor, "executor");
      return this;
    }

    /**
     * Configures the HTTP client that this client creates: a proxy and its password, client
     * certificates, DNS, interceptors, an event listener, HTTP/2. Threads, connection pool,
     * timeouts, redirects and retries remain those of this client, and a loopback space is reached
     * without a proxy. Application interceptors do not see the credentials; network interceptors
     * and event listeners do. May be called several times; cannot be combined with {@link
     * #httpClient}.
     *
     * @param change configures it; called by {@link #build}, which throws what it throws
     * @return this builder
     */
    public Builder http(Consumer<OkHttpClient.Builder> change) {
      Objects.requireNonNull(change, "change");
      this.http = http == null ? change : http.andThen(change);
      return this;
    }

    /**
     * Uses the caller's own HTTP client: its interceptors, proxy, trust, connection pool, resolver
     * and dispatcher. This client's timeouts apply, redirects are not followed, OkHttp's own
     * retries and its cache are off, and a loopback space is reached without a proxy.
     *
     * @param httpClient a client that the caller closes
     * @return this builder
     */
    public Builder httpClient(OkHttpClient httpClient) {
      this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
      return this;
    }

    /**
     * Sets what is appended to this library's name in the {@code User-Agent} header.
     *
     * @param suffix such as {@code my-app/1.2}, printable ASCII
     * @return this builder
     * @throws IllegalArgumentException if it has other characters
     */
    public Builder userAgentSuffix(String suffix) {
      if (!Objects.requireNonNull(suffix, "suffix").matches("[\\x21-\\x7e][\\x20-\\x7e]*")) {
        throw new IllegalArgumentException(
            "suffix must be printable ASCII, such as \"my-app/1.2\"");
      }
      this.userAgentSuffix = suffix;
      return this;
    }

    /** Lets a test replace the clock, and the random number from 0 to 1. */
    Builder timer(CallTimer timer, DoubleSupplier random) {
      this.timer = timer;
      this.random = random;
      return this;
    }

    /**
     * Creates the client, which connects when its first call is made.
     *
     * @return a new client
     * @throws IllegalArgumentException if project, token or space is missing or invalid, the
     *     certificates cannot be read, or settings exclude each other; the message names it, and
     *     how to fix it
     */
    public SignalWireRestClient build() {
      String user = Credential.clean(value(project, "project", "SIGNALWIRE_PROJECT_ID"), "project");
      if (user.indexOf(':') >= 0) {
        throw new IllegalArgumentException(
            "project contains a colon, which Basic authentication cannot carry; give the project's id");
      }
      HttpUrl base = Space.resolve(value(space, "space", "SIGNALWIRE_SPACE"));
      BasicAuth auth = auth(base, user);
      SystemTimer system = new SystemTimer();
      Transport transport =
          new Transport(
              base,
              httpClient == null ? ownClient() : callersClient(httpClient),
              httpClient == null,
              auth,
              userAgentSuffix,
              connectTimeout,
              system);
      Executor callbacks = Transport.orRunOnCaller(callbackExecutor);
      return new SignalWireRestClient(
          new Calls(
              transport,
              options.copy(),
              new RetryPolicy(random),
              requireNonNullElse(timer, system),
              callbacks),
          false);
    }

    private BasicAuth auth(HttpUrl base, String project) {
      if (tokens != null) {
        return BasicAuth.rotating(base, project, tokens);
      }
      String fixed = Credential.clean(value(token, "token", "SIGNALWIRE_API_TOKEN"), "token");
      return BasicAuth.fixed(base, project, fixed);
    }

    /** Returns the caller's client, unless there are also settings that it does not have. */
    private OkHttpClient callersClient(OkHttpClient httpClient) {
      if (caFile != null) {
        throw new IllegalArgumentException(
            "caFile(...) and httpClient(...) exclude each other; set the trust of your own client");
      }
      if (http != null) {
        throw new IllegalArgumentException(
            "http(...) and httpClient(...) exclude each other; configure your own client, or"
                + " remove httpClient(...)");
      }
      return httpClient;
    }

    private OkHttpClient ownClient() {
      Trust trust = trust();
      OkHttpClient client = Transport.ownClient(trust, http);
      if (trust != null && caFile != null && !trust.isUsedBy(client)) {
        throw new IllegalArgumentException(
            "caFile(...) and an sslSocketFactory set in http(...) exclude each other; trust the"
                + " authorities of the file in your own SSLContext");
      }
      return client;
    }

    private @Nullable Trust trust() {
      Path file = caFile;
      if (file == null && readsEnvironment) {
        String named = environment.apply("SIGNALWIRE_REST_CA_FILE");
        file = named == null || named.isBlank() ? null : pathOf(named.strip());
      }
      return file == null ? null : Trust.including(file);
    }

    private static Path pathOf(String named) {
      try {
        return Path.of(named);
      } catch (InvalidPathException e) {
        throw new IllegalArgumentException(
            "SIGNALWIRE_REST_CA_FILE is not the path of a file: " + e.getMessage(), e);
      }
    }

    private String value(@Nullable String explicit, String name, String variable) {
      if (explicit != null) {
        return explicit;
      }
      String value = readsEnvironment ? environment.apply(variable) : null;
      if (value == null || value.isBlank()) {
        throw new IllegalArgumentException(
            "no "
                + name
                + ": call "
                + name
                + "(...), or "
                + (readsEnvironment ? "set " : "fromEnv() and set ")
                + variable
                + hint(variable));
      }
      return value;
    }

    /** Names variables of other clients, by which a value may have been meant to be given. */
    private String hint(String variable) {
      if (!readsEnvironment) {
        return "";
      }
      return NAMES_OF_OTHERS.getOrDefault(variable, List.of()).stream()
          .filter(other -> environment.apply(other) != null)
          .map(other -> " (" + other + " is set, but is not read)")
          .collect(Collectors.joining());
    }
  }
}
