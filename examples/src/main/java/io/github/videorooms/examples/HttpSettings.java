package io.github.videorooms.examples;

import io.github.videorooms.SignalWireRestClient;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The settings of the HTTP client in the docs. */
final class HttpSettings {
  private HttpSettings() {}

  static SignalWireRestClient throughProxy(
      SignalWireRestClient.Builder builder,
      InetSocketAddress address,
      String user,
      String password) {
    String credentials = Credentials.basic(user, password);
    return builder
        .http(
            http ->
                http.proxy(new Proxy(Proxy.Type.HTTP, address))
                    .proxyAuthenticator(
                        (route, challenge) -> {
                          Request request = challenge.request();
                          return request.header("Proxy-Authorization") != null
                              ? null // rejected, so do not retry forever
                              : request
                                  .newBuilder()
                                  .header("Proxy-Authorization", credentials)
                                  .build();
                        }))
        .build();
  }

  static SignalWireRestClient withKeyFile(
      SignalWireRestClient.Builder builder,
      File keyFile,
      char[] password,
      @Nullable KeyStore authorities)
      throws GeneralSecurityException, IOException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(KeyStore.getInstance(keyFile, password), password);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(authorities); // null: those of the JVM
    X509TrustManager trust = (X509TrustManager) trusted.getTrustManagers()[0];

    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), new TrustManager[] {trust}, null);
    return builder.http(http -> http.sslSocketFactory(context.getSocketFactory(), trust)).build();
  }

  static SignalWireRestClient withOwnDns(SignalWireRestClient.Builder builder, Dns dns) {
    return builder.http(http -> http.dns(dns)).build();
  }

  static SignalWireRestClient observed(
      SignalWireRestClient.Builder builder, EventListener.Factory events) {
    return builder.http(http -> http.eventListenerFactory(events)).build();
  }

  static SignalWireRestClient overHttp2(SignalWireRestClient.Builder builder) {
    return builder
        .http(http -> http.protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)))
        .build();
  }

  static SignalWireRestClient shared(SignalWireRestClient.Builder builder, OkHttpClient shared) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(20);
    return builder.httpClient(shared.newBuilder().dispatcher(dispatcher).build()).build();
  }

  static SignalWireRestClient privateAuthority(SignalWireRestClient.Builder builder, Path caFile) {
    return builder.caFile(caFile).build();
  }
}
