package io.github.videorooms.watch;

import static net.bytebuddy.matcher.ElementMatchers.hasSuperType;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isSynthetic;
import static net.bytebuddy.matcher.ElementMatchers.isToString;
import static net.bytebuddy.matcher.ElementMatchers.named;
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

/** Where the code under test is listened to. */
final class Ears {
  private static final String PACKAGE = "io.github.videorooms.";

  /** The network interceptor is below {@code ClientInterceptor}, which takes secrets out. */
  private static final ElementMatcher<TypeDescription> INTERCEPTOR =
      hasSuperType(named("okhttp3.Interceptor")).and(not(named(PACKAGE + "ConnectionInterceptor")));

  /** Kept here: a logger that nobody holds loses its level. */
  private static final Logger[] LOUD = {
    Logger.getLogger("io.github.videorooms"), Logger.getLogger("okhttp3"),
  };

  private Ears() {}

  /**
   * Listens to the classes that are no tests: to each {@code toString}, and to each failure that a
   * caller of the client gets to know, from a public method, through a future, or in an interceptor
   * of its own. What the generated code fails with is between it and the client.
   */
  static void listenToCode(Instrumentation instrumentation) {
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        // To look at a loaded class loads those it names, which then are not listened to.
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
    DynamicType.Builder<?> said = builder.visit(Advice.to(ToString.class).on(isToString()));
    boolean isOfClient = type.getName().lastIndexOf('.') == PACKAGE.length() - 1;
    if (!(isOfClient && type.isPublic()) && !INTERCEPTOR.matches(type)) {
      return said;
    }
    DynamicType.Builder<?> heard =
        said.visit(
            Advice.to(Thrown.class)
                .on(isMethod().and(isPublic()).and(not(isToString())).and(not(isSynthetic()))));
    return type.isAssignableTo(Throwable.class)
        ? heard.visit(Advice.to(Made.class).on(isConstructor()))
        : heard;
  }

  /** Listens to all log records, whatever their level. */
  static void listenToLogs() {
    for (Logger logger : LOUD) {
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
      Spoken.logged(record.getLoggerName(), formatter.formatMessage(record));
      if (record.getThrown() != null) {
        Spoken.failed(record.getThrown());
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
    static void exit(@Advice.This Object speaker, @Advice.Return String text) {
      Spoken.said(speaker, text);
    }
  }

  /** Becomes part of every other public method. */
  static final class Thrown {
    private Thrown() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Thrown @Nullable Throwable failure) {
      if (failure != null) {
        Spoken.failed(failure);
      }
    }
  }

  /** Becomes part of every constructor of a public failure. */
  static final class Made {
    private Made() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Throwable failure) {
      Spoken.failed(failure);
    }
  }
}
