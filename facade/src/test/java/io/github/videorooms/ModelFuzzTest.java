package io.github.videorooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

class ModelFuzzTest {
  /** The first byte says which model. */
  @FuzzTest
  void read_anyJsonAsAnyModel_failsOrSurvivesARoundTrip(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    Class<?> type = Models.TYPES.get((input[0] & 0xff) % Models.TYPES.size());
    Object model;
    try {
      model = Models.read(type, new String(input, 1, input.length - 1, UTF_8));
    } catch (UnreadableBodyException e) {
      FuzzAssert.that(e.path != null && e.path.startsWith("$"), "the error says where");
      return;
    }

    Object copy = Models.read(type, Models.write(model));
    FuzzAssert.that(copy.equals(model), "what was read is written, and read again");
    FuzzAssert.that(copy.hashCode() == model.hashCode(), "equal models have equal hashes");
    FuzzAssert.that(copy.toString().equals(model.toString()), "and look the same");
  }
}
