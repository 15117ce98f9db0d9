package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which settings of a machine decide on a proxy, if a program sets none. */
@ExtendWith(FakeSpaceExtension.class)
class JvmProxyTest {
  /** No resolver knows it, so that only a proxy can lead there. */
  private static final String HOST = "rooms.invalid";

  private TunnelProxy proxy;

  @BeforeEach
  void start() throws Exception {
    proxy = new TunnelProxy(1, "user", "not-asked-for");
  }

  @AfterEach
  void stop() throws Exception {
    proxy.close();
  }

  @Test
  void systemProperties_ofTheJvm_areHonored(FakeSpace space) throws Exception {
    String output = output(space, "JAVA_TOOL_OPTIONS", options());

    assertThat(proxy.requests()).first().asString().startsWith("CONNECT " + HOST + ":443 ");
    assertThat(output).contains("Failed: ").doesNotContain("unknown host");
  }

  @Test
  void nonProxyHosts_ofTheJvm_areReachedDirectly(FakeSpace space) throws Exception {
    String options = options() + " -Dhttp.nonProxyHosts=*.invalid";

    assertThat(output(space, "JAVA_TOOL_OPTIONS", options)).contains("unknown host " + HOST);
    assertThat(proxy.requests()).isEmpty();
  }

  @Test
  void passwordInSystemProperties_isNotSent(FakeSpace space) throws Exception {
    String options = options() + " -Dhttps.proxyUser=user -Dhttps.proxyPassword=not-asked-for";

    assertThat(output(space, "JAVA_TOOL_OPTIONS", options)).contains("Failed: ");
    assertThat(proxy.requests())
        .isNotEmpty()
        .noneMatch(request -> request.contains("Proxy-Authorization"));
  }

  @Test
  void environmentVariable_ofTheShell_isNotRead(FakeSpace space) throws Exception {
    String url = "http://127.0.0.1:" + proxy.address().getPort();

    assertThat(output(space, "HTTPS_PROXY", url)).contains("unknown host " + HOST);
    assertThat(proxy.requests()).isEmpty();
  }

  @Test
  void socksProxy_ofTheJvm_isNotUsedForALoopbackSpace(FakeSpace space) throws Exception {
    String socks =
        "-DsocksNonProxyHosts= -DsocksProxyHost=127.0.0.1 -DsocksProxyPort="
            + proxy.address().getPort();
    Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", socks);
    try (OwnProcess program = OwnProcess.of(Quickstart.class, space, environment)) {
      assertThat(program.output()).doesNotContain("Failed: ");
    }
    assertThat(space.getRequests()).isNotEmpty();
    assertThat(proxy.requests()).isEmpty();
  }

  private String options() {
    return "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=" + proxy.address().getPort();
  }

  private static String output(FakeSpace space, String variable, String value) throws Exception {
    Map<String, String> environment = Map.of("SIGNALWIRE_SPACE", HOST, variable, value);
    try (OwnProcess program = OwnProcess.of(Quickstart.class, space, environment)) {
      return program.output();
    }
  }
}
