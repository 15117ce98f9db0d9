package io.github.videorooms;

import io.github.videorooms.api.RoomTokensApi;
import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.RoomToken;
import java.util.concurrent.CompletableFuture;

/**
 * The tokens with which people join rooms. They are not stored: there is nothing to list or to
 * delete.
 */
public final class VideoRoomTokens extends Resource<RoomTokensApi> {
  VideoRoomTokens(Calls calls) {
    super(RoomTokensApi.class, calls);
  }

  /**
   * Makes a token for one person and one room: {@code create_room_token}.
   *
   * @param request whom the token admits where, and with which permissions
   * @return the token, a secret
   * @throws SignalWireRestError if the call fails
   */
  public RoomToken create(CreateRoomTokenRequest request) {
    return calls.execute(api.createRoomToken(given(request)));
  }

  /**
   * Does what {@link #create} does, without waiting.
   *
   * @param request whom the token admits where, and with which permissions
   * @return the token, or a {@link SignalWireRestError}
   */
  public CompletableFuture<RoomToken> createAsync(CreateRoomTokenRequest request) {
    return calls.executeAsync(api.createRoomToken(given(request)));
  }
}
