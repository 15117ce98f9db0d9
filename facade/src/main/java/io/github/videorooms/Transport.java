package io.github.videorooms;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** Puts OkHttp and Retrofit together, and takes them down. */
final class Transport {
  private static final int MAX_REQUESTS = 64;

  final HttpUrl base;
  final RetryBudget budget = new RetryBudget();

  /** Runs what a timer sets off, so that it never holds up the timer. */
  final Executor executor;

  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final List<String> credentials;
  private final Retrofit retrofit;
  private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();
  private final Set<CompletableFuture<@Nullable Void>> waits = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Makes a transport.
   *
   * @param given a caller's own client, whose interceptors, proxy, pool and dispatcher are kept;
   *     null makes one
   * @param trust beside the system's; null adds nothing
   * @param options of calls that are given no others
   */
  Transport(
      HttpUrl base,
      @Nullable OkHttpClient given,
      BasicAuth auth,
      String userAgentSuffix,
      @Nullable Trust trust,
      Duration connectTimeout,
      CallOptions options) {
    OkHttpClient.Builder builder = given == null ? own() : given.newBuilder();
    // With 5 idle ones, as OkHttp has it, most of 64 calls at a time connect anew: 0.6 of the rate.
    // Load balancers and firewalls drop what is idle for some minutes, often without a word.
    ConnectionPool own = new ConnectionPool(MAX_REQUESTS, 1, TimeUnit.MINUTES);
    ConnectionPool pool = given == null ? own : given.connectionPool();
    FreshConnection fresh = new FreshConnection(pool);
    builder
        .connectionPool(pool)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .authenticator(Authenticator.NONE)
        .connectTimeout(connectTimeout)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .addInterceptor(around(userAgent(userAgentSuffix), auth, fresh))
        .networkInterceptors()
        .add(0, chain -> unsigned(chain, SingleSend.hide(fresh.look(chain))));
    if (Space.isLoopback(base)) {
      // Credentials may go unencrypted to this machine, and so not by way of another one.
      builder.proxy(Proxy.NO_PROXY);
    }
    if (trust != null) {
      builder.sslSocketFactory(trust.socketFactory, trust.manager);
    }
    this.base = base;
    this.http = builder.build();
    this.ownsHttp = given == null;
    this.credentials = auth.secrets;
    this.executor = orHere(http.dispatcher().executorService());
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(base)
            .callFactory(request -> newCall(request, options))
            .addConverterFactory(new Json())
            .build();
  }

  <A> A api(Class<A> type) {
    return type.cast(apis.computeIfAbsent(type, retrofit::create));
  }

  /** Returns an interface whose calls are made as the options say, and by nobody else. */
  <A> A api(Class<A> type, CallOptions options) {
    return retrofit
        .newBuilder()
        .callFactory(request -> newCall(request, options))
        .build()
        .create(type);
  }

  /** Returns an executor that, once it is shut down, runs a task on the thread that asks. */
  static Executor orHere(Executor executor) {
    return task -> {
      try {
        executor.execute(task);
      } catch (RejectedExecutionException e) {
        task.run();
      }
    };
  }

  /** Ends the wait at once when this transport is closed. */
  CompletableFuture<@Nullable Void> untilClosed(CompletableFuture<@Nullable Void> wait) {
    waits.add(wait);
    wait.whenComplete((nothing, error) -> waits.remove(wait));
    if (closed) {
      wait.complete(null);
    }
    return wait;
  }

  private Call newCall(Request request, CallOptions options) {
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
    Attempt attempt = new Attempt(request, options, new Secrets(credentials, request));
    Request.Builder tagged = request.newBuilder().tag(Transport.class, this);
    Call call = http.newCall(tagged.tag(Attempt.class, attempt).build());
    call.timeout().timeout(options.attemptTimeout.toNanos(), TimeUnit.NANOSECONDS);
    return call;
  }

  /**
   * Cancels the calls of this transport, and ends the threads and connections that it made itself.
   */
  void close() {
    closed = true;
    waits.forEach(wait -> wait.complete(null));
    Stream.of(http.dispatcher().queuedCalls(), http.dispatcher().runningCalls())
        .flatMap(List::stream)
        .filter(call -> equals(call.request().tag(Transport.class)))
        .forEach(Call::cancel);
    if (ownsHttp) {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  /**
   * Makes a request complete and its response safe, as the last application interceptor. It is one,
   * and not one for each concern, because a copy of a request or a response takes 0.4 kB.
   */
  private static Interceptor around(String userAgent, BasicAuth auth, FreshConnection fresh) {
    return chain -> {
      Request request = chain.request();
      Attempt attempt = Attempt.of(chain.call().request());
      attempt.unsigned = request;
      Request.Builder complete = SingleSend.once(request);
      complete.header("User-Agent", userAgent).header("Accept", "application/json");
      Headers extra = attempt.options.headers;
      extra.names().forEach(name -> complete.header(name, extra.values(name).get(0)));
      Request signed = auth.signed(complete, request.url()).build();
      Response response = SingleSend.show(fresh.proceed(chain, signed));
      attempt.answered(response.code(), response.headers());
      ResponseBody body = BodyLimit.bounded(response, attempt.options);
      return response.newBuilder().request(request).body(body).build();
    };
  }

  /**
   * Keeps the credentials from what is above: OkHttp hands the request on with the response. Done
   * here, before OkHttp makes copies of the response, it takes one copy instead of two.
   */
  private static Response unsigned(Interceptor.Chain chain, Response response) {
    Request request = Attempt.of(chain.call().request()).unsigned;
    return response.newBuilder().request(request).body(BodyLimit.typed(response)).build();
  }

  private static OkHttpClient.Builder own() {
    Dispatcher dispatcher =
        new Dispatcher(
            Executors.newCachedThreadPool(
                task -> {
                  Thread thread = new Thread(task, "videorooms-http");
                  thread.setDaemon(true);
                  return thread;
                }));
    dispatcher.setMaxRequests(MAX_REQUESTS);
    dispatcher.setMaxRequestsPerHost(MAX_REQUESTS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .socketFactory(new BoundedSockets())
        .protocols(List.of(Protocol.HTTP_1_1));
  }

  private static String userAgent(String suffix) {
    try (InputStream version = Transport.class.getResourceAsStream("version.txt")) {
      String own = new String(requireNonNull(version).readAllBytes(), StandardCharsets.UTF_8);
      String java = System.getProperty("java.version");
      return ("signalwire-videorooms-java/" + own + " (java " + java + ") " + suffix).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
