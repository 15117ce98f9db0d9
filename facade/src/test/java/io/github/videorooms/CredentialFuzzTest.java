package io.github.videorooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Base64;
import okhttp3.Headers;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class CredentialFuzzTest {
  @FuzzTest
  void clean_anyText_isSentAsItIsOrRejectedWithoutShowingIt(byte[] text) {
    String value = new String(text, UTF_8);
    String token;
    try {
      token = Credential.clean(value, "token");
    } catch (IllegalArgumentException e) {
      FuzzAssert.that(e.getMessage().matches("token [a-zA-Z ,;${}]+"), "the message is ours alone");
      return;
    }

    FuzzAssert.that(value.contains(token), "nothing is added or replaced");
    FuzzAssert.that(Credential.clean(token, "token").equals(token), "what was cleaned stays");
    String header = new Credential("project", token).header;
    Headers.of("Authorization", header);
    String sent = header.substring("Basic ".length());
    FuzzAssert.that(
        new String(Base64.getDecoder().decode(sent), UTF_8).equals("project:" + token),
        "the server gets the token");
  }
}
