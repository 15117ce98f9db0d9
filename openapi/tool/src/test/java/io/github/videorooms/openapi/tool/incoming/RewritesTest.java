package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document that says the same in other words changes nothing. */
@Tag("thorough")
class RewritesTest {
  private static final int COMPOSITIONS = Integer.getInteger("metamorphic.compositions", 300);
  private static final int SEEDS = 6;
  private static final int MOST_REPORTED = 12;

  private static Set<String> known;
  private static List<Map<String, Object>> documents;

  @BeforeAll
  static void read() throws IOException {
    Map<String, Object> slice = VendorStyle.slice();
    known = new TreeSet<>(Tree.object(slice.get("paths")).keySet());
    documents = List.of(slice, VendorStyle.of(slice));
  }

  static List<Rewrite> rewrites() {
    return Rewrites.ALL;
  }

  @ParameterizedTest
  @MethodSource("rewrites")
  void rewrite_alone_changesNothing(Rewrite rewrite) {
    for (Map<String, Object> document : documents) {
      for (int seed = 0; seed < SEEDS; seed++) {
        EditableDocument rewritten = new EditableDocument(document, new Random(seed));
        rewrite.change().apply(rewritten);
        assertSame(document, rewritten, rewrite + ", seed " + seed);
      }
    }
  }

  @Test
  void rewrites_composed_changeNothing() {
    for (int seed = 0; seed < COMPOSITIONS; seed++) {
      Random random = new Random(seed);
      Map<String, Object> document = documents.get(random.nextInt(documents.size()));
      List<Rewrite> chosen = Rewrites.chosen(random, 2 + random.nextInt(11));
      EditableDocument rewritten = new EditableDocument(document, random);
      chosen.forEach(each -> each.change().apply(rewritten));
      assertSame(document, rewritten, chosen + ", seed " + seed);
    }
  }

  private static void assertSame(
      Map<String, Object> document, EditableDocument rewritten, String what) {
    Api before = ApiReader.read(document, known);
    Api after = ApiReader.read(rewritten.root(), known);
    assertThat(SameApi.differences(before, after)).as(what).isEmpty();
  }
}
