package io.github.videorooms.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;
import java.util.function.Function;

/** Starts WireMock with one stub, the last to be tried, that the space itself answers. */
final class Server {
  private static final String NAME = "video-space";

  /** For 64 calls at once, delayed ones too, and Jetty's own four. */
  private static final int THREADS = 72;

  private static final int JOURNAL = 1_000;
  private static final long STOP_TIMEOUT_MILLIS = 200;

  private Server() {}

  static WireMockServer start(Function<RecordedRequest, ResponseDefinition> space) {
    WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .containerThreads(THREADS)
                .jettyAcceptors(1)
                .jettyStopTimeout(STOP_TIMEOUT_MILLIS)
                .maxRequestJournalEntries(JOURNAL)
                .stubRequestLoggingDisabled(true)
                .templatingEnabled(false)
                .extensionScanningEnabled(false)
                .http2PlainDisabled(true)
                .disableOptimizeXmlFactoriesLoading(true)
                .mappingSource(new LastStub())
                .httpClientFactory(new ClientOnDemand())
                .extensions(new Space(space)));
    server.start();
    return server;
  }

  private static final class Space implements ResponseDefinitionTransformerV2 {
    private final Function<RecordedRequest, ResponseDefinition> space;

    Space(Function<RecordedRequest, ResponseDefinition> space) {
      this.space = space;
    }

    @Override
    public String getName() {
      return NAME;
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      return space.apply(RecordedRequest.of(event.getRequest()));
    }
  }

  /**
   * Gives WireMock the stub of the space, after each reset too, in place of the files that it would
   * look for among the user's.
   */
  private static final class LastStub implements MappingsSource {
    @Override
    public void loadMappingsInto(StubMappings stubs) {
      stubs.addMapping(
          any(urlPathMatching("/api/video(/.*)?|" + Storage.PATH + ".*"))
              .atPriority(Integer.MAX_VALUE)
              .willReturn(aResponse().withTransformers(NAME))
              .build());
    }

    @Override
    public void save(List<StubMapping> stubs) {}

    @Override
    public void save(StubMapping stub) {}

    @Override
    @SuppressWarnings("removal") // WireMock still declares it.
    public void remove(StubMapping stub) {}

    @Override
    public void removeAll() {}
  }

  /** Spares the start a TLS client, which only a stub that forwards requests needs. */
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
