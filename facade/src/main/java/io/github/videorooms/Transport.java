package io.github.videorooms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** Puts OkHttp and Retrofit together, and takes them down. */
final class Transport implements Call.Factory {
  private static final int MAX_REQUESTS = 64;

  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final Retrofit retrofit;
  private volatile boolean closed;

  /**
   * Makes a transport.
   *
   * @param given a caller's own client, whose interceptors, proxy, pool and dispatcher are kept;
   *     null makes one
   * @param trust beside the system's; null adds nothing
   * @param options of calls that do not come from a client's methods, but from {@link #api}
   */
  Transport(
      @Nullable OkHttpClient given,
      HttpUrl base,
      BasicAuth auth,
      @Nullable String userAgentSuffix,
      @Nullable Trust trust,
      Duration connectTimeout,
      CallOptions options) {
    OkHttpClient.Builder builder =
        given == null
            ? new OkHttpClient.Builder()
                .dispatcher(dispatcher())
                .protocols(List.of(Protocol.HTTP_1_1))
            : given.newBuilder();
    SingleSend singleSend = new SingleSend();
    builder
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .authenticator(Authenticator.NONE)
        .connectTimeout(connectTimeout)
        .callTimeout(options.attemptTimeout)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .addInterceptor(Attempt::record)
        .addInterceptor(new BodyLimit())
        .addInterceptor(singleSend)
        .addInterceptor(headers(userAgent(userAgentSuffix)))
        .addInterceptor(auth)
        .networkInterceptors()
        .addAll(0, List.of(singleSend.belowFollowUps(), Attempt::connect));
    if (trust != null) {
      builder.sslSocketFactory(trust.socketFactory, trust.manager);
    }
    this.http = builder.build();
    this.ownsHttp = given == null;
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(base)
            .callFactory(this)
            .addConverterFactory(new Json())
            .build();
  }

  <A> A api(Class<A> type) {
    return retrofit.create(type);
  }

  /** Returns an interface whose calls have a derived client's options. */
  <A> A api(Class<A> type, CallOptions options) {
    Call.Factory factory =
        request -> {
          Call call = newCall(request);
          Attempt.of(call.request()).extraHeaders = options.headers;
          call.timeout().timeout(options.attemptTimeout.toNanos(), TimeUnit.NANOSECONDS);
          return call;
        };
    return retrofit.newBuilder().callFactory(factory).build().create(type);
  }

  /** Returns what runs asynchronous calls; once closed, the thread that asks. */
  Executor executor() {
    Executor executor = http.dispatcher().executorService();
    return task -> {
      try {
        executor.execute(task);
      } catch (RejectedExecutionException e) {
        task.run();
      }
    };
  }

  @Override
  public Call newCall(Request request) {
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
    return http.newCall(Attempt.tag(request, this));
  }

  /**
   * Cancels the calls of this transport, and ends the threads and connections that it made itself.
   */
  void close() {
    closed = true;
    List<Call> calls = new ArrayList<>(http.dispatcher().queuedCalls());
    calls.addAll(http.dispatcher().runningCalls());
    for (Call call : calls) {
      if (Attempt.isOf(this, call.request())) {
        call.cancel();
      }
    }
    if (ownsHttp) {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  private static Interceptor headers(String userAgent) {
    return chain -> {
      Request.Builder request =
          chain
              .request()
              .newBuilder()
              .header("User-Agent", userAgent)
              .header("Accept", "application/json");
      Headers extra = Attempt.of(chain.call().request()).extraHeaders;
      for (String name : extra.names()) {
        request.header(name, extra.values(name).get(0));
      }
      return chain.proceed(request.build());
    };
  }

  private static Dispatcher dispatcher() {
    ExecutorService daemons =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            60,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "videorooms-http");
              thread.setDaemon(true);
              return thread;
            });
    Dispatcher dispatcher = new Dispatcher(daemons);
    dispatcher.setMaxRequests(MAX_REQUESTS);
    dispatcher.setMaxRequestsPerHost(MAX_REQUESTS);
    return dispatcher;
  }

  private static String userAgent(@Nullable String suffix) {
    String text =
        "signalwire-videorooms-java/"
            + version()
            + " (java "
            + System.getProperty("java.version")
            + ")";
    return suffix == null ? text : text + " " + suffix;
  }

  private static String version() {
    try (InputStream version = Transport.class.getResourceAsStream("version.txt")) {
      if (version == null) {
        throw new IllegalStateException("version.txt is missing from the artifact");
      }
      return new String(version.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
