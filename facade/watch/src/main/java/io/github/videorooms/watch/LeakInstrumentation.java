package io.github.videorooms.watch;

import static net.bytebuddy.matcher.ElementMatchers.hasSuperType;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isSynthetic;
import static net.bytebuddy.matcher.ElementMatchers.isToString;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Observes the code under test: what it returns as text, throws and logs. */
final class LeakInstrumentation {
  private static final String PACKAGE = "io.github.videorooms.";

  /**
   * The client's network interceptors are below {@code ClientInterceptor}, which removes the
   * secrets.
   */
  private static final ElementMatcher<TypeDescription> INTERCEPTOR =
      hasSuperType(named("okhttp3.Interceptor"))
          .and(not(namedOneOf(PACKAGE + "ConnectionInterceptor", PACKAGE + "RefusalInterceptor")));

  /** Held here, since a logger that is garbage-collected loses its level. */
  private static final Logger[] LOGGERS = {
    Logger.getLogger("io.github.videorooms"), Logger.getLogger("okhttp3"),
  };

  private LeakInstrumentation() {}

  /**
   * Instruments all classes but those of tests: each {@code toString}, and whatever can pass a
   * failure to a caller of the client: a public method, a future, an interceptor of the caller's.
   * What the generated code throws is caught by the client.
   */
  static void observeCode(Instrumentation instrumentation) {
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        // Describing a loaded class would load those it names, which would not be instrumented
        // then.
        .with(AgentBuilder.DescriptionStrategy.Default.POOL_ONLY)
        .with(AgentBuilder.TypeStrategy.Default.REDEFINE)
        .type((type, loader, module, loaded, domain) -> isWatched(type, loader))
        .transform((builder, type, loader, module, domain) -> instrumented(builder, type))
        .installOn(instrumentation);
  }

  private static boolean isWatched(TypeDescription type, @Nullable ClassLoader loader) {
    if (!type.getName().startsWith(PACKAGE) || loader == null) {
      return false;
    }
    URL file = loader.getResource(type.getName().replace('.', '/') + ".class");
    return file != null && !file.getPath().contains("/test-classes/");
  }

  private static DynamicType.Builder<?> instrumented(
      DynamicType.Builder<?> builder, TypeDescription type) {
    DynamicType.Builder<?> withText = builder.visit(Advice.to(ToString.class).on(isToString()));
    boolean isOfClient = type.getName().lastIndexOf('.') == PACKAGE.length() - 1;
    if (!(isOfClient && type.isPublic()) && !INTERCEPTOR.matches(type)) {
      return withText;
    }
    DynamicType.Builder<?> withFailures =
        withText.visit(
            Advice.to(Thrown.class)
                .on(isMethod().and(isPublic()).and(not(isToString())).and(not(isSynthetic()))));
    return type.isAssignableTo(Throwable.class)
        ? withFailures.visit(Advice.to(Created.class).on(isConstructor()))
        : withFailures;
  }

  /** Observes all log records, whatever their level. */
  static void observeLogs() {
    for (Logger logger : LOGGERS) {
      logger.setLevel(Level.ALL);
    }
    Logger.getLogger("").addHandler(new RecordHandler());
  }

  private static final class RecordHandler extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    RecordHandler() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
      ObservedTexts.logged(record.getLoggerName(), formatter.formatMessage(record));
      if (record.getThrown() != null) {
        ObservedTexts.thrown(record.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Becomes part of every {@code toString}. */
  static final class ToString {
    private ToString() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object object, @Advice.Return String text) {
      ObservedTexts.returned(object, text);
    }
  }

  /** Becomes part of every other public method. */
  static final class Thrown {
    private Thrown() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Thrown @Nullable Throwable failure) {
      if (failure != null) {
        ObservedTexts.thrown(failure);
      }
    }
  }

  /** Becomes part of every constructor of a public failure. */
  static final class Created {
    private Created() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Throwable failure) {
      ObservedTexts.thrown(failure);
    }
  }
}
