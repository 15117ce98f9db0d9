package io.github.videorooms.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a test breaks the document on purpose; it fails if it does not. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OffContract {
  /** Which side breaks it; the other side has to keep it. */
  Side value() default Side.REQUEST;

  enum Side {
    REQUEST,
    RESPONSE
  }
}
