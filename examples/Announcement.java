/** Announces what the build of the quickstart does; a single-file program, since nothing is compiled yet. */
final class Announcement {
  private Announcement() {}

  public static void main(String[] arguments) {
    System.out.println("Building the client, a space to run it on, and the quickstart, without tests.");
    System.out.println("That takes about half a minute, plus what Maven has to download the first time.");
    System.out.println();
  }
}
