package io.github.videorooms.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Fails if a change makes a call more expensive; benchmarks run only when somebody asks. */
class AllocationTest {
  private static final String URL = "rtmps://ingest.example.com/live/made-up-key";

  @Test
  void createStream_allocatedBytes_areAtMostTenPercentAboveTheRecorded() throws Exception {
    String jdk = "jdk" + Runtime.version().feature();
    Properties recorded = recorded();
    assumeThat(recorded).as("figures for JDKs").containsKey(jdk);

    long bytes;
    try (CannedServer server = CannedServer.start();
        Contender facade = Contender.open(Contender.FACADE, server.port())) {
      bytes = Allocation.bytesOf(() -> facade.createStream("id", URL));
    }

    assertThat(bytes)
        .as("bytes of a createStream; allocation.properties has what is wanted")
        .isLessThanOrEqualTo(Long.parseLong(recorded.getProperty(jdk)) * 110 / 100);
  }

  private static Properties recorded() throws Exception {
    Properties figures = new Properties();
    try (InputStream in = AllocationTest.class.getResourceAsStream("allocation.properties")) {
      figures.load(in);
    }
    return figures;
  }
}
