/** A typed client for SignalWire's Video REST API. */
module io.github.videorooms {
  requires transitive io.github.videorooms.generated;
  requires transitive okhttp3;
  requires static transitive org.jspecify;
  requires com.google.gson;
  requires okio;
  requires retrofit2;

  exports io.github.videorooms;
}
