/**
 * A typed client for SignalWire's Video REST API.
 *
 * <p>Start at {@link io.github.videorooms.SignalWireRestClient}. Requests and responses, such as
 * {@link io.github.videorooms.model.Room}, are in {@link io.github.videorooms.model}; the errors
 * are {@link io.github.videorooms.SignalWireRestError} and two subtypes.
 *
 * <h2>From the API document to the caller</h2>
 *
 * <p>One OpenAPI document describes the API. Each build generates Retrofit interfaces and models
 * from it, and the methods of the client; what all calls share is written by hand.
 *
 * <p><img src="doc-files/house.svg" style="width: 100%; max-width: 860px" alt="The artifacts, and
 * the path of one call through them; the text describes the same.">
 *
 * <ol>
 *   <li>An application calls a method: {@code rooms.createStream(id, url)}. Its arguments are
 *       checked at once.
 *   <li>The method creates a request with the generated interface, {@link
 *       io.github.videorooms.api.RoomsApi}.
 *   <li>The request goes to the one class that makes calls, synchronously or asynchronously, and
 *       the only one that retries them: where that is safe, and under one deadline.
 *   <li>For each attempt, OkHttp gets a request that it can send only once.
 *   <li>Credentials are sent to your space and nowhere else. In a test, {@code FakeSpace} of the
 *       test kit replaces the space.
 *   <li>The response is read up to a maximum size.
 *   <li>The generated adapter of its type converts it to a value, without reflection.
 *   <li>The caller gets that value or, if anything failed on the way, a {@link
 *       io.github.videorooms.SignalWireRestError}.
 * </ol>
 *
 * <table>
 *   <caption>The artifacts of {@code io.github.videorooms}</caption>
 *   <thead>
 *     <tr><th scope="col">Artifact</th><th scope="col">Contents</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr><td>{@code signalwire-videorooms}</td><td>the client: this module</td></tr>
 *     <tr><td>{@code signalwire-videorooms-generated}</td>
 *         <td>the interfaces and models; a dependency of the client</td></tr>
 *     <tr><td>{@code signalwire-videorooms-testkit}</td>
 *         <td>an embedded space for tests; add it with scope {@code test}</td></tr>
 *     <tr><td>{@code signalwire-videorooms-openapi}</td>
 *         <td>the API document</td></tr>
 *   </tbody>
 * </table>
 */
module io.github.videorooms {
  requires transitive io.github.videorooms.generated;
  requires transitive okhttp3;
  requires static transitive org.jspecify;
  requires com.google.gson;
  requires okio;
  requires retrofit2;

  exports io.github.videorooms;
}
