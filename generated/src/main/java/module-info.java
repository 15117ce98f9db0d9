/**
 * Retrofit interfaces and Gson models of SignalWire's Video API, generated from its OpenAPI
 * document.
 */
@SuppressWarnings("requires-transitive-automatic")
module io.github.videorooms.generated {
  requires transitive com.google.gson;
  requires transitive okhttp3;
  requires static transitive org.jspecify;
  requires transitive retrofit2;

  exports io.github.videorooms.api;
  exports io.github.videorooms.model;
}
