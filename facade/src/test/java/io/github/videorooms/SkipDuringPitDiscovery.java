package io.github.videorooms;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Spares the profile {@code mutation} most of its time. PIT finds the tests of a class by running
 * it, and does so anew in each of its processes: one for each class that it changes, and another
 * after each change that ended in a timeout. Here, a test that is looked for is found and not run.
 *
 * <p>JUnit finds this by itself where tests are on the class path, as PIT has them. Surefire has
 * them in a module, and does not.
 */
public final class SkipDuringPitDiscovery implements InvocationInterceptor {
  private static final String PROCESS = "org.pitest.mutationtest.execute.MutationTestMinion";
  private static final String SEARCH = "findTestsForTestClasses";

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    if (isSearch()) {
      invocation.skip();
    } else {
      invocation.proceed();
    }
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    interceptTestMethod(invocation, method, context);
  }

  private static boolean isSearch() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(SkipDuringPitDiscovery::isSearch));
  }

  private static boolean isSearch(StackWalker.StackFrame frame) {
    return frame.getClassName().equals(PROCESS) && frame.getMethodName().equals(SEARCH);
  }
}
