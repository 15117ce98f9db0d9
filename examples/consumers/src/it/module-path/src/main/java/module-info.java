/** An application that names the client, and nothing that the client is made of. */
module com.example.modular {
  requires io.github.videorooms;
}
