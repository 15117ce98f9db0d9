package io.github.videorooms.openapi.tool.incoming;

/**
 * Converts JSON to equivalent YAML with the same lines, so that one parser reads both. JSON is
 * valid YAML except for tabs between tokens, colons on another line than their key, keys of more
 * than 1,024 characters (which remain invalid) and, in strings, {@code \/}, surrogate pairs as
 * escapes, and characters that are line breaks or invalid in YAML.
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
   * Converts a JSON text.
   *
   * @param name the name of the file, for messages
   * @throws UnusableDocument if it has what YAML allows and JSON does not: a line break in a
   *     string, a single quote or a comment
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
      takeColon();
    } else if (c == '\'' || c == '#') {
      throw new UnusableDocument(
          name + ":" + line,
          "is not valid JSON: " + c + " outside of a string",
          VendorFile.PASS_COMPLETE);
    }
  }

  /** Takes the colon before the white space that precedes it: YAML has it on the key's line. */
  private void takeColon() {
    int colon = at;
    while (colon < json.length() && " \t\r\n".indexOf(json.charAt(colon)) >= 0) {
      colon++;
    }
    if (colon < json.length() && json.charAt(colon) == ':') {
      yaml.append(':');
      while (at < colon) {
        takeToken();
      }
      at++;
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
          name + ":" + line, "ends inside a string", VendorFile.DOWNLOAD_AGAIN);
    }
    if (json.charAt(at) == '\n' || json.charAt(at) == '\r') {
      throw new UnusableDocument(
          name + ":" + line,
          "is not valid JSON: a string contains a line break",
          VendorFile.PASS_COMPLETE);
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

  /** Reads a code point, possibly as a surrogate pair; an unpaired surrogate is replaced. */
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

  /** Whether YAML allows a character in a string without escaping. */
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
