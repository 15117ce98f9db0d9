package io.github.videorooms.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.util.thread.QueuedThreadPool;
import wiremock.org.eclipse.jetty.util.thread.ThreadPool;

/** Starts WireMock with one stub, the last to be tried, to which the space itself responds. */
final class Server {
  private static final String NAME = "video-space";

  /** For 64 concurrent calls, including delayed ones, and Jetty's own four threads. */
  private static final int THREADS = 72;

  private static final int JOURNAL = 1_000;
  private static final int JOURNAL_RESPONSE_BYTES = 4_096;
  private static final long STOP_TIMEOUT_MILLIS = 200;

  private Server() {}

  /**
   * Starts a server.
   *
   * @param latency supplies the latency of the next response, in milliseconds
   * @param daemon whether its threads are daemon threads
   */
  static WireMockServer start(
      Function<RecordedRequest, Response> space, LongSupplier latency, boolean daemon) {
    WireMockConfiguration options = WireMockConfiguration.options();
    LastStub lastStub = new LastStub();
    WireMockServer server =
        new WireMockServer(
            options
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .threadPoolFactory(settings -> threads(daemon))
                .jettyAcceptors(1)
                .jettyStopTimeout(STOP_TIMEOUT_MILLIS)
                .maxRequestJournalEntries(JOURNAL)
                .maxLoggedResponseSize(JOURNAL_RESPONSE_BYTES)
                .withStores(JournalStore.stores(options.filesRoot()))
                .stubRequestLoggingDisabled(true)
                .templatingEnabled(false)
                .extensionScanningEnabled(false)
                .http2PlainDisabled(true)
                .disableOptimizeXmlFactoriesLoading(true)
                .mappingSource(lastStub)
                .httpClientFactory(new ClientOnDemand())
                .httpServerFactory(SpaceHttpServer::new)
                .notMatchedRendererFactory(extensions -> new NotFound())
                .extensions(lastStub, new Space(space, latency)));
    server.start();
    return server;
  }

  private static ThreadPool threads(boolean daemon) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setDaemon(daemon);
    return threads;
  }

  /**
   * Creates the response rather than its definition, since WireMock's journal stores definitions in
   * full. Delays all responses, including those of a user's stubs.
   */
  private static final class Space implements ResponseTransformerV2 {
    private final Function<RecordedRequest, Response> space;
    private final LongSupplier latency;

    Space(Function<RecordedRequest, Response> space, LongSupplier latency) {
      this.space = space;
      this.latency = latency;
    }

    @Override
    public String getName() {
      return NAME;
    }

    @Override
    public boolean applyGlobally() {
      return true;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
      List<String> transformers = event.getResponseDefinition().getTransformers();
      boolean isOfTheSpace = transformers != null && transformers.contains(NAME);
      Response punctual =
          isOfTheSpace ? space.apply(RecordedRequest.of(event.getRequest())) : response;
      // The replaced response may have a delay that the user has set for the whole server.
      long millis = latency.getAsLong() + (isOfTheSpace ? response.getInitialDelay() : 0);
      return millis == 0
          ? punctual
          : Response.Builder.like(punctual).but().incrementInitialDelay(millis).build();
    }
  }

  /**
   * Provides the stub of the space to WireMock, also after each reset, instead of the stub files
   * that it would look for in the user's directory.
   */
  private static final class LastStub implements MappingsSource, StubLifecycleListener {
    private static final UUID ID = UUID.nameUUIDFromBytes(NAME.getBytes(UTF_8));

    private volatile @Nullable StubMappings stubs;

    @Override
    public String getName() {
      return NAME + "-last-stub";
    }

    @Override
    public void loadMappingsInto(StubMappings stubs) {
      this.stubs = stubs;
      add(stubs);
    }

    @Override
    public void afterStubsReset() {
      StubMappings loaded = stubs;
      if (loaded != null) {
        add(loaded);
      }
    }

    private static void add(StubMappings stubs) {
      if (stubs.get(ID).isEmpty()) {
        stubs.addMapping(
            any(urlPathMatching("/api/video(/.*)?|" + Storage.PATH + ".*"))
                .withId(ID)
                .atPriority(Integer.MAX_VALUE)
                .willReturn(aResponse().withTransformers(NAME))
                .build());
      }
    }

    @Override
    public void save(List<StubMapping> stubs) {}

    @Override
    public void save(StubMapping stub) {}

    @Override
    @SuppressWarnings("removal") // Deprecated, but still declared by WireMock.
    public void remove(StubMapping stub) {}

    @Override
    public void removeAll() {}
  }

  /** Responds to requests outside the API, instead of WireMock's comparison with stubs. */
  private static final class NotFound extends NotMatchedRenderer {
    @Override
    protected ResponseDefinition render(Admin admin, ServeEvent event) {
      ApiResponse response = ApiRejection.notFound().response();
      // As text, since WireMock supports no other body here.
      ResponseDefinitionBuilder definition =
          aResponse().withStatus(response.status).withBody(new String(response.body, UTF_8));
      response.headers.forEach(definition::withHeader);
      return definition.build();
    }
  }

  /**
   * Saves the creation of a TLS client at the start, which only a stub that forwards requests
   * needs.
   */
  private static final class ClientOnDemand implements HttpClientFactory {
    @Override
    public HttpClient buildHttpClient(
        Options options,
        boolean trustEverything,
        List<String> trustedHosts,
        boolean useSystemProperties) {
      return new LazyHttpClient(
          () ->
              new ApacheHttpClientFactory()
                  .buildHttpClient(options, trustEverything, trustedHosts, useSystemProperties));
    }
  }
}
