/**
 * A typed client for SignalWire's Video REST API.
 *
 * <p>Start at {@link io.github.videorooms.SignalWireRestClient}. What it takes and returns, such as
 * {@link io.github.videorooms.model.Room}, is in {@link io.github.videorooms.model}; its errors are
 * {@link io.github.videorooms.SignalWireRestError} and two subtypes.
 *
 * <h2>From the document to the caller</h2>
 *
 * <p>One OpenAPI document describes the API. From it templates make Retrofit interfaces and models
 * at each build; the client around them is written by hand, and is the artifact that applications
 * add.
 *
 * <p><img src="doc-files/house.svg" width="860" height="500" alt="The artifacts, and the way of one
 * call through them; the text says the same.">
 *
 * <ol>
 *   <li>An application calls a method: {@code rooms.createStream(id, url)}. Its arguments are
 *       checked at once.
 *   <li>The method is a line that fills a request in with the generated interface, {@link
 *       io.github.videorooms.api.RoomsApi}.
 *   <li>The request goes to the one place that makes calls, waiting or not, and the only one that
 *       makes them again: under one deadline, where that is safe.
 *   <li>For each attempt, OkHttp gets a request that it can send only once.
 *   <li>Credentials leave for your space and nothing else. In a test, {@code FakeSpace} of the test
 *       kit takes its place.
 *   <li>What comes back is read up to a bound.
 *   <li>The generated adapter of its type makes a value of it, without reflection.
 *   <li>The caller gets that value; or, whatever went wrong on the way, a {@link
 *       io.github.videorooms.SignalWireRestError}.
 * </ol>
 *
 * <table>
 *   <caption>What is in which artifact of {@code io.github.videorooms}</caption>
 *   <thead>
 *     <tr><th scope="col">Artifact</th><th scope="col">Holds</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr><td>{@code signalwire-videorooms}</td><td>the client: this module</td></tr>
 *     <tr><td>{@code signalwire-videorooms-generated}</td>
 *         <td>the interfaces and models; comes with the client</td></tr>
 *     <tr><td>{@code signalwire-videorooms-testkit}</td>
 *         <td>a space in the memory of a test; add it with scope {@code test}</td></tr>
 *     <tr><td>{@code signalwire-videorooms-openapi}</td>
 *         <td>the document; {@code -openapi-tool} makes the vendor's next one into ours</td></tr>
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
