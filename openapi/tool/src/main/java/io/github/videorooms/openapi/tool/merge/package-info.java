/**
 * The three-way merge: finds what changed between the vendor's last merged document (the base) and
 * its new one (theirs), and applies each change to {@code openapi/video.yaml} (ours).
 */
@NullMarked
package io.github.videorooms.openapi.tool.merge;

import org.jspecify.annotations.NullMarked;
