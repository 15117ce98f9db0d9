/**
 * What changed between two documents, what that asks of the versions, the page that a reviewer
 * reads, and the gate that a release passes.
 */
@NullMarked
package io.github.videorooms.openapi.tool.change;

import org.jspecify.annotations.NullMarked;
