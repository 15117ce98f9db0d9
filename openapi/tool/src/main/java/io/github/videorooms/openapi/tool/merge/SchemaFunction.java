package io.github.videorooms.openapi.tool.merge;

import org.jspecify.annotations.Nullable;

/** Makes another schema of a schema, or leaves it as it is. */
interface SchemaFunction {
  @Nullable Object apply(@Nullable Object schema, String where);
}
