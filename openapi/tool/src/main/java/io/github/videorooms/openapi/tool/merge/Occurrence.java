package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import org.jspecify.annotations.Nullable;

/**
 * What both documents of the vendor have at one place, as one operation reaches it; null where
 * there is nothing.
 */
record Occurrence(
    String operation,
    Direction direction,
    @Nullable Use base,
    boolean baseRequired,
    @Nullable Use theirs,
    boolean theirsRequired,
    boolean isField) {}
