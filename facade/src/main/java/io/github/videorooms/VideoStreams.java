package io.github.videorooms;

import io.github.videorooms.api.StreamsApi;
import io.github.videorooms.model.UpdateStreamRequest;
import io.github.videorooms.model.VideoStream;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The outgoing streams, each by its own id; they are created and listed with {@link VideoRooms} and
 * {@link VideoConferences}.
 *
 * <p>A null argument is a {@link NullPointerException}; an id that is blank, {@code .}, {@code ..},
 * longer than 512 characters or has control characters is an {@link IllegalArgumentException}. Both
 * come before any request, from the asynchronous methods too.
 */
public final class VideoStreams extends Resource<StreamsApi> {
  VideoStreams(Calls calls) {
    super(StreamsApi.class, calls);
  }

  /**
   * Gets a stream: {@code get_stream}.
   *
   * @param id the stream's id
   * @return the stream
   * @throws SignalWireRestError if the call fails
   */
  public VideoStream get(String id) {
    return calls.execute(api.getStream(id(id)));
  }

  /**
   * Does what {@link #get} does, without waiting.
   *
   * @param id the stream's id
   * @return the stream, or a {@link SignalWireRestError}
   */
  public CompletableFuture<VideoStream> getAsync(String id) {
    return calls.executeAsync(api.getStream(id(id)));
  }

  /**
   * Changes where a stream goes: {@code update_stream}.
   *
   * @param id the stream's id
   * @param request the new target
   * @return the stream as it is now
   * @throws SignalWireRestError if the call fails
   */
  public VideoStream update(String id, UpdateStreamRequest request) {
    return calls.execute(api.updateStream(id(id), given(request)));
  }

  /**
   * Does what {@link #update} does, without waiting.
   *
   * @param id the stream's id
   * @param request the new target
   * @return the stream as it is now, or a {@link SignalWireRestError}
   */
  public CompletableFuture<VideoStream> updateAsync(String id, UpdateStreamRequest request) {
    return calls.executeAsync(api.updateStream(id(id), given(request)));
  }

  /**
   * Ends a stream: {@code delete_stream}.
   *
   * @param id the stream's id
   * @throws SignalWireRestError if the call fails
   */
  public void delete(String id) {
    calls.executeVoid(api.deleteStream(id(id)));
  }

  /**
   * Does what {@link #delete} does, without waiting.
   *
   * @param id the stream's id
   * @return null, or a {@link SignalWireRestError}
   */
  public CompletableFuture<@Nullable Void> deleteAsync(String id) {
    return calls.executeVoidAsync(api.deleteStream(id(id)));
  }
}
