package com.example.beside;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Room;
import java.io.IOException;
import okhttp3.OkHttp;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;

/** A program that uses its own Retrofit, and so has a second OkHttp on its class path. */
public final class Beside {
  private Beside() {}

  interface Rooms {
    @GET("api/video/rooms")
    Call<ResponseBody> list();
  }

  public static void main(String[] arguments) throws IOException {
    System.out.println("OkHttp " + OkHttp.VERSION);
    try (SignalWireRestClient client = SignalWireRestClient.fromEnv()) {
      VideoRooms rooms = client.video().rooms();
      Room room = rooms.create(r -> r.name("standup"));
      System.out.println("client: created " + room.getName());

      String space = "http://" + System.getenv("SIGNALWIRE_SPACE") + "/";
      Rooms own = new Retrofit.Builder().baseUrl(space).build().create(Rooms.class);
      System.out.println("own Retrofit: " + own.list().execute().code());

      System.out.println("client, later: " + rooms.getAsync(room.getId()).join().getName());
      rooms.delete(room.getId());
      rooms.get(room.getId());
    } catch (SignalWireRestError e) {
      System.out.println("client: got " + e.getStatusCode());
    }
  }
}
