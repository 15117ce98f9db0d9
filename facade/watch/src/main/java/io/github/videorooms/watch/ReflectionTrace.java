package io.github.videorooms.watch;

import static net.bytebuddy.matcher.ElementMatchers.is;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.nameMatches;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.asm.Advice;

/** Lets {@link Class} itself tell whose fields, methods and constructors are asked for. */
public final class ReflectionTrace {
  private final ResettableClassFileTransformer transformer;

  private ReflectionTrace(ResettableClassFileTransformer transformer) {
    this.transformer = transformer;
  }

  /** Begins to listen; it tells only what is asked {@linkplain #during during} a task. */
  public static ReflectionTrace start() {
    return new ReflectionTrace(
        new AgentBuilder.Default()
            .ignore(none())
            .disableClassFormatChanges()
            .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
            .type(is(Class.class))
            .transform(
                (builder, type, loader, module, domain) ->
                    builder.visit(
                        Advice.to(Asked.class)
                            .on(
                                not(isStatic())
                                    .and(
                                        nameMatches(
                                            "get(Declared)?(Field|Method|Constructor|Class)(s|es)?"
                                                + "|newInstance|getRecordComponents")))))
            .installOn(ByteBuddyAgent.getInstrumentation()));
  }

  /** Leaves the JDK as it was. */
  public void stop() {
    transformer.reset(
        ByteBuddyAgent.getInstrumentation(), AgentBuilder.RedefinitionStrategy.RETRANSFORMATION);
  }

  /** Returns the types that anything asked while the task ran. */
  public Set<Class<?>> during(Callable<?> task) throws Exception {
    Queue<Class<?>> asked = new ConcurrentLinkedQueue<>();
    System.getProperties().put(Asked.KEY, asked);
    try {
      task.call();
    } finally {
      System.getProperties().remove(Asked.KEY);
    }
    return new HashSet<>(asked);
  }

  /** What runs inside of {@link Class}, and so can name only what the JDK has. */
  static final class Asked {
    static final String KEY = "io.github.videorooms.asked";

    private Asked() {}

    @Advice.OnMethodEnter
    @SuppressWarnings("unchecked") // Nobody else has that key.
    static void note(@Advice.This Class<?> type) {
      Object asked = System.getProperties().get(KEY);
      if (asked != null) {
        ((Queue<Class<?>>) asked).add(type);
      }
    }
  }
}
