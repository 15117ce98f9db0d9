package io.github.videorooms.testkit;

/** Thrown if a field does not accept a value. */
final class InvalidValue extends RuntimeException {
  private static final long serialVersionUID = 1;

  final String code;
  final String text;

  /**
   * Creates the exception.
   *
   * @param text the text after the field's name in a message, such as {@code must be a string}
   */
  InvalidValue(String code, String text) {
    super(text, null, false, false);
    this.code = code;
    this.text = text;
  }
}
