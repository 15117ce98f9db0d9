/** What was released, and the gate that the next release has to pass. */
@NullMarked
package io.github.videorooms.openapi.tool.release;

import org.jspecify.annotations.NullMarked;
