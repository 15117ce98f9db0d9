package com.example.uber;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.model.Room;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.net.ssl.SSLContext;

/** A program in a single jar, on a runtime that contains only the modules that it needs. */
public final class Uber {
  private Uber() {}

  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    try (SignalWireRestClient client = SignalWireRestClient.fromEnv()) {
      Room room = client.video().rooms().create(r -> r.name("standup"));
      System.out.println("created " + room.getName());
    }
    String[] suites = SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites();
    boolean secure = Arrays.asList(suites).contains("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
    System.out.println("can do TLS: " + secure);
    System.out.println("modules: " + ModuleLayer.boot().modules().size());
  }
}
