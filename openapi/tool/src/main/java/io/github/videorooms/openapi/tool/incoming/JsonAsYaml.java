package io.github.videorooms.openapi.tool.incoming;

/**
 * Rewrites JSON as YAML that reads the same, line by line. All of JSON is YAML but for tabs between
 * tokens, and in strings: the escaped slash, code points as two escapes, and characters that YAML
 * takes for the end of a line or does not allow.
 */
final class JsonAsYaml {
  private static final int HEX_DIGITS = 4;
  private static final int REPLACEMENT = 0xFFFD;

  private final String name;
  private final String json;
  private final StringBuilder yaml;
  private int at;
  private int line = 1;

  private JsonAsYaml(String name, String json) {
    this.name = name;
    this.json = json;
    this.yaml = new StringBuilder(json.length());
  }

  /**
   * Returns the YAML.
   *
   * @param name of the file, for messages
   * @throws UnusableDocument if a string does not end on its line, which YAML would allow
   */
  static String of(String name, String json) {
    JsonAsYaml conversion = new JsonAsYaml(name, json);
    while (conversion.at < json.length()) {
      conversion.takeToken();
    }
    return conversion.yaml.toString();
  }

  private void takeToken() {
    char c = json.charAt(at++);
    yaml.append(c == '\t' ? ' ' : c);
    if (c == '\n') {
      line++;
    } else if (c == '"') {
      takeString();
    }
  }

  private void takeString() {
    for (char c = next(); c != '"'; c = next()) {
      if (c == '\\') {
        takeEscape(next());
      } else if (isSafe(c)) {
        yaml.append(c);
      } else {
        escape(c);
      }
    }
    yaml.append('"');
  }

  private char next() {
    if (at == json.length()) {
      throw new UnusableDocument(
          name + ":" + line, "ends in the middle of a string", VendorFile.DOWNLOAD_AGAIN);
    }
    if (json.charAt(at) == '\n' || json.charAt(at) == '\r') {
      throw new UnusableDocument(
          name + ":" + line,
          "is not valid JSON: a string does not end on its line",
          VendorFile.GIVE_WHOLE);
    }
    return json.charAt(at++);
  }

  private void takeEscape(char c) {
    if (c == '/') {
      yaml.append(c);
    } else if (c == 'u' && isHex(at)) {
      escape(codePoint());
    } else {
      yaml.append('\\').append(c);
    }
  }

  /** A high surrogate and the low one after it are one; half of a pair is no character. */
  private int codePoint() {
    char first = codeUnit();
    if (!Character.isSurrogate(first)) {
      return first;
    }
    if (!Character.isHighSurrogate(first) || !json.startsWith("\\u", at) || !isHex(at + 2)) {
      return REPLACEMENT;
    }
    int after = at;
    at += 2;
    char second = codeUnit();
    if (Character.isLowSurrogate(second)) {
      return Character.toCodePoint(first, second);
    }
    at = after;
    return REPLACEMENT;
  }

  private char codeUnit() {
    at += HEX_DIGITS;
    return (char) Integer.parseInt(json.substring(at - HEX_DIGITS, at), 16);
  }

  private boolean isHex(int start) {
    return start + HEX_DIGITS <= json.length()
        && json.substring(start, start + HEX_DIGITS)
            .chars()
            .allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
  }

  /** Whether YAML takes it, in a string, for what it is. */
  private static boolean isSafe(char c) {
    return c >= ' '
        && !(c >= 0x7F && c < 0xA0)
        && c != 0x2028
        && c != 0x2029
        && c != 0xFEFF
        && c < 0xFFFE;
  }

  private void escape(int codePoint) {
    yaml.append(String.format("\\U%08x", codePoint));
  }
}
