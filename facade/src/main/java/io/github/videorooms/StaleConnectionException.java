package io.github.videorooms;

import java.io.IOException;

/** Thrown before anything is sent, when the server has closed a pooled connection. */
final class StaleConnectionException extends IOException {
  private static final long serialVersionUID = 1;

  StaleConnectionException() {
    super("the server had closed every pooled connection");
  }
}
