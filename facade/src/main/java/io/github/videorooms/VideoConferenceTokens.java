package io.github.videorooms;

import io.github.videorooms.api.ConferenceTokensApi;
import io.github.videorooms.model.ConferenceToken;
import java.util.concurrent.CompletableFuture;

/**
 * The tokens with which people enter conferences, each by its own id. They come with a conference,
 * see {@link VideoConferences#listConferenceTokens(String)}: none can be created or deleted.
 *
 * <p>A null argument is a {@link NullPointerException}; an id that is blank, {@code .}, {@code ..},
 * longer than 512 characters or has control characters is an {@link IllegalArgumentException}. Both
 * come before any request, from the asynchronous methods too.
 */
public final class VideoConferenceTokens extends Resource<ConferenceTokensApi> {
  VideoConferenceTokens(Calls calls) {
    super(ConferenceTokensApi.class, calls);
  }

  /**
   * Gets a token: {@code get_conference_token}.
   *
   * @param id the token's id, not the token itself
   * @return the token
   * @throws SignalWireRestError if the call fails
   */
  public ConferenceToken get(String id) {
    return calls.execute(api.getConferenceToken(id(id)));
  }

  /**
   * Does what {@link #get} does, without waiting.
   *
   * @param id the token's id, not the token itself
   * @return the token, or a {@link SignalWireRestError}
   */
  public CompletableFuture<ConferenceToken> getAsync(String id) {
    return calls.executeAsync(api.getConferenceToken(id(id)));
  }

  /**
   * Gives a token a new value: {@code reset_conference_token}. With the one before, nobody enters
   * any more.
   *
   * @param id the token's id, not the token itself
   * @return the token with its new value
   * @throws SignalWireRestError if the call fails
   */
  public ConferenceToken reset(String id) {
    return calls.execute(api.resetConferenceToken(id(id)));
  }

  /**
   * Does what {@link #reset} does, without waiting.
   *
   * @param id the token's id, not the token itself
   * @return the token with its new value, or a {@link SignalWireRestError}
   */
  public CompletableFuture<ConferenceToken> resetAsync(String id) {
    return calls.executeAsync(api.resetConferenceToken(id(id)));
  }
}
