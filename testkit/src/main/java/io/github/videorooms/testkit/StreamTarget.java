package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Validates the target of a stream: an RTMP server that is not in a private network. */
final class StreamTarget {
  private static final Pattern RTMP = Pattern.compile("(?i)rtmp(s?://.*)", Pattern.DOTALL);
  private static final Pattern NUMBERS = Pattern.compile("[\\d.]+");
  private static final Pattern IP_ADDRESS =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}|.*:.*");

  private StreamTarget() {}

  /**
   * Checks the text of the URL only: no host name is resolved.
   *
   * @throws InvalidValue if the service would not stream to it
   */
  static JsonElement check(JsonElement value) {
    String text = value.getAsString();
    if (!RTMP.matcher(text).matches()) {
      throw new InvalidValue("invalid_parameter", "must begin with rtmp:// or rtmps://");
    }
    HttpUrl url = HttpUrl.parse(RTMP.matcher(text).replaceFirst("http$1"));
    if (url == null || isHalfAnAddress(url.host())) {
      throw new InvalidValue("url_failed_to_parse", "is not a valid URL");
    }
    if (isPrivate(url.host())) {
      throw new InvalidValue("url_is_unsafe", "points into a private network");
    }
    return value;
  }

  private static boolean isHalfAnAddress(String host) {
    return NUMBERS.matcher(host).matches() && !IP_ADDRESS.matcher(host).matches();
  }

  private static boolean isPrivate(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || (IP_ADDRESS.matcher(host).matches() && isPrivateAddress(host));
  }

  private static boolean isPrivateAddress(String literal) {
    try {
      InetAddress address = InetAddress.getByName(literal);
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || address.isLinkLocalAddress()
          || address.isSiteLocalAddress()
          || isUniqueLocal(address.getAddress());
    } catch (UnknownHostException e) {
      throw new AssertionError(literal + " is written as an IP address", e);
    }
  }

  /**
   * The private IPv6 addresses of RFC 4193, fc00::/7, which {@link InetAddress} does not recognize.
   */
  private static boolean isUniqueLocal(byte[] address) {
    return address.length == 16 && (address[0] & 0xfe) == 0xfc;
  }
}
