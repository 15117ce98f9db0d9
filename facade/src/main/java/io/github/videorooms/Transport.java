package io.github.videorooms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Dispatcher;
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
   * @param attemptTimeout from the start of an attempt to the end of its response
   */
  Transport(
      @Nullable OkHttpClient given,
      HttpUrl base,
      BasicAuth auth,
      String userAgent,
      Duration connectTimeout,
      Duration attemptTimeout) {
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
        .callTimeout(attemptTimeout)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .addInterceptor(Attempt::record)
        .addInterceptor(new BodyLimit())
        .addInterceptor(singleSend)
        .addInterceptor(headers(userAgent))
        .addInterceptor(auth)
        .networkInterceptors()
        .add(0, singleSend.belowFollowUps());
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

  /** Returns what runs asynchronous calls. */
  Executor executor() {
    return http.dispatcher().executorService();
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
    return chain ->
        chain.proceed(
            chain
                .request()
                .newBuilder()
                .header("User-Agent", userAgent)
                .header("Accept", "application/json")
                .build());
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
}
