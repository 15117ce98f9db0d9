package io.github.videorooms.testkit;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Watches, in every test, each space that the test has as a parameter or starts with its {@link
 * Contract}. JUnit finds it by itself.
 */
public final class ContractExtension
    implements ParameterResolver, InvocationInterceptor, AfterEachCallback {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Contract.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return contract(context);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context)
      throws Throwable {
    watchParameters(test, context);
    invocation.proceed();
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context)
      throws Throwable {
    watchParameters(test, context);
    invocation.proceed();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try (Contract contract = contract(context)) {
      contract.assertKept(
          AnnotationSupport.findAnnotation(context.getElement(), OffContract.class).orElse(null));
    }
  }

  private static void watchParameters(
      ReflectiveInvocationContext<Method> test, ExtensionContext context) {
    for (Object argument : test.getArguments()) {
      if (argument instanceof FakeSpace space) {
        contract(context).watch(space);
      }
    }
  }

  private static Contract contract(ExtensionContext context) {
    return context
        .getStore(Namespace.create(ContractExtension.class, context.getUniqueId()))
        .getOrComputeIfAbsent(Contract.class, key -> new Contract(), Contract.class);
  }
}
