package io.github.videorooms;

import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** Assembles OkHttp and Retrofit, and releases them. */
final class Transport {
  private static final int MAX_REQUESTS = 64;

  /** One for all clients, since OkHttp shares connections between those with the same factory. */
  private static final SocketFactory SOCKETS = new ReadLimitSocketFactory();

  /** A dead connection is found after at most two of them. */
  private static final Duration PING_INTERVAL = Duration.ofSeconds(5);

  final HttpUrl base;
  final BasicAuth auth;
  final RetryBudget budget = new RetryBudget();
  final SystemTimer timer;
  final Json json = new Json();
  final CallWatch watch;

  /**
   * Runs what ends or retries a call: on other threads than the timer's, which must not block, and
   * than those of the dispatcher, which may all be busy.
   */
  final Executor executor;

  private final ExecutorService threads;

  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final Retrofit retrofit;
  private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();
  private final Set<CompletableFuture<@Nullable Void>> waits = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Makes a transport.
   *
   * @param given the client whose interceptors, proxy, trust, pool and dispatcher are used
   * @param ownsHttp whether it was made by {@link #ownClient}, and is closed with this
   */
  Transport(
      HttpUrl base,
      OkHttpClient given,
      boolean ownsHttp,
      BasicAuth auth,
      String userAgentSuffix,
      Duration connectTimeout,
      SystemTimer timer) {
    OkHttpClient.Builder builder = given.newBuilder();
    DeadlineDns dns = new DeadlineDns(given.dns());
    builder
        .dns(dns)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .authenticator(Authenticator.NONE)
        .connectTimeout(connectTimeout)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .cache(null) // Its key is the URL, whatever the credentials.
        .addInterceptor(
            new ClientInterceptor(userAgent(userAgentSuffix), auth, given.connectionPool(), dns))
        .networkInterceptors()
        .add(0, new ConnectionInterceptor());
    if (!given.interceptors().isEmpty()) {
      builder.interceptors().add(0, BodySizeLimit::intercept); // One of them may decompress.
    }
    if (!given.protocols().equals(List.of(Protocol.HTTP_1_1))) {
      builder.addNetworkInterceptor(new RefusalInterceptor());
      if (given.pingIntervalMillis() == 0) {
        // Without read timeouts, nothing else tells that a connection is dead.
        builder.pingInterval(PING_INTERVAL);
      }
    }
    if (Space.isLoopback(base)) {
      // Credentials may be sent in plain text to this machine, and so not through another one.
      builder.proxy(Proxy.NO_PROXY);
      if (given.socketFactory().equals(SocketFactory.getDefault())) {
        builder.socketFactory(SOCKETS);
      }
    }
    this.base = base;
    this.auth = auth;
    this.timer = timer;
    this.watch = new CallWatch(timer);
    this.http = builder.build();
    this.ownsHttp = ownsHttp;
    this.threads = pool();
    this.executor = orRunHere(threads);
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(base)
            .callFactory(this::newCall)
            .addConverterFactory(json)
            .build();
  }

  <A> A api(Class<A> type) {
    return type.cast(apis.computeIfAbsent(type, retrofit::create));
  }

  /** Returns an interface for direct use, whose calls are made with the options. */
  <A> A api(Class<A> type, RequestOptions options) {
    return retrofit
        .newBuilder()
        .callFactory(
            request -> {
              Call call = newCall(request);
              long nanos = options.attemptTimeout.toNanos();
              AttemptState.of(call).begin(options, call.timeout(), nanos, 1);
              return call;
            })
        .build()
        .create(type);
  }

  /** Returns an executor that runs a task on the calling thread if there can be no other. */
  static Executor orRunHere(Executor executor) {
    return task -> {
      try {
        executor.execute(task);
      } catch (Throwable e) { // It is closed, or there is no memory for another thread.
        task.run();
      }
    };
  }

  /** Returns an executor that runs a task on the calling thread if it is not accepted. */
  static Executor orRunOnCaller(Executor executor) {
    return task -> {
      try {
        executor.execute(task);
      } catch (RuntimeException e) { // Not only a RejectedExecutionException.
        task.run();
      }
    };
  }

  /** Ends the wait at once when this transport is closed. */
  @SuppressWarnings("CollectionUndefinedEquality") // A wait is the same as no other.
  CompletableFuture<@Nullable Void> untilClosed(CompletableFuture<@Nullable Void> wait) {
    waits.add(wait);
    wait.whenComplete((nothing, error) -> waits.remove(wait));
    if (closed) {
      wait.complete(null);
    }
    return wait;
  }

  /**
   * Returns a client for hosts other than the space: with the caller's proxy, trust, resolver and
   * connections, and with nothing that adds to a request or keeps a response.
   *
   * @param silence how long a server may send nothing
   */
  OkHttpClient storageClient(Duration silence) {
    OkHttpClient.Builder builder = http.newBuilder();
    builder.interceptors().clear();
    builder.networkInterceptors().clear();
    return builder
        .addNetworkInterceptor(chain -> HiddenFollowUps.hide(chain.proceed(chain.request())))
        .cookieJar(CookieJar.NO_COOKIES)
        .cache(null)
        .eventListenerFactory(call -> EventListener.NONE)
        .callTimeout(Duration.ZERO)
        .readTimeout(silence)
        .build();
  }

  boolean isClosed() {
    return closed;
  }

  private Call newCall(Request request) {
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
    EncodableText.requireQueryNames(request);
    AttemptState state = new AttemptState(request, new Secrets(auth.secrets, request));
    Request.Builder tagged = request.newBuilder().tag(Transport.class, this);
    EncodedQuery query = EncodedQuery.of(request);
    if (query != null) {
      tagged.url(request.url().newBuilder().encodedQuery(query.text).build());
    }
    return http.newCall(tagged.tag(AttemptState.class, state).build());
  }

  /** Ends the calls of this transport, and the threads and connections that it made itself. */
  void close() {
    closed = true;
    timer.close();
    waits.forEach(wait -> wait.complete(null));
    watch.endAll();
    Stream.of(http.dispatcher().queuedCalls(), http.dispatcher().runningCalls())
        .flatMap(List::stream)
        .filter(call -> equals(call.request().tag(Transport.class)))
        .forEach(call -> cancel(call::cancel));
    threads.shutdown();
    if (ownsHttp) {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  /**
   * Cancels a call, on another thread: OkHttp then calls an event listener of the caller's, which
   * may block or throw.
   */
  void cancel(Runnable call) {
    executor.execute(
        () -> {
          try {
            call.run();
          } catch (Throwable e) {
            // The call is cancelled all the same.
          }
        });
  }

  /** Threads that end when they were idle for a minute, and keep no JVM alive. */
  private static ExecutorService pool() {
    return Executors.newCachedThreadPool(Transport::newThread);
  }

  private static Thread newThread(Runnable task) {
    // It will serve other callers, who must not see the ThreadLocals of this one.
    Thread thread = new Thread(null, task, "videorooms-http", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    return thread;
  }

  /**
   * Returns a client for one transport, which closes it.
   *
   * @param trust in addition to the system's; null adds none
   * @param change configures it further; null changes nothing
   * @throws IllegalArgumentException if the change replaces threads or connections
   */
  static OkHttpClient ownClient(
      @Nullable Trust trust, @Nullable Consumer<OkHttpClient.Builder> change) {
    Dispatcher dispatcher = new Dispatcher(pool());
    dispatcher.setMaxRequests(MAX_REQUESTS);
    dispatcher.setMaxRequestsPerHost(MAX_REQUESTS);
    // OkHttp's 5 idle connections would make most of 64 concurrent calls connect anew, at 0.6 of
    // the throughput. Load balancers and firewalls silently drop what is idle for some minutes.
    ConnectionPool pool = new ConnectionPool(MAX_REQUESTS, 1, TimeUnit.MINUTES);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(pool)
            .socketFactory(SOCKETS)
            .protocols(List.of(Protocol.HTTP_1_1));
    if (trust != null) {
      builder.sslSocketFactory(trust.socketFactory, trust.manager);
    }
    if (change != null) {
      change.accept(builder);
    }
    OkHttpClient client = builder.build();
    if (!client.dispatcher().equals(dispatcher) || !client.connectionPool().equals(pool)) {
      throw new IllegalArgumentException(
          "http(...) cannot replace the dispatcher or the connection pool; pass an OkHttpClient of"
              + " your own to httpClient(...)");
    }
    return client;
  }

  private static String userAgent(String suffix) {
    String java = System.getProperty("java.version");
    String name = "signalwire-videorooms-java/" + Version.CURRENT;
    return (name + " (java " + java + ") " + suffix).strip();
  }
}
