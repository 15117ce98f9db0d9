package io.github.videorooms;

/**
 * Makes threads that keep neither a JVM alive nor what the caller's thread carries: its thread
 * locals and its class loader, which would outlive the application of a web server.
 */
final class DaemonThreads {
  private DaemonThreads() {}

  static Thread of(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }
}
