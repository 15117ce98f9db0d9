package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import org.jspecify.annotations.Nullable;

/** The vendor's old and new schema at one place, as reached from one operation; null if absent. */
record Occurrence(
    String operation,
    Direction direction,
    @Nullable Use base,
    boolean baseRequired,
    @Nullable Use theirs,
    boolean theirsRequired,
    boolean isField) {}
