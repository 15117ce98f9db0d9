package io.github.videorooms.benchmarks;

import java.io.IOException;

/** A program that makes a single call, to measure the start of an application up to that point. */
final class FirstCall {
  /** The line that the program prints after its first response. */
  static final String RESPONDED = "responded";

  private FirstCall() {}

  /**
   * Makes the call, prints two lines and waits for the end of standard input: that the response
   * arrived, and the milliseconds that opening the contender and the call took.
   *
   * @param arguments the contender and the server's port
   */
  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    try (Contender contender = Contender.open(arguments[0], Integer.parseInt(arguments[1]))) {
      long opened = System.nanoTime();
      contender.createStream("first", "rtmps://ingest.example.com/live/made-up-key");
      long responded = System.nanoTime();
      System.out.println(RESPONDED);
      System.out.println((opened - start) / 1e6 + " " + (responded - opened) / 1e6);
      System.in.read();
    }
  }
}
