package io.github.videorooms.testkit;

/** A value that its field does not take. */
final class InvalidValue extends RuntimeException {
  private static final long serialVersionUID = 1;

  final String code;
  final String text;

  /**
   * Makes the exception.
   *
   * @param text what follows the field's name in a message, such as {@code must be a string}
   */
  InvalidValue(String code, String text) {
    super(text, null, false, false);
    this.code = code;
    this.text = text;
  }
}
