package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.Video;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The calls that docs/migrating.md lists as this client's are methods of it. The page is for those
 * who come from the vendor's SDKs, so it need not list what the API has had only since.
 */
class MigratingPageTest {
  private static final Pattern RESOURCE =
      Pattern.compile("(?s)### [^\n]*`client\\.video\\(\\)\\.(\\w+)\\(\\)`\n(.*?)(?=\n##)");
  private static final Pattern OURS = Pattern.compile("(?m)\\| `(\\w+)\\([^|]*\\|$");

  @Test
  void callByCall_listedMethods_existAndAreNoFewerThanBefore() throws IOException {
    assertThat(methods()).containsAll(listed());
    assertThat(listed()).hasSizeGreaterThanOrEqualTo(33);
  }

  private static Set<String> listed() throws IOException {
    Set<String> listed = new TreeSet<>();
    Matcher resource = RESOURCE.matcher(Files.readString(Path.of("..", "docs", "migrating.md")));
    while (resource.find()) {
      Matcher row = OURS.matcher(resource.group(2));
      while (row.find()) {
        listed.add(resource.group(1) + "()." + row.group(1));
      }
    }
    return listed;
  }

  /** Leaves out the asynchronous variants, and {@code modify}, which is a get and an update. */
  private static Set<String> methods() {
    return Stream.of(Video.class.getMethods())
        .filter(resource -> resource.getDeclaringClass() == Video.class)
        .flatMap(MigratingPageTest::methodsOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> methodsOf(Method resource) {
    return Stream.of(resource.getReturnType().getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .map(Method::getName)
        .filter(name -> !name.endsWith("Async") && !name.equals("modify"))
        .map(name -> resource.getName() + "()." + name);
  }
}
