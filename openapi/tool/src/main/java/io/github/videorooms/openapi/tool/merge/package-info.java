/**
 * The three-way merge: what changed between the vendor's document as it was last merged and the one
 * of today, and what becomes of each change in {@code openapi/video.yaml}.
 */
@NullMarked
package io.github.videorooms.openapi.tool.merge;

import org.jspecify.annotations.NullMarked;
