package com.example.meetings;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.api.Operation;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.okhttp3.OkHttpObservationInterceptor;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import retrofit2.Invocation;

@Configuration(proxyBeanMethods = false)
class SignalWireConfiguration implements DisposableBean {
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @Bean
  SignalWireRestClient signalWire(
      @Value("${signalwire.project.id}") String project,
      @Value("${signalwire.api.token}") String token,
      @Value("${signalwire.space}") String space,
      OkHttpClient signalWireHttp,
      MeterRegistry meters) {
    return SignalWireRestClient.builder()
        .project(project)
        .token(token)
        .space(space)
        .httpClient(signalWireHttp)
        .listener(new AttemptMetrics(meters))
        .build();
  }

  @Bean
  OkHttpClient signalWireHttp(ObservationRegistry observations) {
    ContextSnapshotFactory contexts = ContextSnapshotFactory.builder().build();
    Dispatcher dispatcher =
        new Dispatcher(ContextExecutorService.wrap(threads, contexts::captureAll));
    dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(dispatcher.getMaxRequests(), 1, TimeUnit.MINUTES))
        .addInterceptor(
            OkHttpObservationInterceptor.builder(observations, "signalwire.requests")
                .uriMapper(SignalWireConfiguration::pathTemplate)
                .build())
        .build();
  }

  /** The client does not close what was passed to it. */
  @Override
  public void destroy() {
    threads.shutdown();
  }

  /** Such as {@code /api/video/rooms/{id}}: the same for all rooms. */
  private static String pathTemplate(Request request) {
    return request.tag(Invocation.class).method().getAnnotation(Operation.class).path();
  }
}
