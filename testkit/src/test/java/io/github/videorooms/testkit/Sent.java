package io.github.videorooms.testkit;

import java.io.IOException;
import java.util.Objects;
import retrofit2.Call;
import retrofit2.Response;

/** What the server says to a generated call. */
final class Sent {
  private Sent() {}

  static <T> T body(Call<T> call) {
    return Objects.requireNonNull(response(call).body(), "no success");
  }

  static int status(Call<?> call) {
    return response(call).code();
  }

  private static <T> Response<T> response(Call<T> call) {
    try {
      return call.execute();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
