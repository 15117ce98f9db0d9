package io.github.videorooms.benchmarks;

import java.io.IOException;

/** A program that makes a single call, to measure the start of an application up to that point. */
final class FirstCall {
  /** The line that the program prints after its first response. */
  static final String RESPONDED = "responded";

  private FirstCall() {}

  /**
   * Makes the call, prints a line and waits for the end of standard input.
   *
   * @param arguments the contender and the server's port
   */
  public static void main(String[] arguments) throws IOException {
    try (Contender contender = Contender.open(arguments[0], Integer.parseInt(arguments[1]))) {
      contender.createStream("first", "rtmps://ingest.example.com/live/made-up-key");
      System.out.println(RESPONDED);
      System.in.read();
    }
  }
}
