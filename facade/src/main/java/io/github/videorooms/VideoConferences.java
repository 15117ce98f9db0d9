package io.github.videorooms;

import static java.util.Objects.requireNonNull;

import io.github.videorooms.api.ConferencesApi;
import io.github.videorooms.model.Conference;
import io.github.videorooms.model.ConferenceToken;
import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateStreamRequest;
import io.github.videorooms.model.UpdateConferenceRequest;
import io.github.videorooms.model.VideoStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * The conferences of a project, which are rooms with a user interface of their own, the streams
 * that they send out, and their tokens.
 *
 * <p>A null argument is a {@link NullPointerException}; an id that is blank, {@code .}, {@code ..},
 * longer than 512 characters or has control characters is an {@link IllegalArgumentException}. Both
 * come before any request, from the asynchronous methods too.
 */
public final class VideoConferences extends Resource<ConferencesApi> {
  VideoConferences(Calls calls) {
    super(ConferencesApi.class, calls);
  }

  /**
   * Lists all conferences: {@code list_video_conferences}.
   *
   * @return the conferences, read page by page as they are asked for, in no promised order
   */
  public Paged<Conference> list() {
    return list(ConferencesApi.ListVideoConferencesQuery.builder().build());
  }

  /**
   * Lists conferences: {@code list_video_conferences}.
   *
   * @param query which conferences, and how many a page
   * @return the conferences, read page by page as they are asked for, in no promised order
   */
  public Paged<Conference> list(ConferencesApi.ListVideoConferencesQuery query) {
    return list(api::listVideoConferences, query);
  }

  /**
   * Creates a conference and its tokens: {@code create_video_conference}.
   *
   * @param request the conference's label, and what else it shall have
   * @return the conference
   * @throws SignalWireRestError if the call fails; {@code hasCode("not_unique_within_project")} if
   *     the name is taken
   */
  public Conference create(CreateConferenceRequest request) {
    return calls.execute(api.createVideoConference(given(request)));
  }

  /**
   * Does what {@link #create} does, without waiting.
   *
   * @param request the conference's label, and what else it shall have
   * @return the conference, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Conference> createAsync(CreateConferenceRequest request) {
    return calls.executeAsync(api.createVideoConference(given(request)));
  }

  /**
   * Gets a conference: {@code get_video_conference}.
   *
   * @param id the conference's id
   * @return the conference
   * @throws SignalWireRestError if the call fails
   */
  public Conference get(String id) {
    return get(id, ConferencesApi.GetVideoConferenceQuery.builder().build());
  }

  /**
   * Gets a conference: {@code get_video_conference}.
   *
   * @param id the conference's id
   * @param query what to include
   * @return the conference
   * @throws SignalWireRestError if the call fails
   */
  public Conference get(String id, ConferencesApi.GetVideoConferenceQuery query) {
    return calls.execute(api.getVideoConference(id(id), given(query)));
  }

  /**
   * Does what {@link #get(String)} does, without waiting.
   *
   * @param id the conference's id
   * @return the conference, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Conference> getAsync(String id) {
    return getAsync(id, ConferencesApi.GetVideoConferenceQuery.builder().build());
  }

  /**
   * Does what {@link #get(String, ConferencesApi.GetVideoConferenceQuery)} does, without waiting.
   *
   * @param id the conference's id
   * @param query what to include
   * @return the conference, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Conference> getAsync(
      String id, ConferencesApi.GetVideoConferenceQuery query) {
    return calls.executeAsync(api.getVideoConference(id(id), given(query)));
  }

  /**
   * Changes a conference: {@code update_video_conference}. What the request sets is sent, and
   * nothing else.
   *
   * <p>The API wants the label each time, changed or not. Whether it keeps what else is not sent is
   * not documented; {@link #modify} leaves nothing out.
   *
   * @param id the conference's id
   * @param request what to change, and the label
   * @return the conference as it is now
   * @throws SignalWireRestError if the call fails
   */
  public Conference update(String id, UpdateConferenceRequest request) {
    return calls.execute(api.updateVideoConference(id(id), given(request)));
  }

  /**
   * Does what {@link #update} does, without waiting.
   *
   * @param id the conference's id
   * @param request what to change, and the label
   * @return the conference as it is now, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Conference> updateAsync(String id, UpdateConferenceRequest request) {
    return calls.executeAsync(api.updateVideoConference(id(id), given(request)));
  }

  /**
   * Changes a conference and keeps the rest of it: reads it, applies the change, sends all that an
   * update can set: {@code get_video_conference}, then {@code update_video_conference}.
   *
   * <p>An update needs a label. Where the conference has none, its name is sent as its label,
   * unless the change sets another.
   *
   * <p>The two requests are not one step: of two programs that modify a conference at once, the
   * last writer wins.
   *
   * @param id the conference's id
   * @param change sets what shall be different
   * @return the conference as it is now
   * @throws SignalWireRestError if one of the calls fails
   */
  public Conference modify(String id, Consumer<UpdateConferenceRequest.Builder> change) {
    requireNonNull(change, "change");
    return update(
        id,
        changed(
            calls.execute(api.getVideoConference(id(id), Map.of()), VideoConferences::unchanged),
            change));
  }

  /**
   * Does what {@link #modify} does, without waiting.
   *
   * @param id the conference's id
   * @param change sets what shall be different; what it throws becomes the failure
   * @return the conference as it is now, or a {@link SignalWireRestError}
   */
  public CompletableFuture<Conference> modifyAsync(
      String id, Consumer<UpdateConferenceRequest.Builder> change) {
    requireNonNull(change, "change");
    return Calls.chain(
        calls.executeAsync(api.getVideoConference(id(id), Map.of()), VideoConferences::unchanged),
        builder -> updateAsync(id, changed(builder, change)));
  }

  /**
   * Deletes a conference: {@code delete_video_conference}.
   *
   * @param id the conference's id
   * @throws SignalWireRestError if the call fails
   */
  public void delete(String id) {
    calls.executeVoid(api.deleteVideoConference(id(id)));
  }

  /**
   * Does what {@link #delete} does, without waiting.
   *
   * @param id the conference's id
   * @return null, or a {@link SignalWireRestError}
   */
  public CompletableFuture<@Nullable Void> deleteAsync(String id) {
    return calls.executeVoidAsync(api.deleteVideoConference(id(id)));
  }

  /**
   * Lists the streams of a conference: {@code list_conference_streams}.
   *
   * @param id the conference's id
   * @return the streams, read page by page as they are asked for
   */
  public Paged<VideoStream> listStreams(String id) {
    return listStreams(id, ConferencesApi.ListConferenceStreamsQuery.builder().build());
  }

  /**
   * Lists the streams of a conference: {@code list_conference_streams}.
   *
   * @param id the conference's id
   * @param query parameters that the document does not name
   * @return the streams, read page by page as they are asked for
   */
  public Paged<VideoStream> listStreams(
      String id, ConferencesApi.ListConferenceStreamsQuery query) {
    return list(api::listConferenceStreams, id, query);
  }

  /**
   * Starts to stream a conference to an RTMP server: {@code create_conference_stream}.
   *
   * @param id the conference's id
   * @param url the target, {@code rtmp://} or {@code rtmps://}, with its stream key: a secret
   * @return the stream
   * @throws SignalWireRestError if the call fails; {@code hasCode("exceeds_platform_stream_limit")}
   *     if the conference has as many streams as it may, {@code hasCode("url_is_unsafe")} if the
   *     target is in a private network
   */
  public VideoStream createStream(String id, String url) {
    return createStream(id, streamTo(url));
  }

  /**
   * Starts to stream a conference to an RTMP server: {@code create_conference_stream}.
   *
   * @param id the conference's id
   * @param request the target
   * @return the stream
   * @throws SignalWireRestError if the call fails
   */
  public VideoStream createStream(String id, CreateStreamRequest request) {
    return calls.execute(api.createConferenceStream(id(id), given(request)));
  }

  /**
   * Does what {@link #createStream(String, String)} does, without waiting.
   *
   * @param id the conference's id
   * @param url the target, {@code rtmp://} or {@code rtmps://}, with its stream key: a secret
   * @return the stream, or a {@link SignalWireRestError}
   */
  public CompletableFuture<VideoStream> createStreamAsync(String id, String url) {
    return createStreamAsync(id, streamTo(url));
  }

  /**
   * Does what {@link #createStream(String, CreateStreamRequest)} does, without waiting.
   *
   * @param id the conference's id
   * @param request the target
   * @return the stream, or a {@link SignalWireRestError}
   */
  public CompletableFuture<VideoStream> createStreamAsync(String id, CreateStreamRequest request) {
    return calls.executeAsync(api.createConferenceStream(id(id), given(request)));
  }

  /**
   * Lists the tokens of a conference: {@code list_conference_tokens}.
   *
   * @param id the conference's id
   * @return the tokens, read page by page as they are asked for
   */
  public Paged<ConferenceToken> listConferenceTokens(String id) {
    return listConferenceTokens(id, ConferencesApi.ListConferenceTokensQuery.builder().build());
  }

  /**
   * Lists the tokens of a conference: {@code list_conference_tokens}.
   *
   * @param id the conference's id
   * @param query where to begin, and how many a page
   * @return the tokens, read page by page as they are asked for
   */
  public Paged<ConferenceToken> listConferenceTokens(
      String id, ConferencesApi.ListConferenceTokensQuery query) {
    return list(api::listConferenceTokens, id, query);
  }

  /** Returns the update that changes nothing, to be changed. */
  private static UpdateConferenceRequest.Builder unchanged(Response<Conference> response)
      throws UnreadableBody {
    Conference conference = Calls.Reading.body(response);
    UpdateConferenceRequest.Builder builder = conference.toUpdateRequest().toBuilder();
    return conference.getDisplayName() == null
        ? builder.displayName(conference.getName())
        : builder;
  }

  private static UpdateConferenceRequest changed(
      UpdateConferenceRequest.Builder builder, Consumer<UpdateConferenceRequest.Builder> change) {
    change.accept(builder);
    return builder.build();
  }
}
