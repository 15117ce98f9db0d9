/** An application that requires only the client, and none of the client's dependencies. */
module com.example.modular {
  requires io.github.videorooms;
}
